"""Claims about all Word files: what every draft must have, whatever it is about."""

import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import numpy as np
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report import documents

Make = Callable[..., Any]
Write = Callable[[str], Path]
Read = Callable[[Path], list[str]]
BY_PLAN = {
    "juknis.docx": documents.write_juknis,
    "sk_tim.docx": documents.write_team_decree,
    "surat_edaran.docx": documents.write_circular,
    "rencana_aksi.docx": documents.write_action_plan,
    "iku.docx": documents.write_indicator_text,
    "nota_dinas.docx": documents.write_memo,
}
BY_IMPORT = {
    "penilaian_dampak_pelindungan_data.docx": documents.write_impact_assessment,
    "catatan_pemrosesan.docx": documents.write_processing_record,
}
NAMES = [*BY_PLAN, *BY_IMPORT]
RULE = re.compile(
    r"Undang-Undang Nomor|Peraturan (?:Presiden|Menteri)|Keputusan Menteri|"
    r"\bUU \d|Perpres|Permen|Kepmen|\bPP \d|Surat Edaran Nomor"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of its own."""
    return tmp_path_factory.mktemp("dokumen")


@pytest.fixture
def write(
    folder: Path, make_assessment: Make, make_plan: Make, import_facts: dict[str, Any]
) -> Callable[[str], Path]:
    """Return a function that writes a document once."""

    def written(name: str) -> Path:
        path = folder / name
        if path.exists():
            return path
        if name in BY_PLAN:
            return BY_PLAN[name](make_assessment(), make_plan(), path)
        return BY_IMPORT[name](import_facts, path, institution="Kemendikbudristek")

    return written


@pytest.mark.parametrize("name", NAMES)
def test_every_part_is_well_formed(name: str, write: Write) -> None:
    """Each XML part can be read, and is read again by python-docx."""
    with zipfile.ZipFile(write(name)) as parts:
        for part in parts.namelist():
            if part.endswith((".xml", ".rels")):
                ET.fromstring(parts.read(part))  # noqa: S314
    assert docx.Document(str(write(name))).paragraphs


@pytest.mark.parametrize("name", NAMES)
def test_every_section_says_that_it_is_a_draft(name: str, write: Write) -> None:
    """DRAF stands in the header of each section."""
    for section in docx.Document(str(write(name))).sections:
        assert "DRAF" in "\n".join(p.text for p in section.header.paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_headings_go_down_one_level_at_a_time(name: str, write: Write) -> None:
    """No heading skips a level."""
    styles = [p.style.name for p in docx.Document(str(write(name))).paragraphs]
    levels = [int(s.removeprefix("Heading ")) for s in styles if s.startswith("Heading ")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_every_blank_is_listed(name: str, write: Write, blocks: Read) -> None:
    """The number that a document says of its blanks is the number that are in it."""
    text = "\n".join(blocks(write(name)))
    said = re.search(r"memuat (\d+) isian|Yang harus diisi \((\d+)\)", text)
    assert said
    assert int(said[1] or said[2]) == text.count("[…]") > 0


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_to_be_looked_up(name: str, write: Write, blocks: Read) -> None:
    """No rule is named without JDIH in the same paragraph or row."""
    path = write(name)
    sections = docx.Document(str(path)).sections
    for block in [*blocks(path), *(p.text for s in sections for p in s.header.paragraphs)]:
        if RULE.search(block):
            assert "JDIH" in block, block


@pytest.mark.parametrize("name", NAMES)
def test_no_article_no_emblem_no_picture(name: str, write: Write) -> None:
    """No article of a rule is cited, and nothing pretends to be an official emblem."""
    with zipfile.ZipFile(write(name)) as parts:
        names = parts.namelist()
        text = re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())
    assert not re.search("pasal|garuda|logo", text, re.IGNORECASE)
    assert not [part for part in names if "/media/" in part]


@pytest.mark.parametrize("name", BY_PLAN)
def test_an_example_is_labelled(name: str, write: Write) -> None:
    """A made-up assessment says so in each of its documents."""
    with zipfile.ZipFile(write(name)) as parts:
        texts = [parts.read(p).decode() for p in parts.namelist() if p.startswith("word/")]
    assert any("CONTOH REKAAN" in text for text in texts)


@pytest.mark.parametrize("name", ["sk_tim.docx", "rencana_aksi.docx", "nota_dinas.docx"])
def test_foreign_text_cannot_break_a_document(
    name: str, tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Signs of Markdown, XML and templates in the form are read as text."""
    evil = "| **a** </w:p> {{ x }} # \u0007\x0b ::: page [b](c)"
    items = make_assessment().items.assign(question=evil)
    rows = make_plan().rows.assign(activity=evil, evidence=evil)
    path = tmp_path / name
    BY_PLAN[name](make_assessment(items=items, institution=evil), make_plan(rows=rows), path)
    text = "\n".join(blocks(path)).casefold()
    assert "| **a** </w:p> {{ x }} #" in text


@pytest.mark.parametrize("name", ["nota_dinas.docx", "catatan_pemrosesan.docx"])
def test_the_same_is_written_again(name: str, write: Write, tmp_path: Path) -> None:
    """The same assessment gives the same bytes."""
    first = write(name).read_bytes()
    copy = tmp_path / name
    shutil.move(write(name), copy)
    assert write(name).read_bytes() == first


@pytest.mark.parametrize("name", BY_PLAN)
def test_little_is_known(
    name: str, tmp_path: Path, make_assessment: Make, bare_plan: ActionPlan, blocks: Read
) -> None:
    """A form that is empty, without a date, and a plan without rows still make a draft."""
    assessment = make_assessment()
    empty = make_assessment(
        is_example=False,
        assessed_on=None,
        n_units=None,
        items=assessment.items.iloc[:0],
        levels=assessment.levels.iloc[:0],
        profile=assessment.profile.assign(level=np.nan, inherited_level=np.nan),
    )
    plan = replace(bare_plan, rows=bare_plan.rows.iloc[:0], assumptions=())
    text = "\n".join(blocks(BY_PLAN[name](empty, plan, tmp_path / name)))
    said = re.search(r"memuat (\d+) isian|Yang harus diisi \((\d+)\)", text)
    assert said
    assert int(said[1] or said[2]) == text.count("[…]")
    assert "nan" not in re.findall(r"\w+", text.casefold())
    assert "CONTOH" not in text


@pytest.mark.parametrize("name", BY_PLAN)
def test_another_suffix_is_refused(name: str, make_assessment: Make, make_plan: Make) -> None:
    """The message names the path and the suffix that can be written."""
    with pytest.raises(OutputError, match=r"^a\.pdf: must end in \.docx\. Choose one of them\.$"):
        BY_PLAN[name](make_assessment(), make_plan(), "a.pdf")


@pytest.mark.parametrize("name", BY_PLAN)
def test_synthetic_figures_are_labelled_on_a_real_form(
    name: str, tmp_path: Path, make_assessment: Make, make_plan: Make
) -> None:
    """A real form planned on made-up data says so at the head of each page."""
    assessment, plan = make_assessment(is_example=False), make_plan(is_synthetic=True)
    document = docx.Document(str(BY_PLAN[name](assessment, plan, tmp_path / name)))
    header = "\n".join(p.text for p in document.sections[0].header.paragraphs)

    assert "DATA SINTETIS, bukan kinerja sebenarnya" in header
    assert "CONTOH REKAAN" not in header
