"""One room a screen: it shows the Session's Facts and hands what is typed to it; it reaches data in no other way."""
