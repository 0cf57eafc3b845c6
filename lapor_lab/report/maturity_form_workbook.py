"""Lay the assessment form out as a workbook with lists to choose from."""

import io
import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from lapor_lab.exchange import atomic_file
from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    INSTITUTION,
    OWN_GROUP,
    EvidenceItem,
    MaturityForm,
    PracticeGuide,
    load_guides,
)
from lapor_lab.practices.maturity.answer import NEVER_WORDS, UNBOUNDED_WORDS
from lapor_lab.practices.maturity.evidence_item import NEVER, UNBOUNDED, Answer
from lapor_lab.practices.maturity.gaps import expected_items
from lapor_lab.practices.maturity.raw_form import IDENTITY, LEVEL_CODE
from lapor_lab.practices.maturity.workbook_form import (
    COLUMNS,
    GUIDE_SHEETS,
    IDENTITY_SHEET,
    UNIT_COLUMNS,
)
from lapor_lab.report.maturity_form_words import (
    EXAMPLE_NOTICE,
    HOW_TO_ANSWER,
    INSTRUCTIONS,
    LEVEL_QUESTION,
    TITLE,
)
from lapor_lab.report.office_package import reproducible_package

__all__ = ["write_workbook_form"]

_HINTS: Final = ("Cara menjawab", "Contoh data dukung", "Tingkat", "Sumber")
_WIDTHS: Final = (22, 25, 48, 15, 15, 30, 22, 26, 40, 9, 44)
_POINTS_PER_LINE: Final = 13
_HEADER_ROW: Final = 3
_UNIT_HEADER_ROW: Final = len(IDENTITY) + 3
_N_BLANK_UNITS: Final = 10
_LISTED: Final = 200
_MORE_UNITS: Final = (
    "Nama di sini muncul pada lembar praktik. Untuk lebih dari sepuluh unit, salin baris unit pada "
    "setiap lembar praktik dan ganti namanya."
)
_SELECT: Final = "Pilih dari daftar."


class _Book:
    """A workbook in the making, with the looks of its cells."""

    def __init__(self, stream: io.BytesIO) -> None:
        # A text that begins with = stays a text: it may come from a form that was read.
        self.book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
        base: dict[str, Any] = {
            "text_wrap": True,
            "valign": "top",
            "align": "left",
            "font_name": "Arial",
        }
        base["font_size"] = 10
        line = base | {"border": 1, "border_color": "#BFBFBF"}
        field = line | {"bg_color": "#FFF9E5"}
        self.title = self.book.add_format(
            base | {"bold": True, "font_size": 14, "text_wrap": False}
        )
        self.line = self.book.add_format(base | {"text_wrap": False})
        self.plain = self.book.add_format(base)
        self.cell = self.book.add_format(line)
        self.header = self.book.add_format(line | {"bold": True, "bg_color": "#DDE6EF"})
        self.field = self.book.add_format(field)
        self.text_field = self.book.add_format(field | {"num_format": "@"})
        self.day_field = self.book.add_format(field | {"num_format": "yyyy-mm-dd"})

    def sheet(self, name: str, widths: tuple[int, ...]) -> Any:
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        return sheet

    def answer_format(self, item: EvidenceItem) -> Any:
        # Typed as text, "97 %" stays as it was typed; else it would become 0.97.
        kinds = {"share": self.text_field, "date": self.day_field}
        return kinds.get(item.kind, self.field)


def write_workbook_form(path: Path, form: MaturityForm) -> None:
    """Write a form as a workbook: the same form gives the same bytes.

    Parameters
    ----------
    path : Path
        Where.
    form : MaturityForm
        What stands in it; without units, room is left for ten.

    Raises
    ------
    OutputError
        If the place cannot be written.
    """
    stream = io.BytesIO()
    book = _Book(stream)
    _write_instructions(book, form)
    _write_identity(book, form)
    for guide in load_guides():
        _write_practice(book, form, guide)
    _write_levels(book)
    book.book.set_properties({"title": TITLE, "created": datetime(2022, 8, 15)})
    book.book.close()
    with atomic_file(path) as part:
        part.write_bytes(reproducible_package(stream.getvalue()))


def _write_instructions(book: _Book, form: MaturityForm) -> None:
    sheet = book.sheet(GUIDE_SHEETS[0], (4, 110))
    sheet.write_string(0, 0, TITLE, book.title)
    lines = [*INSTRUCTIONS, *HOW_TO_ANSWER.values()]
    if form.is_example:
        lines.insert(0, EXAMPLE_NOTICE)
    for number, line in enumerate(lines, start=1):
        sheet.write_number(number + 1, 0, number, book.plain)
        sheet.write_string(number + 1, 1, line[0].upper() + line[1:], book.plain)


def _write_identity(book: _Book, form: MaturityForm) -> None:
    sheet = book.sheet(IDENTITY_SHEET, (34, 44, 60))
    sheet.write_string(0, 0, EXAMPLE_NOTICE if form.is_example else TITLE, book.title)
    values: dict[str, object] = {
        "instansi": form.institution,
        "tanggal": form.assessed_on,
        "penilai_1": form.raters[0],
        "penilai_2": form.raters[1],
        "jumlah_unit": form.n_units,
        "contoh": "ya" if form.is_example else "tidak",
    }
    advice = {
        "instansi": "Nama resmi instansi.",
        "tanggal": "Tulis seperti 2022-08-15.",
        "penilai_1": "Jabatan, bukan nama.",
        "penilai_2": "Jabatan, bukan nama; boleh kosong.",
        "jumlah_unit": "Seluruh unit, juga yang tidak didaftar di bawah.",
        "contoh": 'Biarkan "tidak".',
    }
    for row, (key, name) in enumerate(IDENTITY.items(), start=1):
        sheet.write_string(row, 0, name, book.header)
        look = book.day_field if key == "tanggal" else book.field
        _write(sheet, row, 1, values[key], look)
        sheet.write_string(row, 2, advice[key], book.plain)
    for column, name in enumerate(UNIT_COLUMNS):
        sheet.write_string(_UNIT_HEADER_ROW, column, name, book.header)
    sheet.write_string(_UNIT_HEADER_ROW, 2, _MORE_UNITS, book.plain)
    units = [(unit.name, unit.group) for unit in form.units.values()]
    room = max(len(units), _N_BLANK_UNITS)
    for row in range(room):
        name, group = units[row] if row < len(units) else ("", "")
        _write(sheet, _UNIT_HEADER_ROW + 1 + row, 0, name, book.field)
        _write(sheet, _UNIT_HEADER_ROW + 1 + row, 1, group, book.field)
    first, last = _UNIT_HEADER_ROW + 1, _UNIT_HEADER_ROW + max(room, _LISTED)
    # Other groups may be written too, so that the list only offers.
    offer = {"validate": "list", "source": [OWN_GROUP, INHERITED_GROUP], "show_error": False}
    sheet.data_validation(first, 1, last, 1, offer)


def _write_practice(book: _Book, form: MaturityForm, guide: PracticeGuide) -> None:
    sheet = book.sheet(guide.name, _WIDTHS)
    sheet.write_string(0, 0, guide.title, book.title)
    sheet.write_string(1, 0, guide.definition, book.line)
    if form.is_example:
        sheet.write_string(2, 0, EXAMPLE_NOTICE, book.line)
    headers = [*COLUMNS, *_HINTS]
    headers[headers.index("Data dukung")] = "Data dukung (nama, nomor, atau tautan)"
    for column, name in enumerate(headers):
        sheet.write_string(_HEADER_ROW, column, name, book.header)
    sheet.freeze_panes(_HEADER_ROW + 1, 3)
    answers = {(a.unit, a.item): a for a in form.answers if a.practice == guide.id}
    claims = {c.unit: c.levels for c in form.claims if c.practice == guide.id}
    row = _HEADER_ROW
    for unit, formula in _entities(form):
        for item in expected_items(guide, unit):
            row += 1
            answer = answers.get((unit, item.id))
            _write_unit(book, sheet, row, unit, formula)
            sheet.write_string(row, 0, item.id, book.cell)
            sheet.write_string(row, 2, item.question, book.cell)
            for rater in (0, 1):
                value = _shown(item, answer.answers[rater] if answer else None)
                _write(sheet, row, 3 + rater, value, book.answer_format(item))
            _validate(sheet, row, item)
            _write(sheet, row, 5, answer.evidence if answer else "", book.field)
            _write(sheet, row, 6, answer.note if answer else "", book.field)
            hints = [HOW_TO_ANSWER[item.kind], item.evidence, str(item.level), item.source]
            for column, text in enumerate(hints, start=len(COLUMNS)):
                sheet.write_string(row, column, text, book.cell)
            sheet.set_row(row, _height({2: item.question, **dict(enumerate(hints, start=7))}))
        row += 1
        _write_unit(book, sheet, row, unit, formula)
        sheet.write_string(row, 0, LEVEL_CODE, book.header)
        sheet.write_string(row, 2, LEVEL_QUESTION, book.header)
        sheet.set_row(row, _height({2: LEVEL_QUESTION}))
        for rater, level in enumerate(claims.get(unit, (None, None))):
            _write(sheet, row, 3 + rater, level, book.field)
        levels = {"validate": "list", "source": [0, 1, 2, 3, 4], "error_message": _SELECT}
        sheet.data_validation(row, 3, row, 4, levels)
    last = _UNIT_HEADER_ROW + 1 + max(len(form.units), _LISTED)
    source = f"='{IDENTITY_SHEET}'!$A${_UNIT_HEADER_ROW + 2}:$A${last}"
    offer = {"validate": "list", "source": source, "show_error": False}
    sheet.data_validation(_HEADER_ROW + 1, 1, row, 1, offer)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_row(_HEADER_ROW, 2 * _POINTS_PER_LINE + 2)
    # On paper stands what is filled in; how to answer is on the screen, to the right.
    sheet.print_area(0, 0, row, len(COLUMNS) - 1)


def _height(texts: Mapping[int, str]) -> float:
    """Return a height that shows the longest text: some programs do not find it themselves."""
    lines = max(math.ceil(1.1 * len(text) / _WIDTHS[column]) for column, text in texts.items())
    return lines * _POINTS_PER_LINE + 2.0


def _entities(form: MaturityForm) -> Iterator[tuple[str, str]]:
    """Give the names of units, and the cells that name those that are still to be listed."""
    yield INSTITUTION, ""
    for name in form.units:
        yield name, ""
    for position in range(0 if form.units else _N_BLANK_UNITS):
        cell = f"'{IDENTITY_SHEET}'!$A${_UNIT_HEADER_ROW + 2 + position}"
        yield "", f'=IF({cell}="","",{cell})'


def _write_unit(book: _Book, sheet: Any, row: int, unit: str, formula: str) -> None:
    if formula:
        sheet.write_formula(row, 1, formula, book.cell, "")
    else:
        sheet.write_string(row, 1, unit, book.cell)


def _validate(sheet: Any, row: int, item: EvidenceItem) -> None:
    rules: dict[str, dict[str, object]] = {
        "yes_no": {"validate": "list", "source": ["ya", "tidak"], "error_message": _SELECT},
        "count": {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_message": "Tulis bilangan bulat, misalnya 4.",
        },
    }
    hint = HOW_TO_ANSWER[item.kind].partition(": ")[2]
    rule = rules.get(item.kind, {"validate": "any"})
    sheet.data_validation(row, 3, row, 4, rule | {"input_message": hint[0].upper() + hint[1:]})


def _write_levels(book: _Book) -> None:
    sheet = book.sheet(GUIDE_SHEETS[1], (26, 9, 90))
    sheet.write_string(0, 0, "Tingkat kematangan: bukan nilai SPBE atau PANRB", book.title)
    row = 2
    for guide in load_guides():
        for level, words in enumerate(guide.levels):
            sheet.write_string(row, 0, guide.name, book.cell)
            sheet.write_number(row, 1, level, book.cell)
            sheet.write_string(row, 2, words, book.cell)
            row += 1
        for source in guide.sources:
            sheet.write_string(row, 0, guide.name, book.cell)
            sheet.write_string(row, 1, "sumber", book.cell)
            sheet.write_string(row, 2, source, book.cell)
            row += 1


def _shown(item: EvidenceItem, answer: Answer | None) -> object:
    if isinstance(answer, bool):
        return "ya" if answer else "tidak"
    if isinstance(answer, date):
        return {UNBOUNDED: UNBOUNDED_WORDS, NEVER: NEVER_WORDS}.get(answer, answer)
    if item.kind == "share" and isinstance(answer, float):
        return f"{answer} %".replace(".0 %", " %")
    return answer


def _write(sheet: Any, row: int, column: int, value: object, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, str(value), look)
