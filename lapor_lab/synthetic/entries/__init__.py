"""What comes in: when, from whom, about what, and how often more than once."""

from lapor_lab.synthetic.entries.case_numbers import case_ids
from lapor_lab.synthetic.entries.draw import draw_entries
from lapor_lab.synthetic.entries.entries import CHANNELS, CLASSES, Entries
from lapor_lab.synthetic.entries.reporters import reporter_ids
from lapor_lab.synthetic.entries.units import serving_units
from lapor_lab.synthetic.places import PROVINCES, REGENCIES

__all__ = [
    "CHANNELS",
    "CLASSES",
    "PROVINCES",
    "REGENCIES",
    "Entries",
    "case_ids",
    "draw_entries",
    "reporter_ids",
    "serving_units",
]
