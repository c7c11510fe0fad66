"""What follows from the answers, an article a file."""
