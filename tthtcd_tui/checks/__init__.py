"""What is wrong or missing in a report: findings, made by rules over its facts.

May know report and the rooms below it; not exports, imports or models.
"""
