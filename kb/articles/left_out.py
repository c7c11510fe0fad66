"""Rows that nothing carries, each with its reason."""

LEFT_OUT: dict[str, str] = {}
