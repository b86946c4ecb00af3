"""Tests of ``redactor.release``."""
