"""Tests of the queue's pure parts."""
