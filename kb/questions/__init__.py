"""The questions, a file a group of topics, in the order in which they are asked."""
