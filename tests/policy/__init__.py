"""Tests of ``redactor.policy``."""
