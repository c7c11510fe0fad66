"""One consultation, written for a reader: terminal, Markdown or JSON."""
