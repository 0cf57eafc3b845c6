"""What is noteworthy of files."""

from collections import Counter

import pandas as pd

from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts
from lapor_lab.exchange.imports.remarks_on_files import remarks_on_files


def facts(name: str, day: str, origin: AsOfOrigin = AsOfOrigin.PREAMBLE) -> FileFacts:
    """Return the facts of a file of one row."""
    return FileFacts(
        file=name, sheet="", layout="", header_row=1, encoding="", as_of=pd.Timestamp(day),
        as_of_origin=origin, n_rows=1, n_accepted=1, n_quarantined=0,
    )  # fmt: skip


def remarks(*files: FileFacts, **more: object) -> list[tuple[str, dict[str, object]]]:
    """Return the remarks as plain values."""
    known = {file.file: file.as_of for file in files}
    options = {"known_until": known, "notes": Counter(), "recap_institutions": []} | more
    options.setdefault("n_ignored", 0)
    return [(r.code, dict(r.values)) for r in remarks_on_files(files, [], **options)]


def test_files_of_one_date_give_no_remark() -> None:
    """Two files of the same day can be compared as they are."""
    assert remarks(facts("a", "2024-01-01"), facts("b", "2024-01-01 10:00")) == []


def test_other_dates_and_guesses_are_told() -> None:
    """Files 31 days apart: the later one had more time. A guessed date is named by file."""
    got = remarks(facts("a", "2024-01-01"), facts("b", "2024-02-01", AsOfOrigin.LAST_TIME))
    assert got == [
        ("as_of_guessed", {"file": "b", "date": pd.Timestamp("2024-02-01")}),
        (
            "dates_differ",
            {"first": pd.Timestamp("2024-01-01"), "last": pd.Timestamp("2024-02-01"), "n_days": 31},
        ),
    ]


def test_notes_are_told_once_each() -> None:
    """Unknown statuses are summed over files and the commonest five are named."""
    notes = Counter({("unknown_status", f"S{n}", "a"): n for n in range(1, 8)})
    notes["unknown_status", "S7", "b"] = 3
    notes["date_ambiguous", "", "a"] = 4
    notes["rolled_up_topic", "", "a"] = 9
    notes["parts_do_not_add", "", "a"] = 0
    got = remarks(facts("a", "2024-01-01"), notes=notes, recap_institutions=["B", "A"], n_ignored=2)
    assert got == [
        ("date_ambiguous", {"file": "a", "n": 4}),
        ("unknown_status", {"n": 31, "names": "S7, S6, S5, S4, S3, …"}),
        ("institution_twice", {"institution": "A"}),
        ("institution_twice", {"institution": "B"}),
        ("ignored_files", {"n": 2}),
    ]
