"""Tests: the corpus of clients, the laws, the house rules, and each part by itself."""
