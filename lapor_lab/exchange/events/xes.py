"""Read an event log in XES, the standard of process mining (IEEE 1849), plain or gzipped."""

import gzip
import zlib
from dataclasses import replace
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.events.event_log import import_events
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.text_file import check_zone, parse_times
from lapor_lab.schema import ComplaintLog

__all__ = ["KEPT_PROVENANCE", "MAKER", "is_xes", "read_xes"]

MAKER: Final = ("made_by", "lapor-lab")
# What a log says of its origin, besides its file.
KEPT_PROVENANCE: Final[tuple[str, ...]] = ("kind", "scenario", "rng", "calendar")
_ALLOWED: Final = "XES (.xes, .xes.gz)"
_TEXT: Final = object if pd.__version__.startswith("2.") else "str"
_VALUES: Final = frozenset({"string", "date", "int", "float", "boolean", "id"})
_HOLDERS: Final = frozenset({"log", "trace", "event"})
_MIB: Final = 1024 * 1024
_BLOCK: Final = _MIB
_LARGEST: Final = 2048 * _MIB
_LARGEST_ELEMENT: Final = 8 * _MIB
# Logs of real processes shrink to a twentieth to a sixtieth.
_LARGEST_RATIO: Final = 300
_RATIO_FROM: Final = 16 * _MIB
_ROWS_AT_ONCE: Final = 20_000


def is_xes(path: Path) -> bool:
    """Whether a file's name is that of a log in XES.

    Parameters
    ----------
    path : Path
        A file.

    Returns
    -------
    bool
        True for ``.xes`` and ``.xes.gz``.

    Examples
    --------
    >>> is_xes(Path("log.XES.gz"))
    True
    """
    return path.name.lower().endswith((".xes", ".xes.gz"))


def read_xes(path: Path, *, zone: str = "Asia/Jakarta") -> Imported:
    """Read an event log from XES; see `read_event_log` for what its cases are.

    The file is read piece by piece. Attributes of a trace become those of the case,
    attributes of attributes and lists are passed over. A log that the kit wrote keeps its
    `as_of` and says again whether it is synthetic.

    Parameters
    ----------
    path : Path
        A file that ends in ``.xes`` or ``.xes.gz``.
    zone : str, default="Asia/Jakarta"
        Zone of the results; times with an offset are moved to it.

    Returns
    -------
    Imported
        The log and the rows in quarantine; `row` is the number of the event in the file.

    Raises
    ------
    InputFileError
        If the file is absent, no XES, holds entities, grows beyond measure when it is
        unpacked, or holds no usable event.
    ColumnNotFoundError
        If no event has a case, an activity or a time.
    UnknownNameError
        If the zone is not known.
    """
    check_zone(zone)
    if not path.is_file():
        raise InputFileError("file_missing", path=path)
    found = _XesHandler(path)
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            if is_packed:
                with gzip.open(raw) as unpacked:
                    packed_bytes = path.stat().st_size
                    most = max(packed_bytes * _LARGEST_RATIO, _RATIO_FROM)
                    _feed(path, found, unpacked, min(most, _LARGEST))
            else:
                _feed(path, found, raw, _LARGEST)
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(path, "berkas tidak utuh") from error
    frame = found.frame()
    if frame.empty:
        raise InputFileError("file_empty", path=path)
    imported = import_events(frame, path, zone)
    return replace(imported, log=_restore(imported, found.log_values, zone))


class _XesHandler:
    """Gather events as they come by."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inside: list[str] = []
        self._case: dict[str, str] = {}
        self._event: dict[str, str] = {}
        self._events_of_case: list[dict[str, str]] = []
        self._rows: list[dict[str, str]] = []
        self._frames: list[pd.DataFrame] = []
        self.log_values: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if not self._inside and name != "log":
            raise _unreadable(self._path, "unsur pertamanya bukan <log>")
        parent = self._inside[-1] if self._inside else ""
        self._inside.append(name)
        if name == "event" and parent in _HOLDERS:
            self._event = {}
        elif name == "trace" and parent == "log":
            self._case, self._events_of_case = {}, []
        elif name in _VALUES and parent in _HOLDERS and {"key", "value"} <= attributes.keys():
            held = {"log": self.log_values, "trace": self._case, "event": self._event}[parent]
            if attributes["value"].strip():
                held[attributes["key"]] = attributes["value"]

    def end(self, _tag: str) -> None:
        name = self._inside.pop()
        parent = self._inside[-1] if self._inside else ""
        if name == "event" and parent == "trace":
            self._events_of_case.append(self._event)
        elif name == "event" and parent == "log":
            self._add([self._event], {})
        elif name == "trace" and parent == "log":
            # A case without events is a row without an activity: it is told, not lost.
            self._add(self._events_of_case or [{}], self._case)

    def refuse_doctype(self, *_: object) -> None:
        raise _unreadable(self._path, "memuat DOCTYPE atau entitas")

    def frame(self) -> pd.DataFrame:
        """Return the events as texts; the index is the number of the event."""
        self._pack()
        if not self._frames:
            return pd.DataFrame()
        frame = pd.concat(self._frames, ignore_index=True)
        frame.index = pd.RangeIndex(1, len(frame) + 1)
        return frame

    def _add(self, events: list[dict[str, str]], case: dict[str, str]) -> None:
        of_case = {f"case:{key}": value for key, value in case.items()}
        self._rows += [{**event, **of_case} for event in events]
        if len(self._rows) >= _ROWS_AT_ONCE:
            self._pack()

    def _pack(self) -> None:
        if self._rows:
            self._frames.append(pd.DataFrame(self._rows, dtype=_TEXT))
            self._rows = []


def _feed(
    path: Path, found: _XesHandler, stream: IO[bytes] | gzip.GzipFile, most_bytes: int
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.StartDoctypeDeclHandler = found.refuse_doctype
    n_bytes = 0
    try:
        while block := stream.read(_BLOCK):
            n_bytes += len(block)
            if n_bytes > most_bytes:
                raise _unreadable(path, f"isinya lebih dari {most_bytes // _MIB} MiB")
            parser.Parse(block, False)  # noqa: FBT003
            if n_bytes - parser.CurrentByteIndex > _LARGEST_ELEMENT:
                raise _unreadable(path, f"satu unsurnya lebih dari {_LARGEST_ELEMENT // _MIB} MiB")
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise _unreadable(path, f"XML tidak utuh pada baris {error.lineno}") from error
    except LookupError as error:
        raise _unreadable(path, "penyandian huruf tidak dikenal") from error


def _restore(imported: Imported, values: dict[str, str], zone: str) -> ComplaintLog:
    log = imported.log
    if values.get(MAKER[0]) != MAKER[1]:
        return log
    as_of = parse_times(pd.Series([values.get("as_of")], dtype=object), zone).iloc[0]
    said = {key: values[key] for key in KEPT_PROVENANCE if key in values}
    return replace(
        log,
        as_of=log.as_of if pd.isna(as_of) else as_of,
        provenance={**log.provenance, **said},
    )


def _unreadable(path: Path, reason: str) -> InputFileError:
    return InputFileError("file_unreadable", path=path, reason=reason, allowed=_ALLOWED)
