"""What a report is: topic, class, channel, place, reporter, and the unit it belongs to."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import UnitLevel
from lapor_lab.synthetic.arrivals import Arrivals
from lapor_lab.synthetic.model.demand import ReporterModel, Season, TopicShare
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.places import load_regencies
from lapor_lab.synthetic.streams import stable_number

__all__ = ["Reports", "draw_reports", "hash_reporter"]

# A copy repeats one of the so many reports before it.
_COPY_WINDOW = 20

_Int64 = npt.NDArray[np.int64]
_Texts = npt.NDArray[np.object_]
_Bool = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Reports:
    """Attributes of all reports of an institution, one entry a report.

    Parameters
    ----------
    topic, subtopic : ndarray of str of shape (n_all,)
        What it is truly about; an empty sub-topic where the topic has none.
    report_class, channel, province, regency : ndarray of str of shape (n_all,)
        As in the cases.
    is_class_missing, is_topic_missing : ndarray of bool of shape (n_all,)
        Whether the log shows no class, no topic.
    is_anonymous, is_confidential : ndarray of bool of shape (n_all,)
        As in the cases.
    true_unit : ndarray of int of shape (n_all,)
        Position of the unit that it belongs to.
    root : ndarray of int of shape (n_all,)
        Position of the report that it copies; its own where it is none.
    reporter : ndarray of int of shape (n_all,)
        Number of the person within the institution.
    """

    topic: _Texts
    subtopic: _Texts
    report_class: _Texts
    channel: _Texts
    province: _Texts
    regency: _Texts
    is_class_missing: _Bool
    is_topic_missing: _Bool
    is_anonymous: _Bool
    is_confidential: _Bool
    true_unit: _Int64
    root: _Int64
    reporter: _Int64

    @property
    def is_copy(self) -> _Bool:
        """Whether each report copies an earlier one."""
        return np.asarray(self.root != np.arange(len(self.root)))


def draw_reports(
    institution: InstitutionModel,
    reporters: ReporterModel,
    arrivals: Arrivals,
    rng: np.random.Generator,
) -> Reports:
    """Draw the attributes of all reports of an institution.

    Parameters
    ----------
    institution : InstitutionModel
        Its topics, classes and units.
    reporters : ReporterModel
        Channels, places, privacy, repetition.
    arrivals : Arrivals
        When the reports came in.
    rng : Generator
        Stream of attributes.

    Returns
    -------
    Reports
        In the order of `arrivals`.
    """
    n_all = len(arrivals.submitted_at)
    root = _draw_roots(arrivals, reporters.duplicate_share, rng)
    topic, subtopic = _draw_topics(institution, arrivals, rng)
    report_class = _choose(institution.class_shares, rng.random(n_all))
    province = _choose(reporters.province_shares, rng.random(n_all))
    regency = _draw_regencies(province, rng.random(n_all))
    true_unit = _draw_units(institution, subtopic, province, rng)
    channel = _choose(reporters.channel_shares, rng.random(n_all))
    privacy = rng.random(n_all)
    both = reporters.anonymous_confidential_share
    anonymous = both + reporters.anonymous_share
    return Reports(
        topic=topic[root],
        subtopic=subtopic[root],
        report_class=report_class[root],
        channel=channel,
        province=province[root],
        regency=regency[root],
        is_class_missing=rng.random(n_all) < institution.class_missing_share,
        is_topic_missing=rng.random(n_all) < institution.topic_missing_share,
        is_anonymous=privacy < anonymous,
        is_confidential=(privacy < both)
        | ((privacy >= anonymous) & (privacy < anonymous + reporters.confidential_share)),
        true_unit=true_unit[root],
        root=root,
        reporter=_draw_reporters(arrivals.is_kept, reporters.repeat_share, rng),
    )


def hash_reporter(rng: int, institution: str, number: int) -> str:
    """Return the pseudonym of a person, as the table shows it.

    Parameters
    ----------
    rng : int
        Seed of the log.
    institution : str
        Identifier of the institution.
    number : int
        Number of the person.

    Returns
    -------
    str
        12 hexadecimal digits behind ``R-``.

    Examples
    --------
    >>> hash_reporter(0, "kemenkumham", 1) == hash_reporter(0, "kemenkumham", 1)
    True
    """
    text = f"{rng}|{institution}|{number}"
    return "R-" + hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def _draw_roots(arrivals: Arrivals, share: float, rng: np.random.Generator) -> _Int64:
    n_all = len(arrivals.submitted_at)
    is_copy, back = rng.random(n_all) < share, rng.random(n_all)
    kept = np.flatnonzero(arrivals.is_kept)
    root = np.arange(n_all)
    for position in range(1, len(kept)):
        if is_copy[kept[position]]:
            distance = 1 + int(back[kept[position]] * min(position, _COPY_WINDOW))
            root[kept[position]] = root[kept[position - distance]]
    return root


def _draw_topics(
    institution: InstitutionModel, arrivals: Arrivals, rng: np.random.Generator
) -> tuple[_Texts, _Texts]:
    n_ordinary = len(institution.topics)
    kinds: list[TopicShare | Season] = [*institution.topics, *institution.seasons]
    shares = {str(i): topic.share for i, topic in enumerate(institution.topics)}
    kind = _choose(shares, rng.random(len(arrivals.season))).astype(np.int64)
    kind = np.where(arrivals.season >= 0, n_ordinary + arrivals.season, kind)
    return _texts(k.topic for k in kinds)[kind], _texts(k.subtopic for k in kinds)[kind]


def _draw_regencies(province: _Texts, uniform: npt.NDArray[np.float64]) -> _Texts:
    regencies = load_regencies()
    return _texts(
        regencies[name][int(u * len(regencies[name]))]
        for name, u in zip(province.tolist(), uniform.tolist(), strict=True)
    )


def _draw_units(
    institution: InstitutionModel, subtopic: _Texts, province: _Texts, rng: np.random.Generator
) -> _Int64:
    n_all = len(subtopic)
    level = _choose(institution.level_shares, rng.random(n_all)).tolist()
    uniform = rng.random(n_all).tolist()
    main = {name: institution.main_units_for(name) for name in set(subtopic.tolist())}
    below = {name: institution.units_of_level(name) for name in institution.level_shares}
    unit = np.empty(n_all, dtype=np.int64)
    for i in range(n_all):
        if level[i] == UnitLevel.REGIONAL_OFFICE:
            # A fixed office serves each province; which one says nothing of a real office.
            served = stable_number(f"{institution.id}|{province[i]}")
            unit[i] = below[level[i]][served % len(below[level[i]])]
        else:
            choice = main[subtopic[i]] if level[i] == UnitLevel.MAIN_UNIT else below[level[i]]
            unit[i] = choice[int(uniform[i] * len(choice))]
    return unit


def _draw_reporters(is_kept: _Bool, repeat_share: float, rng: np.random.Generator) -> _Int64:
    is_repeat, back = rng.random(len(is_kept)) < repeat_share, rng.random(len(is_kept))
    reporter = np.full(len(is_kept), -1, dtype=np.int64)
    kept = np.flatnonzero(is_kept)
    for position, case in enumerate(kept.tolist()):
        earlier = kept[int(back[case] * position)]
        reporter[case] = reporter[earlier] if is_repeat[case] and position else position
    return reporter


def _choose(shares: Mapping[str, float], uniform: npt.NDArray[np.float64]) -> _Texts:
    bounds = np.cumsum(list(shares.values()))
    index = np.searchsorted(bounds, uniform * bounds[-1], side="right")
    return np.asarray(_texts(shares)[np.minimum(index, len(bounds) - 1)])


def _texts(values: Iterable[Any]) -> _Texts:
    return np.array([str(value) for value in values], dtype=object)
