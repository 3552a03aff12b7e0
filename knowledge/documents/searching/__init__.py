"""Finding passages: gates, words, vectors, and how the two are weighed."""
