"""The rules: a module an article, in the order of its steps, and one for the conflicts."""
