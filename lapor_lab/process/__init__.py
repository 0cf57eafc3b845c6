"""What an event log tells of a process: variants, steps, stages, rework, handover, conformance."""

from lapor_lab.process.conformance import conformance, deviating_cases, forbidden_steps
from lapor_lab.process.directly_follows import directly_follows, trace_ends
from lapor_lab.process.handover import handover
from lapor_lab.process.milestones import milestones
from lapor_lab.process.ping_pong import ping_pong, ping_pong_cases, ping_pong_pairs
from lapor_lab.process.rework import reopening, rework
from lapor_lab.process.stage_times import stage_times
from lapor_lab.process.variants import variants
from lapor_lab.process.workflow import OFFICIAL_WORKFLOW, RequiredStep, Workflow

__all__ = [
    "OFFICIAL_WORKFLOW",
    "RequiredStep",
    "Workflow",
    "conformance",
    "deviating_cases",
    "directly_follows",
    "forbidden_steps",
    "handover",
    "milestones",
    "ping_pong",
    "ping_pong_cases",
    "ping_pong_pairs",
    "reopening",
    "rework",
    "stage_times",
    "trace_ends",
    "variants",
]
