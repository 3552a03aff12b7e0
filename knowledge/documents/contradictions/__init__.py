"""Where documents contradict each other: what sentences state, and how a conflict is found and decided."""
