"""What can be done with a knowledge base; nothing here knows an article, a question or a rule by name."""
