"""Tests of ``redactor.cli``."""
