"""Files of strangers into one log folder: nothing lost, nothing in clear."""
