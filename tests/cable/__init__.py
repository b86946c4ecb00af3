"""Tests of ``redactor.cable``."""
