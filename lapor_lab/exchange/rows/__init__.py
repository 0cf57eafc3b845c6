"""Rows of a table into cases, and of totals into counts; what cannot be used is told apart."""
