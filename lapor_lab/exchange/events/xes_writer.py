"""Write an event log as XES, for the tools of process mining."""

import gzip
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import numpy as np
import pandas as pd

from lapor_lab.errors import OutputError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.events.lifecycle import TRANSITION
from lapor_lab.exchange.events.xes import KEPT_PROVENANCE, MAKER, is_xes
from lapor_lab.schema import CASES, ComplaintLog, label

__all__ = ["write_xes"]

_ZONE: Final = "Asia/Jakarta"
_CASES_AT_ONCE: Final = 20_000
_KINDS: Final = {column.name: column.kind for column in CASES}
_TYPES: Final = {"time": "date", "count": "int", "number": "float", "flag": "boolean"}
_KEYS: Final = {
    "activity": "concept:name",
    "timestamp": "time:timestamp",
    "resource": "org:resource",
    "role": "org:role",
    "unit": "org:group",
}
_WORDS: Final = ("title", "text")
_INSTANCE: Final = "concept:instance"
_STEPS: Final = ("schedule", "start", "complete")
# Marks with a meaning, white space that an attribute would lose, and what XML cannot hold.
_ESCAPES: Final = {
    **dict.fromkeys((*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), ""),
    **{ord(mark): f"&#{ord(mark)};" for mark in '\t\n\r&<>"'},
}
_HEAD: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<global scope="trace">
<string key="concept:name" value=""/>
</global>
<global scope="event">
<string key="concept:name" value=""/>
<date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
<string key="lifecycle:transition" value="complete"/>
</global>
<classifier name="Activity" keys="concept:name"/>
"""


def write_xes(log: ComplaintLog, path: Path, *, with_text: bool = False) -> None:
    """Write a log's cases as traces and its events as events.

    An event that knows when it began, or was enabled, becomes several with the transitions
    schedule, start and complete. What a synthetic log knows of itself is not written.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    path : Path
        A file that ends in ``.xes`` or ``.xes.gz``.
    with_text : bool, default=False
        Whether titles and texts go along; those of confidential reports never do.

    Raises
    ------
    OutputError
        If the log has no events, or the place cannot be written.
    """
    if not is_xes(path):
        raise OutputError("output_kind", path=path, allowed=".xes, .xes.gz")
    if log.events is None or log.events.empty:
        raise OutputError("events_missing", path=path)
    zone = log.provenance.get("zone", _ZONE)
    cases = _open_cases(log.cases, with_text=with_text)
    places = pd.Index(cases["case_id"].to_numpy())
    orphans = log.events.loc[~log.events["case_id"].isin(places), "case_id"].unique()
    cases = pd.concat([cases, pd.DataFrame({"case_id": orphans})], ignore_index=True)
    steps = _expand(log.events)
    steps["place"] = places.append(pd.Index(orphans)).get_indexer(steps["case_id"])
    steps = steps.sort_values(["place", "timestamp", "step"], kind="stable")
    with atomic_file(path) as part, _open_stream(part, is_packed=path.suffix == ".gz") as stream:
        stream.write(_HEAD.encode())
        stream.write("".join(_log_values(log, zone)).encode())
        for start in range(0, len(cases), _CASES_AT_ONCE):
            block = cases.iloc[start : start + _CASES_AT_ONCE]
            first, last = steps["place"].searchsorted([start, start + len(block)])
            stream.write(_write_block(block, steps.iloc[first:last], start, zone).encode())
        stream.write(b"</log>\n")


@contextmanager
def _open_stream(path: Path, *, is_packed: bool) -> Iterator[IO[bytes] | gzip.GzipFile]:
    with path.open("wb") as raw:
        if is_packed:
            # Neither name nor time in it: equal logs are equal files.
            with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
                yield packed
        else:
            yield raw


def _open_cases(cases: pd.DataFrame, *, with_text: bool) -> pd.DataFrame:
    words = [name for name in _WORDS if name in cases]
    if not with_text:
        return cases.drop(columns=words)
    if "is_confidential" not in cases:
        return cases
    is_open = ~cases["is_confidential"].fillna(value=False).astype(bool)
    return cases.assign(**{name: cases[name].where(is_open) for name in words})


def _expand(events: pd.DataFrame) -> pd.DataFrame:
    """Make a row of each moment of an event."""
    complete = events.reset_index(drop=True).assign(step=2)
    parts = [complete]
    is_several = pd.Series(data=False, index=complete.index)
    for step, name in enumerate(("enabled_at", "started_at")):
        if name in complete:
            known = complete[complete[name].notna()]
            is_several |= complete[name].notna()
            parts.append(known.assign(step=step, timestamp=known[name]))
    numbers = pd.Series(complete.index.astype(str), index=complete.index).where(is_several)
    moments = [part.assign(**{_INSTANCE: numbers.reindex(part.index)}) for part in parts]
    expanded = pd.concat(moments, ignore_index=True)
    transitions = expanded["step"].map(dict(enumerate(_STEPS)))
    return expanded.drop(columns=["enabled_at", "started_at"], errors="ignore").assign(
        **{TRANSITION: transitions}
    )


def _write_block(cases: pd.DataFrame, steps: pd.DataFrame, start: int, zone: str) -> str:
    values = steps.drop(columns=["case_id", "place", "step"]).rename(columns=_KEYS)
    events = [f"<event>\n{event}</event>\n" for event in _join(values, zone)]
    traces = _join(cases.rename(columns={"case_id": "concept:name"}), zone)
    ends = (steps["place"] - start).searchsorted(range(len(cases) + 1))
    return "".join(
        f"<trace>\n{trace}{''.join(events[ends[place] : ends[place + 1]])}</trace>\n"
        for place, trace in enumerate(traces)
    )


def _join(frame: pd.DataFrame, zone: str) -> list[str]:
    """Write each row's attributes."""
    columns = [_attributes(str(name), frame[name], zone) for name in frame]
    return ["".join(row) for row in zip(*columns, strict=True)]


def _attributes(name: str, values: pd.Series, zone: str) -> list[str]:
    key = re.sub(r"[^\w.:-]", "_", name.removeprefix("case:"))
    key = key if key[:1].isalpha() else f"_{key}"
    kind = _type_of(name, values)
    if kind == "date":
        known = _with_offset(values, zone)
    elif kind == "boolean":
        known = values.dropna().astype(bool).astype(str).str.lower()
    else:
        known = values.dropna().astype(str)
    texts = known.reindex(values.index).astype(object).to_list()
    return [
        f'<{kind} key="{key}" value="{text.translate(_ESCAPES)}"/>\n'
        if isinstance(text, str)
        else ""
        for text in texts
    ]


def _with_offset(values: pd.Series, zone: str) -> pd.Series:
    # An hour that comes twice is taken for its second time; Indonesia has none.
    is_first = np.zeros(len(values), dtype=bool)
    known = pd.to_datetime(values).dt.tz_localize(
        zone, ambiguous=is_first, nonexistent="shift_forward"
    )
    return known.dropna().map(lambda time: time.isoformat(timespec="microseconds"))


def _type_of(name: str, values: pd.Series) -> str:
    if name in _KINDS:
        return _TYPES.get(_KINDS[name], "string")
    checks = {
        "date": pd.api.types.is_datetime64_any_dtype,
        "boolean": pd.api.types.is_bool_dtype,
        "int": pd.api.types.is_integer_dtype,
        "float": pd.api.types.is_float_dtype,
    }
    return next((kind for kind, check in checks.items() if check(values)), "string")


def _log_values(log: ComplaintLog, zone: str) -> Iterable[str]:
    said = {"concept:name": log.provenance.get("source", ""), MAKER[0]: MAKER[1]}
    said |= {key: log.provenance[key] for key in KEPT_PROVENANCE if key in log.provenance}
    if log.is_synthetic:
        said["note"] = label("notice.synthetic")
    for key, value in said.items():
        yield from _attributes(key, pd.Series([value], dtype=object), zone)
    yield from _attributes("as_of", pd.Series([log.as_of]), zone)
