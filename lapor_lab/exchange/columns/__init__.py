"""What the columns of a table hold: known layouts, proposals, mappings that are kept."""
