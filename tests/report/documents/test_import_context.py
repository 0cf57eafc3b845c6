"""Claims about what drafts on data protection say of an import."""

from typing import Any

from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.import_context import import_context, import_notices, treatment_of


def test_facts_are_those_of_the_import(import_facts: dict[str, Any]) -> None:
    """Rows read are rows accepted and rows in quarantine, as the import says."""
    context = import_context(import_facts, "Kemendikbudristek", Blanks())
    said = {fact["name"]: fact["value"] for fact in context["facts"]}
    assert said["Baris yang dibaca"] == "2.682"
    assert said["Baris yang diterima"] == "2.660"
    assert said["Baris di karantina"] == "22"
    assert said["Laporan pertama dan terakhir"] == "3 Januari 2022 dan –"
    assert context["quarantine_remark"] == "sedang: 22 baris di karantina"


def test_every_column_of_every_file_is_told(import_facts: dict[str, Any]) -> None:
    """What is hashed, masked, kept and not read is said by column."""
    columns = import_context(import_facts, "", Blanks())["columns"]
    first = [(c["treatment"].partition(" ")[0], c["names"]) for c in columns[:3]]
    assert first == [
        ("disandikan", "Tracking ID"),
        ("dipakai", "Tanggal"),
        ("data", "Isi Laporan Awal"),
    ]
    assert columns[3]["treatment"] == "tidak dibaca"
    assert columns[3]["names"].endswith("Kolom 20; dan 5 kolom lain")
    assert [c["file"] for c in columns] == ["ekspor_2022.xlsx"] * 4 + ["ekspor_awal.csv"] * 3


def test_treatments_are_those_of_the_import() -> None:
    """Identifiers are hashed, texts masked."""
    assert treatment_of("reporter_id").startswith("disandikan satu arah")
    assert treatment_of("title") == treatment_of("text")


def test_kinds_of_data_cite_no_article(import_facts: dict[str, Any]) -> None:
    """A kind is named without the article that its label cites."""
    masked = import_context(import_facts, "", Blanks())["masked"]
    assert masked[1] == {"kind": "Data pribadi yang bersifat spesifik", "n": "3"}


def test_withheld_texts_are_not_called_masked(import_facts: dict[str, Any]) -> None:
    """What was not copied at all is counted apart."""
    context = import_context(import_facts, "", Blanks())
    said = {fact["name"]: fact["value"] for fact in context["facts"]}
    assert said["Temuan data pribadi yang disamarkan"] == "15"
    assert said["Judul dan isi laporan rahasia yang tidak disalin"] == "466"
    assert len(context["masked"]) == 2


def test_without_an_import_all_is_asked_for() -> None:
    """A draft before the first import has blanks where the facts will stand."""
    blanks = Blanks()
    context = import_context(None, "", blanks)
    _, counts = blanks.fill(
        f"{context['institution']}{context['facts'][0]['value']}{context['data_kinds']}"
    )
    assert list(counts) == [
        "nama instansi",
        "fakta impor: jalankan lapor-lab import",
        "golongan data pribadi",
    ]


def test_made_up_data_say_so(import_facts: dict[str, Any]) -> None:
    """Synthetic data are labelled first; masking is never called anonymising."""
    made_up = {"kind": "sintetis", "scenario": "kementerian", "rng": "7"}
    notices = import_notices(import_facts | {"provenance": made_up})
    assert notices[0] == "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)"
    assert import_notices(import_facts) == notices[1:]
    assert notices[1].startswith("Penyamaran bukan anonimisasi")


def test_an_example_is_labelled_beside_what_the_data_are(import_facts: dict[str, Any]) -> None:
    """Made-up data come first, then the example; masking is always said."""
    synthetic = import_facts | {"provenance": {"kind": "sintetis"}}
    first, second, third, last = import_notices(synthetic, is_example=True)

    assert first == "DATA SINTETIS, bukan kinerja sebenarnya"
    assert second.startswith("CONTOH REKAAN")
    assert third == "studi kasus 2022, nomenklatur saat itu"
    assert (last,) == import_notices(None)
