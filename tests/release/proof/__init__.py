"""Tests of the proof from the written files."""
