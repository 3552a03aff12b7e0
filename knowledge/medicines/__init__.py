"""Medicines: what they are called, how they are handled, and finding them in what people type."""
