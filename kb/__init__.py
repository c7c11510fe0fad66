"""What we know: the articles, the questions, the conclusions and the rules; declarations only."""
