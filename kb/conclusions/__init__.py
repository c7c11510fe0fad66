"""What may be concluded, a file an article: findings, paths, steps, cautions and what goes with them."""
