"""Mistakes in the knowledge, one at a time, and who would notice them."""
