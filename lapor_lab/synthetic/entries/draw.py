"""Draw the reports of a block."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries.arrivals import Arrivals, draw_arrivals
from lapor_lab.synthetic.entries.duplicates import draw_duplicates, follow_to_first
from lapor_lab.synthetic.entries.entries import CHANNELS, CLASSES, Entries
from lapor_lab.synthetic.entries.provinces import draw_places
from lapor_lab.synthetic.entries.reporters import draw_persons, number_persons
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.entries.units import draw_units
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.repeats import SAME_EVENT, SAME_TEXT
from lapor_lab.synthetic.streams import Stream
from lapor_lab.synthetic.text.topic_list import topic_number

__all__ = ["draw_entries"]

# What the uniforms of a report are for; the order is part of every log.
_UNIFORMS: Final = (
    "topic", "class", "province", "regency", "channel", "level", "unit", "repeats", "person",
    "privacy", "class_missing", "topic_missing",
)  # fmt: skip

_Floats = npt.NDArray[np.float64]


def draw_entries(reporters: ReporterModel, block: Block, rng: int) -> Entries:
    """Draw all reports of a block: when, from whom, about what.

    All shares are thresholds on uniforms that are drawn apart, so that each can be estimated from
    the reports that it decides on: topic, class, level of the unit, channel and anonymity from
    those that are no copies; places from the first report of each person that is no copy, for
    people stay where they live; missing labels from all.

    Parameters
    ----------
    reporters : ReporterModel
        How reporters behave.
    block : Block
        The institution, its offices and the period.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Entries
        By office and time of entry.

    ParameterError
        If no report can come in on any day of the period.
    """
    model = block.institution
    arrivals = draw_arrivals(reporters, block, rng)
    generator = block.stream(rng, Stream.ATTRIBUTES)
    n_all = len(arrivals.office)
    uniform = dict(zip(_UNIFORMS, generator.random((len(_UNIFORMS), n_all)), strict=True))
    root, kind = draw_duplicates(reporters, arrivals, generator)
    person = draw_persons(
        arrivals, root, kind, (uniform["repeats"], uniform["person"]), reporters.repeat_share
    )
    itself = np.arange(n_all)
    # Who tells of the same event tells of the same place and class.
    event = np.where((kind == SAME_TEXT) | (kind == SAME_EVENT), root, itself)
    sender = np.where(kind == SAME_TEXT, root, itself)
    # People report from where they live.
    home = follow_to_first(np.where(kind == SAME_EVENT, root, person))
    subtopic = _draw_topics(model, arrivals, uniform["topic"])[root]
    province, regency = draw_places(
        reporters.province_shares, (uniform["province"], uniform["regency"])
    )
    province, regency = province[home], regency[home]
    is_anonymous, is_confidential = _draw_privacy(reporters, uniform["privacy"])
    report_class = _draw_codes(CLASSES, model.class_shares, uniform["class"])
    channel = _draw_codes(CHANNELS, reporters.channel_shares, uniform["channel"])
    unit = draw_units(model, subtopic, province, (uniform["level"], uniform["unit"]))
    return Entries(
        submitted_at=arrivals.submitted_at,
        office=arrivals.office,
        is_kept=arrivals.is_kept,
        season=arrivals.season,
        subtopic=subtopic,
        report_class=report_class[event],
        channel=channel[sender],
        province=province,
        regency=regency,
        is_class_missing=uniform["class_missing"] < model.class_missing_share,
        is_topic_missing=uniform["topic_missing"] < model.topic_missing_share,
        is_anonymous=is_anonymous[sender],
        is_confidential=is_confidential[sender],
        true_unit=unit[root],
        root=root,
        duplicate_kind=kind,
        reporter=number_persons(block, arrivals.is_kept, person),
    )


def _draw_topics(
    model: InstitutionModel, arrivals: Arrivals, uniform: _Floats
) -> npt.NDArray[np.int32]:
    numbers = np.array([topic_number(t.topic, t.subtopic) for t in model.topics])
    ordinary = numbers[draw_positions([t.share for t in model.topics], uniform)]
    added = [topic_number(s.topic, s.subtopic) if s.topic else -1 for s in model.seasons]
    of_season = np.array([*added, -1])[arrivals.season]
    return np.where(of_season >= 0, of_season, ordinary).astype(np.int32)


def _draw_privacy(
    reporters: ReporterModel, uniform: _Floats
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    both = reporters.anonymous_confidential_share
    anonymous = both + reporters.anonymous_share
    only_confidential = (uniform >= anonymous) & (
        uniform < anonymous + reporters.confidential_share
    )
    return uniform < anonymous, (uniform < both) | only_confidential


def _draw_codes(
    values: tuple[str, ...], shares: Mapping[str, float], uniform: _Floats
) -> npt.NDArray[np.int16]:
    codes = np.array([values.index(name) for name in shares], dtype=np.int16)
    return np.asarray(codes[draw_positions(list(shares.values()), uniform)])
