"""What a client takes home: one model, written as a page, as Markdown, as PDF or as a calendar."""
