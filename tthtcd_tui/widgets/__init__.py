"""Widgets, one module for each kind of entry. They show what they are given and pass on what is typed.

They know no models and no exports.
"""
