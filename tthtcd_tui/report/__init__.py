"""What a report says: places, changes, facts, the outline, and the JSON that carries facts.

May know forms, text and files.
"""
