"""What a cell says: dates, statuses, categories, names, in every spelling that was met."""
