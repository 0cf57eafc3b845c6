"""Scenarios as data: TOML files with a checked form."""
