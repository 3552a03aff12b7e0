"""What is known and how it is found. Knows no chat and no HTTP."""
