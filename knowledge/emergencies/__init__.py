"""Declarations and program activations: what is in force where and when."""
