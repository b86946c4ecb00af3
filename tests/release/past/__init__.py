"""Tests of ``redactor.release.past``."""
