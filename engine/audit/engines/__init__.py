"""Several engines, and whether they conclude the same."""
