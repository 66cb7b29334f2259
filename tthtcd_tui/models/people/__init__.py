"""Who may do what: staff, rights, presence."""
