"""What is held: the register of documents in SQL, the vectors in Chroma, and how both change together."""
