"""One answer, understood or refused."""

import re
from datetime import date

import pytest

from lapor_lab.practices.maturity import load_guides
from lapor_lab.practices.maturity.answer import AnswerError, format_answer, parse_answer
from lapor_lab.practices.maturity.evidence_item import NEVER, UNBOUNDED, EvidenceItem

ITEMS = {item.id: item for guide in load_guides() for item in guide.items}
YES_NO, EXPIRY = ITEMS["sk-tim"], ITEMS["sk-tim-berakhir"]
PAST, SHARE, COUNT = ITEMS["masuk-terakhir"], ITEMS["akun-aktif-persen"], ITEMS["akun-aktif"]


@pytest.mark.parametrize(
    ("item", "text", "expected"),
    [
        (YES_NO, " Ya ", True),
        (YES_NO, "TRUE", True),
        (YES_NO, "belum ada", False),
        (EXPIRY, "2022-12-31", date(2022, 12, 31)),
        (EXPIRY, "31 Desember 2022", date(2022, 12, 31)),
        (EXPIRY, "31/12/2022", date(2022, 12, 31)),
        (EXPIRY, "2022-12-31T10:30:00", date(2022, 12, 31)),
        (EXPIRY, "Tidak dibatasi", UNBOUNDED),
        (PAST, "belum pernah", NEVER),
        (SHARE, "97", 97.0),
        (SHARE, "97 %", 97.0),
        (SHARE, "97,5%", 97.5),
        (SHARE, "0", 0.0),
        (SHARE, "0,5 %", 0.5),
        (SHARE, "100 persen", 100.0),
        (COUNT, "1.341", 1341.0),
        (COUNT, "0", 0.0),
    ],
)
def test_answers_are_read_as_people_write_them(
    item: EvidenceItem, text: str, expected: object
) -> None:
    """Words, days and numbers in Indonesian or as a workbook gives them mean one thing."""
    assert parse_answer(item, text) == expected


@pytest.mark.parametrize("item", [YES_NO, EXPIRY, PAST, SHARE, COUNT])
@pytest.mark.parametrize("text", ["", "-", " ", "–"])
def test_blank_is_no_answer(item: EvidenceItem, text: str) -> None:
    """An empty cell is neither no nor zero."""
    assert parse_answer(item, text) is None


@pytest.mark.parametrize(
    ("item", "text", "message"),
    [
        (YES_NO, "mungkin", '"mungkin" bukan jawaban. Pilih "ya" atau "tidak".'),
        (
            EXPIRY,
            "31 Feb 2022",
            '"31 Feb 2022" bukan tanggal. Tulis seperti 2022-08-15, atau "tidak dibatasi".',
        ),
        (
            PAST,
            "tidak dibatasi",
            '"tidak dibatasi" bukan tanggal. Tulis seperti 2022-08-15, atau "belum pernah".',
        ),
        (SHARE, "120 %", '"120 %" melebihi 100 %. Tulis angka 0 sampai 100.'),
        (SHARE, "-5", '"-5" kurang dari 0 %. Tulis angka 0 sampai 100.'),
        (SHARE, "banyak", '"banyak" bukan persen. Tulis angka 0 sampai 100.'),
        (
            SHARE,
            "0.97",
            (
                '"0.97" dapat berarti 97 % atau 0,97 %. Jadikan selnya teks, lalu tulis dengan '
                'tanda persen, misalnya "97 %".'
            ),
        ),
        (
            SHARE,
            "1",
            (
                '"1" dapat berarti 100 % atau 1 %. Jadikan selnya teks, lalu tulis dengan '
                'tanda persen, misalnya "97 %".'
            ),
        ),
        (COUNT, "4,5", '"4,5" bukan hitungan. Tulis bilangan bulat, misalnya 4.'),
        (COUNT, "empat", '"empat" bukan hitungan. Tulis bilangan bulat, misalnya 4.'),
        (COUNT, "-1", '"-1" bukan hitungan. Tulis bilangan bulat, misalnya 4.'),
    ],
)
def test_what_is_no_answer_is_refused_with_the_way_out(
    item: EvidenceItem, text: str, message: str
) -> None:
    """The refusal quotes the cell and says what to write."""
    with pytest.raises(AnswerError, match=f"^{re.escape(message)}$"):
        parse_answer(item, text)


@pytest.mark.parametrize(
    ("item", "answer", "text"),
    [
        (YES_NO, True, "ya"),
        (YES_NO, False, "tidak"),
        (YES_NO, None, ""),
        (EXPIRY, date(2022, 12, 31), "31 Desember 2022"),
        (EXPIRY, UNBOUNDED, "tidak dibatasi"),
        (PAST, NEVER, "belum pernah"),
        (SHARE, 97.5, "97,5 %"),
        (COUNT, 1341.0, "1.341"),
    ],
)
def test_written_answer_is_read_back(item: EvidenceItem, answer: object, text: str) -> None:
    """What a table shows is what a form may say."""
    assert format_answer(item, answer) == text
    assert parse_answer(item, text) == answer
