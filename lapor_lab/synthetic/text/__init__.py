"""Complaint texts whose topics, planted personal data and difficulty are known."""
