"""Event logs, in CSV and in XES."""
