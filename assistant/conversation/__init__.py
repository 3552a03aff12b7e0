"""What is remembered between turns: slots, never the words."""
