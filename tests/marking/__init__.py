"""Tests of ``redactor.marking``."""
