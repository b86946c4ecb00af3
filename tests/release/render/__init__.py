"""Tests of ``redactor.release.render``."""
