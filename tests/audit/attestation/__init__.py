"""Tests of the attestation."""
