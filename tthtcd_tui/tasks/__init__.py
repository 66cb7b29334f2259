"""What a user asks for, each one function used by commands and screens alike.

May know every room below the widgets; draws nothing and asks nothing.
"""
