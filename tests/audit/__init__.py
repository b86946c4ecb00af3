"""Tests of ``redactor.audit``."""
