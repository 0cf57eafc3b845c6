"""The tables of a block: cases, events and truth, as Arrow tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lapor_lab.calendar import load_calendar
from lapor_lab.schema import Activity, Role
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries import (
    CHANNELS,
    CLASSES,
    PROVINCES,
    REGENCIES,
    Entries,
    case_ids,
    reporter_ids,
)
from lapor_lab.synthetic.handling import (
    ACTIVITIES,
    ARCHIVE_REASONS,
    CLOSERS,
    OTHER_ACCOUNT,
    REPORTER,
    ROLES,
    STATUSES,
    SYSTEM,
    Handled,
    limit_days,
    servers_of,
)
from lapor_lab.synthetic.nullable import numbers_or_null
from lapor_lab.synthetic.repeats import DUPLICATE_KINDS
from lapor_lab.synthetic.text import MAIN_OF_TOPIC, MAIN_TOPICS, TOPICS, Texts

__all__ = ["BlockTables", "tabulate_block"]

# Columns of all tables that never have a gap: of the others a file marks every row.
_FULL: Final = frozenset(
    {
        *("case_id", "submitted_at", "institution", "province", "regency", "channel", "status"),
        *("title", "text", "reporter_id", "is_anonymous", "is_confidential"),
        *("n_transfers", "n_reopens"),
        *("activity", "enabled_at", "started_at", "timestamp", "resource", "role"),
        *("true_topic", "observed_topic", "template_family", "true_unit"),
        *("personal_data", "is_reserved"),
    }
)
_LAST_SECOND_OF_DAY: Final = np.timedelta64(86_399, "s")
# A sub-topic of one name may stand below two main topics.
_SUBTOPICS: Final = tuple(dict.fromkeys(sub for _, sub in TOPICS if sub))
_SUBTOPIC_CODES: Final = np.array([_SUBTOPICS.index(sub) if sub else -1 for _, sub in TOPICS])
# Who acts for nobody of the office, by the negative number that stands for a station.
_OTHERS: Final = {
    OTHER_ACCOUNT: "admin instansi lain",
    REPORTER: str(Role.REPORTER),
    SYSTEM: str(Role.SYSTEM),
}

_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class BlockTables:
    """Cases, events and truth of one block.

    Parameters
    ----------
    cases, events, truth : pyarrow.Table
        As in a `ComplaintLog`; texts of few values are dictionary-encoded, times whole seconds.
    """

    cases: pa.Table
    events: pa.Table
    truth: pa.Table


def tabulate_block(
    block: Block, entries: Entries, handled: Handled, texts: Texts, rng: int
) -> BlockTables:
    """Put a block's arrays together.

    Parameters
    ----------
    block : Block
        The institution.
    entries : Entries
        All reports of the block.
    handled : Handled
        What became of those that the log keeps.
    texts : Texts
        Their words.
    rng : int
        Seed of the whole log.

    Returns
    -------
    BlockTables
        Cases in the order of the entries, events by case and time.
    """
    cases = np.flatnonzero(entries.is_kept)
    ids = case_ids(block.institution.id, block.first_case, len(cases))
    return BlockTables(
        cases=_cases(block, entries, handled, texts, cases, ids, rng),
        events=_events(block, entries, handled, cases, ids),
        truth=_truth(block, entries, texts, cases, ids),
    )


def _cases(
    block: Block,
    entries: Entries,
    handled: Handled,
    texts: Texts,
    cases: _Int64,
    ids: pa.Array,
    rng: int,
) -> pa.Table:
    model, progress = block.institution, handled.progress
    n_cases = len(cases)
    submitted_at = entries.submitted_at[cases]
    class_code = entries.report_class[cases].astype(np.int64)
    is_class_missing = entries.is_class_missing[cases]
    limit = limit_days(np.where(is_class_missing, len(CLASSES), class_code), submitted_at)
    due = load_calendar().add_working_days(submitted_at, limit).astype("datetime64[s]")
    subtopic = entries.subtopic[cases]
    main = MAIN_OF_TOPIC[subtopic]
    has_topic = ~entries.is_topic_missing[cases]
    # A wrong label hides the sub-topic, which belongs to another main topic.
    has_subtopic = has_topic & (texts.observed_topic == main) & (_SUBTOPIC_CODES[subtopic] >= 0)
    rating = np.zeros(n_cases, dtype=np.int64)
    rating[handled.ratings.case] = handled.ratings.rating
    levels = tuple(dict.fromkeys(unit.level for unit in model.units))
    level_of_unit = np.array([levels.index(unit.level) for unit in model.units])
    unit = progress.unit
    columns: dict[str, Any] = {
        "case_id": ids,
        "submitted_at": pa.array(submitted_at),
        "institution": _coded(np.zeros(n_cases, dtype=np.int64), [model.name]),
        "unit": _coded(unit, [unit.name for unit in model.units]),
        "unit_level": _coded(np.where(unit >= 0, level_of_unit[unit], -1), levels),
        "province": _coded(entries.province[cases], PROVINCES),
        "regency": _coded(entries.regency[cases], REGENCIES),
        "channel": _coded(entries.channel[cases], CHANNELS),
        "report_class": _coded(np.where(is_class_missing, -1, class_code), CLASSES),
        "topic": _coded(np.where(has_topic, texts.observed_topic, -1), MAIN_TOPICS),
        "subtopic": _coded(np.where(has_subtopic, _SUBTOPIC_CODES[subtopic], -1), _SUBTOPICS),
        "title": texts.title,
        "text": texts.text,
        "reporter_id": reporter_ids(rng, model.id, entries.reporter[cases]),
        "is_anonymous": pa.array(entries.is_anonymous[cases]),
        "is_confidential": pa.array(entries.is_confidential[cases]),
        "status": _coded(progress.status, STATUSES),
        "archive_reason": _coded(progress.archive_reason, ARCHIVE_REASONS),
        "verified_at": pa.array(progress.verified_at),
        "responded_at": pa.array(progress.responded_at),
        "completed_at": pa.array(progress.completed_at),
        "closed_at": pa.array(progress.closed_at),
        # The last day within the limit counts to its end.
        "deadline_at": pa.array(due + _LAST_SECOND_OF_DAY),
        "closed_by": _coded(progress.closed_by, CLOSERS),
        "n_transfers": pa.array(progress.n_transfers),
        "n_reopens": pa.array(progress.n_reopens),
        "rating": numbers_or_null(rating, rating > 0, pa.int64()),
        "duplicate_of": _originals(entries, cases, ids),
    }
    return _table(columns)


def _events(
    block: Block, entries: Entries, handled: Handled, cases: _Int64, ids: pa.Array
) -> pa.Table:
    rows, ratings = handled.rows, handled.ratings
    rank = np.zeros(len(entries.is_kept), dtype=np.int64)
    rank[cases] = np.arange(len(cases))
    n_rated = len(ratings.case)
    closed_at = handled.progress.closed_at[ratings.case]
    case = np.append(rank[rows.case], ratings.case)
    # A rating is the last event of its case.
    order = np.argsort(case, kind="stable")
    station = np.append(rows.station, np.full(n_rated, REPORTER))
    server = np.append(rows.server, np.zeros(n_rated, dtype=np.int64))
    office = entries.office[cases][case].astype(np.int64)
    resources, resource = _resources(block, office, station, server)
    added = {
        "activity": np.full(n_rated, ACTIVITIES.index(Activity.RATE)),
        "role": np.full(n_rated, ROLES.index(Role.REPORTER)),
        "unit": np.full(n_rated, -1),
        "enabled_at": closed_at,
        "started_at": ratings.timestamp,
        "timestamp": ratings.timestamp,
    }
    values = {name: np.append(getattr(rows, name), more)[order] for name, more in added.items()}
    return _table(
        {
            "case_id": pa.DictionaryArray.from_arrays(pa.array(case[order].astype(np.int32)), ids),
            "activity": _coded(values["activity"], ACTIVITIES),
            "enabled_at": pa.array(values["enabled_at"]),
            "started_at": pa.array(values["started_at"]),
            "timestamp": pa.array(values["timestamp"]),
            "resource": _coded(resource[order], pa.array(resources, pa.string())),
            "role": _coded(values["role"], ROLES),
            "unit": _coded(values["unit"], [unit.name for unit in block.institution.units]),
        }
    )


def _truth(block: Block, entries: Entries, texts: Texts, cases: _Int64, ids: pa.Array) -> pa.Table:
    subtopic = entries.subtopic[cases]
    units = [unit.name for unit in block.institution.units]
    return _table(
        {
            "case_id": ids,
            "true_topic": _coded(MAIN_OF_TOPIC[subtopic], MAIN_TOPICS),
            "observed_topic": _coded(texts.observed_topic, MAIN_TOPICS),
            "template_family": texts.template_family,
            "true_unit": _coded(entries.true_unit[cases], units),
            "true_subtopic": _coded(_SUBTOPIC_CODES[subtopic], _SUBTOPICS),
            "duplicate_kind": _coded(
                entries.duplicate_kind[cases].astype(np.int64) - 1, DUPLICATE_KINDS[1:]
            ),
            "personal_data": texts.personal_data,
            "is_reserved": pa.array(texts.is_reserved),
        }
    )


def _originals(entries: Entries, cases: _Int64, ids: pa.Array) -> pa.Array:
    rank = np.cumsum(entries.is_kept) - 1
    is_copy = entries.duplicate_kind[cases] > 0
    return ids.take(numbers_or_null(rank[entries.root[cases]], is_copy, pa.int64()))


def _resources(
    block: Block, office: _Int64, station: _Int64, server: npt.NDArray[np.integer]
) -> tuple[list[str], _Int64]:
    n_servers = servers_of(block)
    first = np.cumsum(n_servers) - n_servers
    names = list(_OTHERS.values())
    of_office = _names_of_office(n_servers)
    for number in range(block.first_office, block.first_office + len(block.n_all)):
        prefix = f"{block.institution.id}-{number + 1}" if number else block.institution.id
        names += [prefix + name for name in of_office]
    own = len(_OTHERS) + office * sum(n_servers) + first[np.maximum(station, 0)] + server
    return names, np.where(station >= 0, own, -1 - station)


@lru_cache(maxsize=8)
def _names_of_office(n_servers: tuple[int, ...]) -> tuple[str, ...]:
    admins = [f"/admin-{k + 1}" for k in range(n_servers[0])]
    officers = [
        f"/unit-{unit:03d}/petugas-{k + 1}"
        for unit, count in enumerate(n_servers[1:], start=1)
        for k in range(count)
    ]
    return *admins, *officers


def _coded(
    codes: npt.NDArray[np.integer], values: pa.StringArray | Sequence[str]
) -> pa.DictionaryArray:
    # One width for all parts, whatever an institution has of units and officers.
    index = numbers_or_null(np.maximum(codes, 0).astype(np.int32), codes >= 0, pa.int32())
    texts = values if isinstance(values, pa.StringArray) else _texts(tuple(values))
    return pa.DictionaryArray.from_arrays(index, texts)


# Blocks share most of their lists of names.
@lru_cache(maxsize=64)
def _texts(values: tuple[str, ...]) -> pa.StringArray:
    return pa.array([str(value) for value in values], pa.string())


def _table(columns: dict[str, pa.Array]) -> pa.Table:
    fields = [pa.field(n, array.type, nullable=n not in _FULL) for n, array in columns.items()]
    return pa.table(columns, schema=pa.schema(fields))
