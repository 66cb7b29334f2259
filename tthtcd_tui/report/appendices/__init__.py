"""The appendices of a report: a module a kind of appendix, joined in `registry`. Which there are the form says."""
