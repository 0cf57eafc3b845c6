"""What an import leaves beside its cases."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange.imports.import_summary import FileFacts, ImportSummary
from lapor_lab.exchange.log_folder import RECAP, write_rows
from lapor_lab.metrics import MEASURES
from lapor_lab.report.import_report import import_facts, write_import_report

Facts = Callable[..., FileFacts]
Make = Callable[..., Path]
Summary = Callable[..., ImportSummary]
KEYS = [
    "version", "n_rows", "n_accepted", "n_quarantined", "n_cases", "n_snapshots", "n_recap_rows",
    "as_of", "n_after_as_of", "span", "quarantine", "files", "ignored_files", "statuses",
    "unknown_statuses", "masked", "notes", "availability", "remarks", "key_fingerprint",
    "provenance",
]  # fmt: skip


def test_both_files_tell_the_same(
    make_import_folder: Make, make_summary: Summary, tmp_path: Path
) -> None:
    """JSON and page lie in the folder; availability counts the institutions of every measure."""
    folder = make_import_folder(tmp_path / "impor")

    page = write_import_report(make_summary(), folder)

    facts = json.loads((folder / "import.json").read_text("utf-8"))
    assert page == folder / "impor.html"
    assert list(facts) == KEYS
    assert facts["n_rows"] == facts["n_accepted"] + facts["n_quarantined"] == 160
    assert set(facts["availability"]) == {m.id for m in MEASURES}
    assert {sum(states.values()) for states in facts["availability"].values()} == {3}
    assert facts["availability"]["closed_share"] == {"tersedia": 2, "data belum memadai": 1}
    assert facts["availability"]["first_followed_up_within_limit"]["hanya batas"] == 2
    assert facts["availability"]["mean_rating"] == {"tidak tersedia": 3}
    assert facts["span"] == {"first": "2024-01-02T00:00:00", "last": "2024-03-31T00:00:00"}
    assert facts["remarks"][0] == {
        "code": "unknown_status",
        "text": "6 baris memuat status yang tidak dikenal: Menunggu Jawaban.",
        "values": {"n": 6, "names": "Menunggu Jawaban"},
    }
    assert "Dari <strong>160</strong> baris" in page.read_text("utf-8")


def test_two_runs_give_the_same_bytes(
    make_import_folder: Make, make_summary: Summary, tmp_path: Path
) -> None:
    """Nothing of the time or the place of a run is written."""
    written = []
    for name in ("a", "b"):
        folder = make_import_folder(tmp_path / name)
        write_import_report(make_summary(), folder, shown_as="impor")
        written.append([(folder / file).read_bytes() for file in ("import.json", "impor.html")])

    assert written[0] == written[1]
    assert str(tmp_path).encode() not in b"".join(written[0])


def test_the_commands_name_the_folder_to_be(
    make_import_folder: Make, make_summary: Summary, tmp_path: Path
) -> None:
    """A folder that will be renamed is called by its later name."""
    folder = make_import_folder(tmp_path / ".impor-x1")

    page = write_import_report(make_summary(), folder, shown_as=Path("impor"))

    assert "compare impor --out" in page.read_text("utf-8")
    assert ".impor-x1" not in page.read_text("utf-8")


def test_a_recap_is_counted_too(
    make_summary: Summary, make_file_facts: Facts, tmp_path: Path
) -> None:
    """Totals without cases have their two shares, and no measure of time."""
    rows = pd.DataFrame(
        {"institution": ["A", "B"], "n": [40, 60], "n_closed": [30, 50], "n_in_process": [5, 5]}
    )
    write_rows(tmp_path, RECAP, "000001", rows)
    file = make_file_facts(columns={"institution": "OPD", "n": "Masuk"}, layout="rekapitulasi")
    summary = make_summary(files=(file,), n_cases=0, n_recap_rows=2, first=None, last=None)

    write_import_report(summary, tmp_path)

    facts = json.loads((tmp_path / "import.json").read_text("utf-8"))
    assert facts["availability"]["closed_share"] == {"tersedia": 2}
    assert facts["availability"]["completed_within_limit"] == {"tidak tersedia": 2}
    assert facts["span"] == {"first": None, "last": None}


def test_a_recap_of_an_institution_with_cases_is_not_added(
    make_import_folder: Make, make_summary: Summary, tmp_path: Path
) -> None:
    """Who stands in cases and in a recap is counted once, by the cases."""
    folder = make_import_folder(tmp_path / "impor", {"A": {"Ditutup oleh Admin": 3}})
    rows = pd.DataFrame({"institution": ["A", "B"], "n": [40, 60], "n_closed": [30, 50]})
    write_rows(folder, RECAP, "000002", rows)

    write_import_report(make_summary(n_recap_rows=2), folder)

    facts = json.loads((folder / "import.json").read_text("utf-8"))
    assert facts["availability"]["closed_share"] == {"tersedia": 1, "data belum memadai": 1}


def test_no_number_of_a_person_is_in_the_facts(
    make_summary: Summary, make_file_facts: Facts
) -> None:
    """Names that files give are masked before they are written anywhere."""
    digits = "32010" + "10101010001"
    file = make_file_facts(columns={"case_id": f"NIK {digits}"}, columns_ignored=(digits,))
    summary = make_summary(
        files=(file,), statuses={digits: 9}, unknown_statuses={f"status {digits}": 9}
    )

    assert digits not in json.dumps(import_facts(summary, None))


def test_a_reason_quotes_no_cell(make_summary: Summary) -> None:
    """What a reason says of a row's own cell stays in the quarantine file."""
    reasons = {"waktu tidak terbaca: Tgl = 'kemarin Budi'": 2, "waktu tidak terbaca: Tgl = 'x'": 3}

    facts = import_facts(make_summary(quarantine_reasons=reasons), None)

    assert facts["quarantine"] == {"waktu tidak terbaca: Tgl": 5}


def test_a_place_that_cannot_be_written_is_refused(
    make_import_folder: Make, make_summary: Summary, tmp_path: Path
) -> None:
    """Where import.json is a folder, one line says so."""
    folder = make_import_folder(tmp_path / "impor")
    (folder / "import.json").mkdir()

    message = f"{folder / 'import.json'}: cannot be written (Is a directory). Choose another place."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_import_report(make_summary(), folder)
