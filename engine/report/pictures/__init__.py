"""Pictures of one client: each is a drawing with a title, a description and a table twin."""
