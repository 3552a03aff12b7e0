"""Asking the assistant the questions of the suites, and scoring its whole answers."""
