"""From gaps to a plan: activities, targets with intervals, and an order that can be recomputed."""

from lapor_lab.practices.planning.action_plan import ActionPlan, action_plan
from lapor_lab.practices.planning.activity import Activity, load_activities
from lapor_lab.practices.planning.gap import find_missing_items, gap_table
from lapor_lab.practices.planning.indicator import INDICATORS, QUARTERS
from lapor_lab.practices.planning.target import Target, project_target

__all__ = [
    "INDICATORS",
    "QUARTERS",
    "ActionPlan",
    "Activity",
    "Target",
    "action_plan",
    "find_missing_items",
    "gap_table",
    "load_activities",
    "project_target",
]
