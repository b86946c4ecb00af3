"""Tests of ``redactor.ui``."""
