"""What can be done with a knowledge base, without knowing any article, question or rule by name."""
