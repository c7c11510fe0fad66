"""What a set of clients shows of a base: rules, conclusions, and conditions both ways."""
