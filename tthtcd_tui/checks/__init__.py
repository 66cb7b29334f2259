"""Checks: rules over a report's facts that give findings of what is missing, wrong or implausible.

May know report and the rooms below it; not exports, imports or models.
"""
