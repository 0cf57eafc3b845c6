"""The five practices of the case study as levers on a scenario, and what they would change."""

from lapor_lab.practices.adoption_order import adopt_in_order
from lapor_lab.practices.association import Association, associate, describe_association
from lapor_lab.practices.campaign import Campaign
from lapor_lab.practices.catalogue import PRACTICES, find_practice
from lapor_lab.practices.effect_table import (
    tabulate_comparison,
    tabulate_effects,
    tabulate_levers,
)
from lapor_lab.practices.goal import Goal, TargetVerdict
from lapor_lab.practices.konektivitas import KONEKTIVITAS
from lapor_lab.practices.legalitas import LEGALITAS
from lapor_lab.practices.lever import Lever
from lapor_lab.practices.officer_hours import OfficerHours, officer_hours
from lapor_lab.practices.paired_runs import WHAT_IF_MEASURES
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.saturation import BACKLOG_GROWTH, describe_saturation, load_of
from lapor_lab.practices.sensitivity import assumption_sensitivity
from lapor_lab.practices.size import SIZES, Change, Size, SizeName
from lapor_lab.practices.sizes_file import format_sizes, load_practices
from lapor_lab.practices.smallest_set import SmallestSet, smallest_set
from lapor_lab.practices.sosialisasi import SOSIALISASI
from lapor_lab.practices.target_kinerja import TARGET_KINERJA
from lapor_lab.practices.target_table import (
    describe_smallest,
    tabulate_hours,
    tabulate_order,
    tabulate_sensitivity,
    tabulate_sets,
)
from lapor_lab.practices.trial import Trial, adopt
from lapor_lab.practices.tugas_fungsi import TUGAS_FUNGSI
from lapor_lab.practices.what_if import (
    ALL_PRACTICES,
    compare_practices,
    try_out,
    what_if,
)

__all__ = [
    "ALL_PRACTICES",
    "BACKLOG_GROWTH",
    "KONEKTIVITAS",
    "LEGALITAS",
    "PRACTICES",
    "SIZES",
    "SOSIALISASI",
    "TARGET_KINERJA",
    "TUGAS_FUNGSI",
    "WHAT_IF_MEASURES",
    "Association",
    "Campaign",
    "Change",
    "Goal",
    "Lever",
    "OfficerHours",
    "Practice",
    "Size",
    "SizeName",
    "SmallestSet",
    "TargetVerdict",
    "Trial",
    "adopt",
    "adopt_in_order",
    "associate",
    "assumption_sensitivity",
    "compare_practices",
    "describe_association",
    "describe_saturation",
    "describe_smallest",
    "find_practice",
    "format_sizes",
    "load_of",
    "load_practices",
    "officer_hours",
    "smallest_set",
    "tabulate_comparison",
    "tabulate_effects",
    "tabulate_hours",
    "tabulate_levers",
    "tabulate_order",
    "tabulate_sensitivity",
    "tabulate_sets",
    "try_out",
    "what_if",
]
