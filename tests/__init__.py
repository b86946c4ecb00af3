"""Tests; the folders mirror those of ``redactor``."""
