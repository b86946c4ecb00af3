"""Screens: the list of cables, and the one on which a cable is reviewed."""
