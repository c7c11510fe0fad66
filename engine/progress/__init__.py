"""From one session to the next: what moved, why, and what to ask again."""
