"""What can be known about the knowledge base itself."""
