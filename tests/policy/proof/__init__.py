"""Tests of the tools by which a policy is proved."""
