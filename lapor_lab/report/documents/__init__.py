"""Drafts that an institution can send: decree and juknis, team, circular, plan, memo, records."""

from lapor_lab.report.documents.rules import Rule, load_rules

__all__ = ["Rule", "load_rules"]
