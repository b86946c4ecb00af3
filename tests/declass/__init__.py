"""Tests of ``redactor.declass``."""
