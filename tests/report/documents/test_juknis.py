"""Claims about the draft decree with the juknis as its annex."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lapor_lab.calendar import load_limits
from lapor_lab.errors import UnknownNameError
from lapor_lab.practices.maturity import INHERITED_GROUP
from lapor_lab.report.documents.juknis import FIRST_STEPS, write_juknis
from lapor_lab.report.documents.limit_rows import latest_limits
from lapor_lab.schema import label

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]
ORDER = [
    *("Menimbang", "Mengingat", "MEMUTUSKAN", "Menetapkan", "KESATU", "KEDUA", "KETIGA"),
    *("KEEMPAT", "KELIMA", "KEENAM", "LAMPIRAN", "BAB I\nPENDAHULUAN", "A. Latar Belakang"),
    *("B. Maksud dan Tujuan", "C. Ruang Lingkup", "D. Dasar Hukum", "E. Pengertian"),
    *("BAB II\nKELEMBAGAAN", "BAB III\nALUR DAN BATAS WAKTU"),
    *("BAB IV\nKERAHASIAAN DAN PELINDUNGAN DATA", "BAB V\nSTANDAR JAWABAN", "BAB VI\nESKALASI"),
    *("BAB VII\nPEMANTAUAN DAN EVALUASI", "BAB VIII\nPELATIHAN DAN SOSIALISASI"),
    *("BAB IX\nPENUTUP", "Yang harus diisi"),
]


@pytest.fixture(scope="module")
def text(
    tmp_path_factory: pytest.TempPathFactory, make_assessment: Make, make_plan: Make, blocks: Read
) -> list[str]:
    """Return the blocks of a juknis."""
    path = tmp_path_factory.mktemp("juknis") / "juknis.docx"
    return blocks(write_juknis(make_assessment(), make_plan(), path))


def test_parts_stand_in_the_order_of_a_decree(text: list[str]) -> None:
    """Considerations, rules, dictum, annex with its chapters, closing, list of blanks."""
    places = [next(n for n, b in enumerate(text) if b.startswith(part)) for part in ORDER]
    assert places == sorted(places)


def test_every_limit_of_the_data_is_named_with_its_base(text: list[str]) -> None:
    """A row a limit: stage, class, working days, base, and that it is not verified."""
    for limit in latest_limits(load_limits()):
        row = (
            f"{label(f'stage.{limit.stage}')} | {limit.report_class or 'semua klasifikasi'} | "
            f"{limit.days} | {limit.legal_base} | belum diverifikasi"
        )
        assert any(block.startswith(row) for block in text), row


def test_the_first_steps_fit_into_their_limit() -> None:
    """Proposed parts of the time until the first follow-up add up to its limit."""
    limit = next(x for x in latest_limits(load_limits()) if x.stage == "first_followed_up")
    assert sum(step.days for step in FIRST_STEPS) == limit.days


def test_what_the_assessment_found_is_filled_in(text: list[str]) -> None:
    """Institution, levels and gaps come from the assessment."""
    whole = "\n".join(text)
    assert "Konektivitas | 2 | 1 | 3 | 2" in text
    assert (
        "praktik legalitas, konektivitas, tugas dan fungsi, target kinerja, dan sosialisasi"
        in whole
    )
    assert "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi" in whole
    assert "bukan nilai SPBE atau PANRB" in whole


def test_both_definitions_of_followed_up_stand_side_by_side(text: list[str]) -> None:
    """The official share and the completed share are named with their formulas."""
    whole = "\n".join(text)
    assert "(selesai + dalam proses) ÷ semua laporan masuk" in whole
    assert "| selesai ÷ semua laporan masuk |" in whole
    assert "kedua angka benar menurut definisinya" in whole


def test_without_merger_no_inherited_unit_is_spoken_of(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """The consideration on merged units is there only where there are some, and letters go on."""
    levels = make_assessment().levels
    assessment = make_assessment(levels=levels[levels["group"] != INHERITED_GROUP])
    text = blocks(write_juknis(assessment, make_plan(), tmp_path / "juknis.docx"))
    assert not any(block.startswith("c.\tbahwa unit hasil") for block in text)
    assert any(block.startswith("c.\tbahwa berdasarkan") for block in text)


def test_replies_are_those_of_the_topics_asked_for(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Topics that are most reported can be given; one without a reply is refused."""
    path = tmp_path / "juknis.docx"
    text = blocks(write_juknis(make_assessment(), make_plan(), path, topics=["Politik dan Hukum"]))
    assert any(block.startswith("Politik dan Hukum | Fidusia") for block in text)
    assert not any(block.startswith("Ketenagakerjaan |") for block in text)
    with pytest.raises(UnknownNameError, match=r"^Unknown topic 'SRGI'\."):
        write_juknis(make_assessment(), make_plan(), path, topics=["SRGI"])
