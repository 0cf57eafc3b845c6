"""Sizes of the practices in a TOML file, for who holds other assumptions than ours."""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapor_lab.errors import InputFileError
from lapor_lab.practices.campaign import Campaign
from lapor_lab.practices.catalogue import PRACTICES
from lapor_lab.practices.lever import Lever
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SIZES, Change, Size
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable

__all__ = ["format_sizes", "load_practices"]

_REASON: Final = "reason"
_WORDS: Final = {
    Change.AT_LEAST: "paling sedikit",
    Change.AT_MOST: "paling banyak",
    Change.TIMES: "dikali",
}
_CAMPAIGN_KEYS: Final = ("first_day", "last_day", "fade_days")
_HEAD: Final = """\
# Ukuran praktik baik untuk simulasi. Setiap angka adalah ASUMSI; tulislah alasannya.
# low: paling tidak menguntungkan, standard: yang diasumsikan, high: paling menguntungkan.
# Tabel yang dihapus dari berkas ini memakai ukuran bawaan.
"""


def load_practices(
    path: str | Path, practices: Sequence[Practice] = PRACTICES
) -> tuple[Practice, ...]:
    """Return the practices with the sizes of a file.

    Parameters
    ----------
    path : str or Path
        TOML file with tables ``[practice.parameter]`` of `low`, `standard`, `high` and
        `reason`; `format_sizes` writes one to start from. What it leaves out stays.
    practices : sequence of Practice, default=PRACTICES
        What the file changes.

    Returns
    -------
    tuple of Practice
        In the order given.

    Raises
    ------
    InputFileError
        If the file cannot be read, names what is not there, lacks a size or its reason, or
        moves a parameter against its nature.
    """
    path = Path(path)
    if not path.is_file():
        raise InputFileError("file_missing", path=str(path))
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputFileError(
            "file_unreadable", path=str(path), reason=str(error), allowed="TOML (UTF-8)"
        ) from error
    whole = ScenarioTable(str(path), "", raw)
    whole.check_keys({practice.id for practice in practices})
    return tuple(
        _resized(practice, whole.table(practice.id)) if whole.has(practice.id) else practice
        for practice in practices
    )


def format_sizes(practices: Sequence[Practice] = PRACTICES) -> str:
    """Write the sizes of practices as the text of a TOML file.

    Parameters
    ----------
    practices : sequence of Practice, default=PRACTICES
        What to write.

    Returns
    -------
    str
        Text that `load_practices` reads back to the same practices.
    """
    tables = [
        f"[{practice.id}.{lever.parameter}]\n" + "\n".join(_lines(lever))
        for practice in practices
        for lever in practice.levers
    ]
    return "\n".join([_HEAD, *(f"{table}\n" for table in tables)])


def _lines(lever: Lever | Campaign) -> list[str]:
    lines = [f"{name} = {lever.size.value(name)!r}" for name in SIZES]
    if isinstance(lever, Campaign):
        lines += [f"{key} = {json.dumps(getattr(lever, key))}" for key in _CAMPAIGN_KEYS]
    else:
        lines.insert(0, f"# nilai hari ini, {_WORDS[lever.change]}:")
    return [*lines, f"{_REASON} = {json.dumps(lever.reason, ensure_ascii=False)}"]


def _resized(practice: Practice, table: ScenarioTable) -> Practice:
    table.check_keys({lever.parameter for lever in practice.levers})
    levers = tuple(
        _lever(lever, table.table(lever.parameter)) if table.has(lever.parameter) else lever
        for lever in practice.levers
    )
    return replace(practice, levers=levers)


def _lever(lever: Lever | Campaign, table: ScenarioTable) -> Lever | Campaign:
    is_campaign = isinstance(lever, Campaign)
    table.check_keys({*SIZES, _REASON, *(_CAMPAIGN_KEYS if is_campaign else ())})
    size = table.build(Size, **{name: table.number(name) for name in SIZES})
    changes: dict[str, object] = {"size": size, _REASON: table.text(_REASON)}
    if is_campaign:
        changes |= {key: table.text(key) for key in _CAMPAIGN_KEYS[:2] if table.has(key)}
        if table.has(_CAMPAIGN_KEYS[2]):
            changes[_CAMPAIGN_KEYS[2]] = table.number(_CAMPAIGN_KEYS[2])
    # Made anew and not replaced, so that what it refuses is named with its place in the file.
    return table.build(type(lever), **{**vars(lever), **changes})
