"""Tests of ``redactor.review``."""
