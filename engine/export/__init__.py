"""A knowledge base in other forms, to be kept or read by other programs."""
