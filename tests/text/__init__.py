"""Tests of ``redactor.text``."""
