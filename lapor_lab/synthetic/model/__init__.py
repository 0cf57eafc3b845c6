"""What is made: scenarios, their institutions and units, and how reporters behave."""
