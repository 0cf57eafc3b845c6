"""The style of the texts as a scenario file writes it: only what differs from the standard."""

import dataclasses
from typing import Final

from lapor_lab.synthetic.scenario_files.scenario_layer import SOURCE
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.registers import REGISTERS, STYLES, RegisterStyle

__all__ = ["TEXT_KEYS", "read_text_profile", "text_sources"]

_FIELDS: Final = tuple(field.name for field in dataclasses.fields(TextProfile))
TEXT_KEYS: Final = frozenset({*_FIELDS, SOURCE})
_STANDARD: Final = "nilai bawaan TextProfile: diukur atau asumsi, seperti tertulis di sana"
_STYLE_FIELDS: Final = frozenset(field.name for field in dataclasses.fields(RegisterStyle))


def read_text_profile(table: ScenarioTable | None) -> TextProfile:
    """Read the style of the texts.

    Parameters
    ----------
    table : ScenarioTable or None
        What differs from the standard; None if nothing does.

    Returns
    -------
    TextProfile
        The style.

    Raises
    ------
    InputFileError
        If a key or value is wrong.
    """
    if table is None:
        return TextProfile()
    shares = {
        name: table.typed(name, TextProfile)
        for name in _FIELDS
        if name != "registers" and table.has(name)
    }
    registers = table.tables_by_name("registers")
    for name in registers:
        if name not in REGISTERS:
            raise table.refusal("registers", " | ".join(REGISTERS), name)
    styles = {name: _style(below, STYLES[name]) for name, below in registers.items()}
    return table.build(TextProfile, **shares, registers=styles)


def text_sources(table: ScenarioTable | None) -> dict[str, str]:
    """Tell where each parameter of the style comes from.

    Parameters
    ----------
    table : ScenarioTable or None
        What differs from the standard; None if nothing does.

    Returns
    -------
    dict of str to str
        Source by ``"text.<parameter>"``.
    """
    given = {} if table is None else table.sources()
    return {f"text.{name}": given.get(name, _STANDARD) for name in _FIELDS}


def _style(table: ScenarioTable, standard: RegisterStyle) -> RegisterStyle:
    table.check_keys(_STYLE_FIELDS)
    given = {name: table.typed(name, RegisterStyle) for name in table.values()}
    return table.build(RegisterStyle, **{**vars(standard), **given})
