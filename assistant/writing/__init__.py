"""Evidence becomes sections. The writer turns evidence into words and adds none of its own."""
