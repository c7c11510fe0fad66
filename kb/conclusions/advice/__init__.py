"""What is said along the way, an article a file: stances, cautions, reasons and words."""
