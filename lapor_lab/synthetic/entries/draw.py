"""Draw the reports of a block."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from lapor_lab.errors import UnknownNameError
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries.arrivals import Arrivals, draw_arrivals
from lapor_lab.synthetic.entries.duplicates import draw_duplicates
from lapor_lab.synthetic.entries.entries import (
    CHANNELS,
    CLASSES,
    SAME_EVENT,
    SAME_TEXT,
    Entries,
)
from lapor_lab.synthetic.places import PROVINCES, draw_regencies
from lapor_lab.synthetic.entries.reporters import draw_reporters
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.entries.units import draw_units
from lapor_lab.synthetic.model.demand import ReporterModel
from lapor_lab.synthetic.model.institution_model import InstitutionModel
from lapor_lab.synthetic.streams import Stream
from lapor_lab.synthetic.text.topic_list import topic_number

__all__ = ["draw_entries"]

_N_UNIFORMS = 13

_Int64 = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


def draw_entries(reporters: ReporterModel, block: Block, rng: int) -> Entries:
    """Draw all reports of a block: when, from whom, about what.

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

    Raises
    ------
    UnknownNameError
        If a province is not known.
    """
    model = block.institution
    arrivals = draw_arrivals(reporters, block, rng)
    generator = block.stream(rng, Stream.ATTRIBUTES)
    n_all = len(arrivals.office)
    uniform = generator.random((_N_UNIFORMS, n_all))
    root, kind = draw_duplicates(reporters, arrivals, generator)
    subtopic = _draw_topics(model, arrivals, uniform[0])[root]
    own_province = _province_codes(reporters)[
        draw_positions(list(reporters.province_shares.values()), uniform[2])
    ]
    # Who tells of the same event tells of the same place.
    origin = np.where((kind == SAME_TEXT) | (kind == SAME_EVENT), root, np.arange(n_all))
    sender = np.where(kind == SAME_TEXT, root, np.arange(n_all))
    regency = draw_regencies(own_province, uniform[3])
    classes = _codes(CLASSES, model.class_shares)
    channels = _codes(CHANNELS, reporters.channel_shares)
    is_anonymous, is_confidential = _draw_privacy(reporters, uniform[9])
    report_class = classes[draw_positions(list(model.class_shares.values()), uniform[1])]
    channel = channels[draw_positions(list(reporters.channel_shares.values()), uniform[4])]
    case = np.flatnonzero(arrivals.is_kept)
    reporter = np.full(n_all, -1, dtype=np.int64)
    reporter[case] = draw_reporters(
        block,
        arrivals.office[case],
        np.searchsorted(case, root[case]),
        kind[case],
        (uniform[7][case], uniform[8][case]),
        reporters.repeat_share,
    )
    return Entries(
        submitted_at=arrivals.submitted_at,
        office=arrivals.office,
        is_kept=arrivals.is_kept,
        season=arrivals.season,
        subtopic=subtopic,
        report_class=report_class[origin],
        channel=channel[sender],
        province=own_province[origin],
        regency=regency[origin],
        is_class_missing=uniform[10] < model.class_missing_share,
        is_topic_missing=uniform[11] < model.topic_missing_share,
        is_anonymous=is_anonymous[sender],
        is_confidential=is_confidential[sender],
        true_unit=draw_units(model, subtopic, own_province, (uniform[5], uniform[6]))[root],
        root=root,
        duplicate_kind=kind,
        reporter=reporter,
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


def _codes(values: tuple[str, ...], shares: Mapping[str, float]) -> npt.NDArray[np.int16]:
    return np.array([values.index(name) for name in shares], dtype=np.int16)


def _province_codes(reporters: ReporterModel) -> npt.NDArray[np.int16]:
    for name in reporters.province_shares:
        if name not in PROVINCES:
            raise UnknownNameError(
                "unknown_name", kind="province", value=name, allowed=", ".join(PROVINCES)
            )
    return _codes(PROVINCES, reporters.province_shares)
