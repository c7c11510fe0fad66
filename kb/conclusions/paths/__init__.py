"""The ways that are open, and the steps of each in their order, an article a file."""
