"""The embedding model: its weights, its loading, and the lean pass for single questions."""
