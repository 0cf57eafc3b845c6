"""How reports are handled: a network of queues in office hours."""

from lapor_lab.synthetic.handling.event_rows import ACTIVITIES, ROLES
from lapor_lab.synthetic.handling.handle import Handled, handle_block, servers_of
from lapor_lab.synthetic.handling.incoming import limit_days
from lapor_lab.synthetic.handling.progress import ARCHIVE_REASONS, CLOSERS, STATUSES
from lapor_lab.synthetic.handling.telling import OTHER_ACCOUNT, REPORTER, SYSTEM

__all__ = [
    "ACTIVITIES",
    "ARCHIVE_REASONS",
    "CLOSERS",
    "OTHER_ACCOUNT",
    "REPORTER",
    "ROLES",
    "STATUSES",
    "SYSTEM",
    "Handled",
    "handle_block",
    "limit_days",
    "servers_of",
]
