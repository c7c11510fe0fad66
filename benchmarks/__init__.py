"""What is measured, always as ratios inside one run; none of it is a timed test."""
