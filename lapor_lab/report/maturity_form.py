"""Write the assessment form, blank or filled in, as a workbook or as TOML."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    OWN_GROUP,
    EvidenceItem,
    ItemAnswer,
    LevelClaim,
    MaturityForm,
    PracticeGuide,
    load_guides,
)
from lapor_lab.practices.maturity.answer import NEVER_WORDS, UNBOUNDED_WORDS
from lapor_lab.practices.maturity.blank import blank_form
from lapor_lab.practices.maturity.evidence_item import NEVER, UNBOUNDED, Answer
from lapor_lab.practices.maturity.gaps import entities, expected_items
from lapor_lab.practices.maturity.raw_form import LEVEL_CODE
from lapor_lab.practices.maturity.toml_form import IDENTITY_TABLE, ROW_KEYS, UNIT_TABLE, toml_key
from lapor_lab.report.maturity_form_words import (
    EXAMPLE_NOTICE,
    HOW_TO_ANSWER,
    INSTRUCTIONS,
    LEVEL_QUESTION,
    TITLE,
)
from lapor_lab.report.maturity_form_workbook import write_workbook_form
from lapor_lab.report.output import check_kind, write_atomically

__all__ = ["write_maturity_form"]

_KINDS: Final = (".xlsx", ".toml")
_SAMPLE_UNIT: Final = "Nama unit"


def write_maturity_form(path: str | Path, form: MaturityForm | None = None) -> Path:
    """Write a form that `read_form` reads.

    Parameters
    ----------
    path : str or Path
        Where; the ending .xlsx or .toml says how.
    form : MaturityForm or None, default=None
        What stands in it, from `blank_form` or `read_form`; None for a wholly blank one.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    OutputError
        If the ending is another, or the place cannot be written.
    """
    target = check_kind(path, _KINDS)
    form = form or blank_form()
    if target.suffix.lower() == ".xlsx":
        write_workbook_form(target, form)
    else:
        write_atomically(target, "\n".join(_toml_lines(form)) + "\n")
    return target


def _toml_lines(form: MaturityForm) -> Iterator[str]:
    yield f"# {TITLE}"
    if form.is_example:
        yield f"# {EXAMPLE_NOTICE}"
    for line in (*INSTRUCTIONS, *HOW_TO_ANSWER.values()):
        yield f"# - {line}"
    yield ""
    yield f"[{IDENTITY_TABLE}]"
    yield f"instansi = {_text(form.institution)}"
    yield f"tanggal = {_value(form.assessed_on)}  # tanggal penilaian, misalnya 2022-08-15"
    yield f"penilai_1 = {_text(form.raters[0])}  # jabatan, bukan nama"
    yield f"penilai_2 = {_text(form.raters[1])}  # boleh kosong"
    count = _text("") if form.n_units is None else str(form.n_units)
    yield f"jumlah_unit = {count}  # seluruh unit, juga yang tidak didaftar"
    yield f"contoh = {_text('ya' if form.is_example else 'tidak')}"
    yield ""
    yield "# Satu tabel untuk setiap unit yang dinilai."
    yield f"# Kelompok: {OWN_GROUP}, {INHERITED_GROUP}, atau yang lain."
    for unit in form.units.values():
        yield f"[[{UNIT_TABLE}]]"
        yield f"nama = {_text(unit.name)}"
        yield f"kelompok = {_text(unit.group)}"
    if not form.units:
        yield f"# [[{UNIT_TABLE}]]"
        yield f"# nama = {_text(_SAMPLE_UNIT)}"
        yield '# kelompok = "unit hasil penggabungan"'
    for guide in load_guides():
        yield from _practice_lines(form, guide)


def _practice_lines(form: MaturityForm, guide: PracticeGuide) -> Iterator[str]:
    answers = {(a.unit, a.item): a for a in form.answers if a.practice == guide.id}
    claims = {c.unit: c for c in form.claims if c.practice == guide.id}
    yield ""
    yield f"# {guide.title}"
    yield f"# {guide.definition}"
    for level, words in enumerate(guide.levels):
        yield f"# Tingkat {level}. {words}"
    units = [*entities(form)] if form.units else [*entities(form), _SAMPLE_UNIT]
    for position, unit in enumerate(units):
        mark = "" if unit in entities(form) else "# "
        yield ""
        yield f"{mark}[{guide.id}.{toml_key(unit)}]"
        for item in expected_items(guide, unit):
            if position <= 1:
                yield from _item_comment(item)
            yield f"{mark}{item.id} = {_row(item, answers.get((unit, item.id)))}"
        if position <= 1:
            yield f"# {LEVEL_QUESTION}"
        yield f"{mark}{LEVEL_CODE} = {_claim(claims.get(unit))}"


def _item_comment(item: EvidenceItem) -> Iterator[str]:
    yield f"# {item.question} ({HOW_TO_ANSWER[item.kind]})"
    yield f"#   data dukung, misalnya: {item.evidence}; tingkat {item.level}; sumber: {item.source}"


def _row(item: EvidenceItem, answer: ItemAnswer | None) -> str:
    first, second = answer.answers if answer else (None, None)
    texts = (answer.evidence, answer.note) if answer else ("", "")
    values = [_value(first, item), _value(second, item), *map(_text, texts)]
    return _inline(dict(zip(ROW_KEYS, values, strict=True)))


def _claim(claim: LevelClaim | None) -> str:
    levels = claim.levels if claim else (None, None)
    values = ["" if level is None else float(level) for level in levels]
    texts = [_text("") if value == "" else _value(value) for value in values]
    return _inline(dict(zip(ROW_KEYS[:2], texts, strict=True)))


def _inline(values: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in values.items()) + " }"


def _value(answer: Answer | str | None, item: EvidenceItem | None = None) -> str:
    if answer is None:
        return _text("")
    if isinstance(answer, bool):
        return _text("ya" if answer else "tidak")
    if isinstance(answer, date):
        words = {UNBOUNDED: UNBOUNDED_WORDS, NEVER: NEVER_WORDS}.get(answer)
        return _text(words) if words else answer.isoformat()
    if item is not None and item.kind == "share":
        return _text(f"{answer} %".replace(".0 %", " %"))
    return _text(answer) if isinstance(answer, str) else f"{answer:.0f}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
