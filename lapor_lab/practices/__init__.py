"""The practices of the case study as levers on a scenario; konektivitas is the first."""

from lapor_lab.practices.catalogue import PRACTICES, find_practice
from lapor_lab.practices.konektivitas import KONEKTIVITAS
from lapor_lab.practices.practice import Lever, Practice
from lapor_lab.practices.what_if import WHAT_IF_MEASURES, adopt, what_if

__all__ = [
    "KONEKTIVITAS",
    "PRACTICES",
    "WHAT_IF_MEASURES",
    "Lever",
    "Practice",
    "adopt",
    "find_practice",
    "what_if",
]
