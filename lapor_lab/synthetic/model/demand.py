"""What comes in: topics and seasons of one institution, and how reporters behave everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lapor_lab.errors import ParameterError
from lapor_lab.schema import Channel, ReportClass
from lapor_lab.synthetic.model.checks import (
    check_at_least,
    check_choice,
    check_distribution,
    check_positive,
    check_share,
)
from lapor_lab.synthetic.places import PROVINCES

__all__ = ["ReporterModel", "Season", "TopicShare"]

_N_HOURS = 24
_N_WEEKDAYS = 7
# 29 February is no day of every year.
_COMMON_YEAR = 2023


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
    """Days on which more reports come in, or fewer.

    Parameters
    ----------
    first_day, last_day : str
        Both included: month and day of every year within one calendar year, such as
        ``"09-01"``, or days of one year, such as ``"2022-05-02"``.
    factor : float
        Arrivals of such a day over those of an ordinary one; below 1 only without a topic.
    topic, subtopic : str, default=""
        What the added reports are about; empty where they are like all others.
    fade_days : float, default=0
        Mean days over which the addition dies away after the last day (*sosialisasi*).

    Raises
    ------
    ParameterError
        If a day cannot be read or a number lies outside its range.
    """

    first_day: str
    last_day: str
    factor: float
    topic: str = ""
    subtopic: str = ""
    fade_days: float = 0.0

    def __post_init__(self) -> None:
        check_at_least("factor", self.factor, 1 if self.topic else 0)
        check_at_least("fade_days", self.fade_days, 0)
        for name in ("first_day", "last_day"):
            try:
                self._day(name, _COMMON_YEAR)
            except ValueError:
                raise ParameterError(
                    "parameter_range",
                    name=name,
                    allowed="MM-DD | YYYY-MM-DD",
                    value=getattr(self, name),
                    remedy='Write "09-01" for 1 September.',
                ) from None

    def days_after(self, day: date) -> int | None:
        """Return how many days a day lies behind the season.

        Parameters
        ----------
        day : date
            Any day.

        Returns
        -------
        int or None
            0 inside the season; None before it, in the year of the day.

        Examples
        --------
        >>> Season(first_day="09-01", last_day="09-28", factor=5).days_after(date(2022, 9, 30))
        2
        """
        if day < self._day("first_day", day.year):
            return None
        return max(0, (day - self._day("last_day", day.year)).days)

    def _day(self, name: str, year: int) -> date:
        text = getattr(self, name)
        return date.fromisoformat(text if len(text) > len("MM-DD") else f"{year}-{text}")


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
        Share of reports that their reporter sends once more, word for word.
    same_event_share : float
        Share of reports by another person, in other words, of an event reported before.
    series_share : float
        Share of reports that are one of a copy-paste series: one form letter, many senders.
    holiday_factor : float
        Reports of a public holiday over those of an ordinary day of the same weekday.
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
    same_event_share: float
    series_share: float
    holiday_factor: float
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
        for province in self.province_shares:
            check_choice("province_shares", province, PROVINCES)
        check_distribution("province_shares", self.province_shares)
        for name in ("repeat_share", "off_hours_share"):
            check_share(name, getattr(self, name))
        for name in ("duplicate_share", "same_event_share", "series_share"):
            check_share(name, getattr(self, name))
        check_share(
            "duplicate_share + same_event_share + series_share",
            self.duplicate_share + self.same_event_share + self.series_share,
        )
        check_at_least("holiday_factor", self.holiday_factor, 0)
        for name in ("anonymous_share", "confidential_share", "anonymous_confidential_share"):
            check_share(name, getattr(self, name))
        check_share(
            "anonymous_share + confidential_share + anonymous_confidential_share",
            self.anonymous_share + self.confidential_share + self.anonymous_confidential_share,
        )
        for name in ReportClass:
            check_positive(f"class_effort.{name}", self.class_effort.get(name, 0))
