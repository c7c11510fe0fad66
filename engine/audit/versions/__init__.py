"""What another version of a base tells otherwise."""
