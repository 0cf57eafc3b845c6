"""What comes in: when, from whom, about what, and how often more than once."""
