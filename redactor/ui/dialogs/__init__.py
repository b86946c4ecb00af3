"""Dialogs: small questions over a screen; each gives back an answer, or nothing on Escape."""
