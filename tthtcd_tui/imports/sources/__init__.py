"""Files as pieces of text and tables, whatever they were made with: nothing here knows what a report asks.

Every reader believes nothing: sizes are summed before anything is unpacked, no entity is resolved, nothing is fetched.
What cannot be used is refused with UnusableFile, in a sentence.
"""
