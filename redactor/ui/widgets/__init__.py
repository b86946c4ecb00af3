"""Widgets: each paints one thing from values that it is given, and posts messages."""
