"""One room a kind of entry: each shows what it is given and hands on what is typed. Knows no models and no exports."""
