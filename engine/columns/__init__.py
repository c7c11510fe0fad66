"""Many people at once, a column an answer: the rows of a survey, advised like one person each."""
