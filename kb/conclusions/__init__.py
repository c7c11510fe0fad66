"""What may be concluded, a file an article: findings, paths, advice and what belongs to it."""
