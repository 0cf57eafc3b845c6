"""Nothing leaves an import in clear."""

import pandas as pd
import pytest

from lapor_lab.exchange.imports.protection import (
    mark_synthetic,
    protect_cases,
    protect_events,
    protect_groups,
    protect_offices,
)
from lapor_lab.schema import ComplaintLog

KEY = b"k" * 32


def cases(**columns: list[object]) -> pd.DataFrame:
    """Return two cases with further columns."""
    frame = {"case_id": ["9000001", "9000002"], "institution": ["RSUD dr. Contoh", "A"]} | columns
    return pd.DataFrame(frame, index=[12, 13])


def test_identifiers_are_hashed_and_rows_keep_their_place() -> None:
    """Numbers of cases and reporters are replaced; equal ones stay equal."""
    got, _ = protect_cases(cases(reporter_id=["x", "x"]), KEY)
    assert got.index.tolist() == [12, 13]
    assert got["case_id"].str.fullmatch(r"L-[0-9a-f]{16}").all()
    first, second = got["reporter_id"]
    assert first == second != "x"


def test_confidential_texts_are_withheld_and_counted() -> None:
    """A Rahasia report keeps its row and gives neither title nor text."""
    told = cases(title=["satu", "dua"], text=["isi", None], is_confidential=[True, False])
    got, masked = protect_cases(told, KEY)
    assert got["title"].isna().tolist() == [True, False]
    assert got["text"].isna().all()
    assert masked == {"RAHASIA": 2}


def test_texts_are_masked_and_counted_by_kind() -> None:
    """What is masked is counted by kind; the value stands nowhere."""
    got, masked = protect_cases(cases(text=["email contoh@surat.example", "jalan rusak"]), KEY)
    assert got["text"].tolist() == ["email [SUREL]", "jalan rusak"]
    assert masked == {"SUREL": 1}


def test_a_number_that_slipped_into_another_column_is_masked() -> None:
    """Statuses and channels are masked too; a hospital keeps the name that it bears."""
    told = cases(status=["Terverifikasi", "0812-0000-1234"], unit=["a@b.example", "Dinas"])
    got, _ = protect_cases(told, KEY)
    assert got["status"].tolist() == ["Terverifikasi", "[TELEPON]"]
    assert got["unit"].tolist() == ["[SUREL]", "Dinas"]
    assert got["institution"].tolist() == ["RSUD dr. Contoh", "A"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("RSUD dr. Contoh", "RSUD dr. Contoh"),
        ("Bapak Suharti 0812-0000-1234", "Bapak [NAMA] [TELEPON]"),
        ("Bagian Umum (Pak Sugiarto)", "Bagian Umum (Pak [NAMA])"),
        ("Rumah Sakit Ibu dan Anak", "Rumah Sakit Ibu dan Anak"),
        ("Dinas Contoh, telp 0812-0000-1234", "Dinas Contoh, telp [TELEPON]"),
    ],
)
def test_an_office_keeps_its_name_and_a_person_does_not(name: str, shown: str) -> None:
    """A person stands behind a cue of persons, or beside a number."""
    assert protect_offices(pd.Series([name, None])).fillna("").tolist() == [shown, ""]
    got, _ = protect_cases(cases(unit=[name, None]), KEY)
    assert got["unit"].fillna("").tolist() == [shown, ""]


def test_other_columns_of_a_case_are_masked_or_left_out() -> None:
    """Attributes that an event log brings are masked; one of names does not stay."""
    told = cases(**{"case:nama_pelapor": ["Ani", "Budi"], "case:catatan": ["a@b.example", "x"],
                    "case:n": [1, 2]})  # fmt: skip
    got, _ = protect_cases(told, KEY)
    assert "case:nama_pelapor" not in got
    assert got["case:catatan"].tolist() == ["[SUREL]", "x"]
    assert got["case:n"].tolist() == [1, 2]


def test_what_was_done_names_nobody_either() -> None:
    """Activities and roles are masked, units are offices."""
    events = pd.DataFrame({"case_id": ["1"], "activity": ["telepon 0812-0000-1234"],
                           "role": ["a@b.example"], "unit": ["RSUD dr. Contoh"]})  # fmt: skip
    got = protect_events(events, KEY)
    assert got.loc[0, ["activity", "role", "unit"]].tolist() == [
        "telepon [TELEPON]", "[SUREL]", "RSUD dr. Contoh",
    ]  # fmt: skip


def test_events_name_nobody() -> None:
    """Cases and those who acted are hashed; what happened stays."""
    events = pd.DataFrame({"case_id": ["1"], "activity": ["masuk"], "resource": ["Budi"]})
    got = protect_events(events, KEY)
    assert got["activity"].tolist() == ["masuk"]
    assert got[["case_id", "resource"]].map(lambda value: value.startswith("L-")).all(axis=None)


@pytest.mark.parametrize(
    ("case_id", "all_synthetic", "expected"),
    [
        ("01234567", False, "SIM-01234567"),
        ("9165816", False, "9165816"),
        ("9165816", True, "SIM-9165816"),
        ("SIM-7", True, "SIM-7"),
        ("0A", False, "0A"),
    ],
)
def test_what_is_made_up_is_known_again(case_id: str, all_synthetic: bool, expected: str) -> None:
    """A Tracking ID that begins with 0, or a file that says so, is synthetic for ever."""
    got = mark_synthetic(pd.Series([case_id]), all_synthetic=all_synthetic)
    assert got.tolist() == [expected]


def raw_log() -> ComplaintLog:
    """Return a log as a reader gives it, nothing protected."""
    moments = pd.to_datetime(["2024-01-02", "2024-01-03"])
    told = cases(submitted_at=list(moments), text=["hp 0812-0000-1234", "aib"],
                 is_confidential=[False, True], reporter_id=["Ani Contoh"] * 2,
                 rating=[1, 2])  # fmt: skip
    events = pd.DataFrame({"case_id": ["9000001"], "activity": ["masuk"], "timestamp": moments[:1]})
    return ComplaintLog(cases=told, events=events, as_of=pd.Timestamp("2024-02-01"))


def test_groups_tell_no_person() -> None:
    """Numbers, reporters and texts make the same groups under other names."""
    log = raw_log()
    assert protect_groups(log, "text").cases["text"].fillna("").tolist() == ["hp [TELEPON]", ""]
    assert protect_groups(log, "reporter_id").cases["reporter_id"].str.startswith("L-").all()
    assert protect_groups(log, "institution").cases["institution"].tolist() == [
        "RSUD dr. Contoh", "A",
    ]  # fmt: skip
    by_case = protect_groups(log, "case_id")
    assert by_case.events is not None
    assert by_case.events["case_id"].tolist() == by_case.cases["case_id"].tolist()[:1]
    assert not by_case.cases["case_id"].isin(log.cases["case_id"]).any()


def test_groups_of_no_text_are_as_they_were() -> None:
    """Numbers, flags and columns that are absent are left to who counts."""
    log = raw_log()
    assert protect_groups(log, "rating") is log
    assert protect_groups(log, "zzz") is log
