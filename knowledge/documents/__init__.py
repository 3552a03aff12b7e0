"""The program documents: loading, chunking, the register, the index, and finding passages in them."""
