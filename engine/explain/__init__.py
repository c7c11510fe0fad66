"""Why this advice, why not that one, what if, and what would change it: asked of one person."""
