"""What comes in: when, from whom, about what, and how often more than once."""

from lapor_lab.synthetic.entries.case_numbers import case_ids
from lapor_lab.synthetic.entries.draw import draw_entries
from lapor_lab.synthetic.entries.entries import CHANNELS, CLASSES, DUPLICATE_KINDS, Entries
from lapor_lab.synthetic.places import PROVINCES, REGENCIES
from lapor_lab.synthetic.entries.reporters import reporter_ids

__all__ = [
    "CHANNELS",
    "CLASSES",
    "DUPLICATE_KINDS",
    "PROVINCES",
    "REGENCIES",
    "Entries",
    "case_ids",
    "draw_entries",
    "reporter_ids",
]
