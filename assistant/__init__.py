"""One message in, one answer out. Knows no HTTP and no SQL."""
