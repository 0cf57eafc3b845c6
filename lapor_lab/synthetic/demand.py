"""What comes in: topics and seasons of one institution, and how reporters behave everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lapor_lab.errors import ParameterError
from lapor_lab.schema import Channel, ReportClass
from lapor_lab.synthetic.checks import (
    check_at_least,
    check_choice,
    check_distribution,
    check_positive,
    check_share,
)

__all__ = ["ReporterModel", "Season", "TopicShare"]

_N_HOURS = 24
_N_WEEKDAYS = 7
_LEAP_YEAR = 2024


@dataclass(frozen=True, kw_only=True)
class TopicShare:
    """How often a topic is what a report is about.

    Parameters
    ----------
    topic : str
        Main topic.
    subtopic : str
        Sub-topic; empty where the main topic has none.
    share : float
        Share of the institution's reports, in [0, 1].

    Raises
    ------
    ParameterError
        If the share lies outside its range.
    """

    topic: str
    subtopic: str
    share: float

    def __post_init__(self) -> None:
        check_share("share", self.share)


@dataclass(frozen=True, kw_only=True)
class Season:
    """Days of every year on which more reports come in, the added ones on one topic.

    Parameters
    ----------
    first_day, last_day : str
        Month and day, such as ``"09-01"``, both included, within one calendar year.
    factor : float
        Arrivals of such a day over those of an ordinary one, at least 1.
    topic, subtopic : str
        What the added reports are about.

    Raises
    ------
    ParameterError
        If a day cannot be read or the factor lies below 1.
    """

    first_day: str
    last_day: str
    factor: float
    topic: str
    subtopic: str

    def __post_init__(self) -> None:
        check_at_least("factor", self.factor, 1)
        for name in ("first_day", "last_day"):
            try:
                date.fromisoformat(f"{_LEAP_YEAR}-{getattr(self, name)}")
            except ValueError:
                raise ParameterError(
                    "parameter_range",
                    name=name,
                    allowed="MM-DD",
                    value=getattr(self, name),
                    remedy='Write "09-01" for 1 September.',
                ) from None


@dataclass(frozen=True, kw_only=True)
class ReporterModel:
    """How reporters behave, the same towards every institution.

    Parameters
    ----------
    hour_shares : tuple of float of shape (24,)
        Share of reports by hour of entry.
    weekday_shares : tuple of float of shape (7,)
        Share of reports by weekday, Monday first.
    channel_shares : mapping of str to float
        Share of reports by `Channel`.
    province_shares : mapping of str to float
        Share of reports by province.
    anonymous_share : float
        Share that is anonymous (*anonim*) and not confidential.
    confidential_share : float
        Share that is confidential (*rahasia*) and not anonymous.
    anonymous_confidential_share : float
        Share that is both.
    repeat_share : float
        Share of reports by someone who reported before to the same institution.
    duplicate_share : float
        Share of reports that copy an earlier one.
    off_hours_share : float
        Share of replies that come after office hours.
    class_effort : mapping of str to float
        Handling time of each `ReportClass` over that of an ordinary complaint.

    Raises
    ------
    ParameterError
        If a value lies outside its range.
    """

    hour_shares: tuple[float, ...]
    weekday_shares: tuple[float, ...]
    channel_shares: Mapping[str, float]
    province_shares: Mapping[str, float]
    anonymous_share: float
    confidential_share: float
    anonymous_confidential_share: float
    repeat_share: float
    duplicate_share: float
    off_hours_share: float
    class_effort: Mapping[str, float]

    def __post_init__(self) -> None:
        for name, length in (("hour_shares", _N_HOURS), ("weekday_shares", _N_WEEKDAYS)):
            shares = getattr(self, name)
            if len(shares) != length:
                raise ParameterError(
                    "parameter_range",
                    name=name,
                    allowed=f"{length} ×",
                    value=len(shares),
                    remedy="Give one for each.",
                )
            check_distribution(name, {str(i): share for i, share in enumerate(shares)})
        for channel in self.channel_shares:
            check_choice("channel_shares", channel, tuple(Channel))
        check_distribution("channel_shares", self.channel_shares)
        check_distribution("province_shares", self.province_shares)
        for name in ("repeat_share", "duplicate_share", "off_hours_share"):
            check_share(name, getattr(self, name))
        for name in ("anonymous_share", "confidential_share", "anonymous_confidential_share"):
            check_share(name, getattr(self, name))
        check_share(
            "anonymous_share + confidential_share + anonymous_confidential_share",
            self.anonymous_share + self.confidential_share + self.anonymous_confidential_share,
        )
        for name in ReportClass:
            check_positive(f"class_effort.{name}", self.class_effort.get(name, 0))
