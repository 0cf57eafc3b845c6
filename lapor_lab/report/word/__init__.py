"""Word documents of an official look: editable, numbered, and readable by a screen reader."""

from lapor_lab.report.word.word_document import WordDocument

__all__ = ["WordDocument"]
