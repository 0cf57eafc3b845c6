"""What a process should be: the order of its activities, its required steps and its limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lapor_lab.process.milestones import CLOSING
from lapor_lab.schema import Activity, Stage

__all__ = ["OFFICIAL_WORKFLOW", "RequiredStep", "Workflow"]


@dataclass(frozen=True, kw_only=True)
class RequiredStep:
    """A step that must lie before others.

    Parameters
    ----------
    deviation : str
        Name of the deviation of a case that lacks it.
    step : str
        The activity that must have happened.
    before : frozenset of str
        Before any of these; a case with none of them is not asked.
    """

    deviation: str
    step: str
    before: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Workflow:
    """A process as rules; what a rule does not speak of is free.

    Parameters
    ----------
    source : str
        Where the rules are read.
    starts : frozenset of str, default=frozenset()
        Activities with which a case may begin; any if empty.
    follows : mapping of str to frozenset of str, default={}
        Which activities may follow each directly. An activity that is no key of it is unknown.
        Any order if empty.
    ends : frozenset of str, default=frozenset()
        Activities that end a case.
    required : tuple of RequiredStep, default=()
        Steps that must lie before others.
    limits : tuple of Stage, default=()
        Stages with a legal limit.
    window_after : str or None, default=None
        Activity after which the reporter may reply for as long as the limit for automatic
        closing says.
    closed_by_window : str or None, default=None
        Activity that ends that window.
    is_deadline_checked : bool, default=False
        Whether a case must end by its own `deadline_at`.
    """

    source: str
    starts: frozenset[str] = frozenset()
    follows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ends: frozenset[str] = frozenset()
    required: tuple[RequiredStep, ...] = ()
    limits: tuple[Stage, ...] = ()
    window_after: str | None = None
    closed_by_window: str | None = None
    is_deadline_checked: bool = False


def _may_follow(*activities: Activity) -> frozenset[str]:
    return frozenset(str(activity) for activity in activities)


_VERDICTS: Final = (Activity.VERIFY, Activity.HOLD, Activity.NOT_OUR_AUTHORITY, Activity.ARCHIVE)
_ANSWERS: Final = (Activity.FOLLOW_UP, Activity.ESCALATE)
_ENDS: Final = _may_follow(Activity.ARCHIVE, *CLOSING)

OFFICIAL_WORKFLOW: Final = Workflow(
    source=(
        "panduan admin LAPOR! V3: Verifikasi (disposisi) atau Kelola (dijawab sendiri), Tunda, "
        "Bukan Wewenang, Arsipkan; teks aplikasi LAPOR! di App Store: verifikasi 3, tindak "
        "lanjut 5, tutup otomatis 10 hari kerja; bukan kutipan pasal PermenPANRB"
    ),
    starts=_may_follow(Activity.SUBMIT),
    follows={
        str(Activity.SUBMIT): _may_follow(*_VERDICTS),
        str(Activity.NOT_OUR_AUTHORITY): _may_follow(*_VERDICTS),
        str(Activity.HOLD): _may_follow(Activity.REPLY, Activity.VERIFY, Activity.ARCHIVE),
        # "Kelola": the administrator answers himself, so that a disposition is not required.
        str(Activity.VERIFY): _may_follow(Activity.DISPOSE, Activity.HOLD, *_ANSWERS),
        str(Activity.DISPOSE): _may_follow(Activity.DISPOSE, Activity.RETURN, *_ANSWERS),
        str(Activity.RETURN): _may_follow(
            Activity.DISPOSE, Activity.NOT_OUR_AUTHORITY, Activity.ARCHIVE, *_ANSWERS
        ),
        str(Activity.ESCALATE): _may_follow(
            Activity.DISPOSE, Activity.RETURN, Activity.REPLY, *_ANSWERS
        ),
        str(Activity.FOLLOW_UP): _may_follow(Activity.REPLY, *CLOSING, *_ANSWERS),
        # A reply keeps the report open: the system may not close it then.
        str(Activity.REPLY): _may_follow(
            *(Activity.VERIFY, Activity.ARCHIVE, Activity.DISPOSE, Activity.REPLY),
            *(Activity.CLOSE_BY_ADMIN, Activity.CLOSE_BY_REPORTER, *_ANSWERS),
        ),
        **{str(closing): _may_follow(Activity.RATE) for closing in CLOSING},
        str(Activity.ARCHIVE): frozenset(),
        str(Activity.RATE): frozenset(),
    },
    ends=_ENDS,
    required=(
        RequiredStep(
            deviation="followed_up_without_verification",
            step=Activity.VERIFY,
            before=_may_follow(Activity.FOLLOW_UP),
        ),
        RequiredStep(
            deviation="closed_without_follow_up",
            step=Activity.FOLLOW_UP,
            before=_may_follow(*CLOSING),
        ),
    ),
    limits=(Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP, Stage.COMPLETED),
    window_after=Activity.FOLLOW_UP,
    closed_by_window=Activity.CLOSE_BY_SYSTEM,
)
