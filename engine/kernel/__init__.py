"""The exact kernel: what is said to whom, over all possible clients at once."""
