"""The line to the person, and what of their typing must outlive it. Waits for neither screens nor store."""
