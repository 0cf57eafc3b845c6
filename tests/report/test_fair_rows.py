"""Rows of a comparison, as text."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lapor_lab.report import ComparisonReport
from lapor_lab.report.fair_rows import (
    JUDGED,
    UNTOLD,
    missing_rows,
    verdict_rows,
    verdict_words,
)

Fair = Callable[..., ComparisonReport]


def rows_of(report: ComparisonReport) -> dict[str, dict[str, Any]]:
    """Return rows by institution."""
    return {row["institution"]: row for row in verdict_rows(report.comparisons[0])}


def test_twelve_reports_are_not_judged_and_not_coloured(make_fair: Fair) -> None:
    """Of twelve reports there are counts and a crude value, a reason, dashes and no mark."""
    row = rows_of(make_fair())["Kementerian Jeruju"]

    assert row["verdict"] == "data belum memadai"
    assert (row["mark"], row["is_muted"]) == ("", True)
    assert row["reason"] == "Laporannya terlalu sedikit."
    assert row["fraction"] == "0 / 12"
    told = [row[name] for name in ("adjusted", "shrunken", "ranks", "smallest_effect")]
    assert told == ["–", "–", "–", "–"]
    assert row["n_to_benchmark"] == "–"


def test_an_effect_that_no_size_would_show_is_said_in_words(make_fair: Fair) -> None:
    """Where even the farthest value would not stand out there is a warning, not a dash."""
    (found,) = make_fair().comparisons
    unseen = replace(found, table=found.table.assign(smallest_effect=float("nan")))

    told = {row["smallest_effect"] for row in verdict_rows(unseen) if row["mark"]}
    assert told == {"sebesar apa pun tidak terlihat"}


def test_values_stand_with_their_intervals(make_fair: Fair) -> None:
    """Each judged row has its crude, adjusted and shrunken value, each with an interval."""
    for row in verdict_rows(make_fair(adjust=("topic",)).comparisons[0]):
        if row["mark"]:
            for name in ("crude", "adjusted", "shrunken"):
                assert row[name].endswith(" %")
                assert "–" in row[f"{name}_interval"]
            assert " dari " in row["ranks"]


def test_verdicts_have_marks_of_their_own(make_fair: Fair, far_apart: dict[str, Any]) -> None:
    """Above, below and undecided are told by words and by a mark, not by colour alone."""
    rows = rows_of(make_fair(cases=far_apart))

    assert rows["Kabupaten Melati"]["verdict"] == "di bawah kisaran kelompok pembanding"
    assert rows["Kabupaten Nusa Indah"]["verdict"] == "di atas kisaran kelompok pembanding"
    marks = {row["mark"] for row in rows.values()}
    assert marks == {"▲", "▼", "●", ""}


def test_rows_follow_the_alphabet_and_never_the_value(make_fair: Fair) -> None:
    """Both tables list institutions by name, whatever their values are."""
    (found,) = make_fair().comparisons
    for rows in (verdict_rows(found), missing_rows(found)):
        names = [row["institution"] for row in rows]
        assert names == sorted(names, key=str.casefold)


def test_what_is_withheld_is_a_dash(make_fair: Fair) -> None:
    """Hidden counts of real reports are dashes, never 0."""
    report = make_fair(kind="nyata", adjust=("topic",))
    missing = {row["institution"]: row for row in missing_rows(report.comparisons[0])}

    assert rows_of(report)["Kota Kenanga"]["fraction"] == "– / –"
    hidden = missing["Kota Kenanga"]
    assert (hidden["n"], hidden["denominator"], hidden["n_unknown"]) == ("–", "–", "–")
    assert hidden["unknown_share"] == ""
    assert hidden["column_shares"] == ["–"]


def test_absent_measures_are_said_in_words(make_fair: Fair) -> None:
    """A measure that the source does not tell is called that, in every row."""
    rows = verdict_rows(make_fair(("mean_rating",)).comparisons[0])

    assert {row["verdict"] for row in rows} == {"tidak tersedia"}
    assert {row["crude"] for row in rows} == {"tidak tersedia"}
    assert all(row["is_muted"] and not row["mark"] for row in rows)


def test_ratings_have_no_numerator(make_fair: Fair) -> None:
    """Of a mean of stars only the number of ratings is written."""
    (found,) = make_fair(("mean_rating",)).comparisons
    table = found.table.assign(numerator=float("nan"), denominator=40.0)
    assert verdict_rows(replace(found, table=table))[0]["fraction"] == "40"


def test_words_of_each_verdict() -> None:
    """Judged verdicts have words of their own; an absent one says why it is absent."""
    assert verdict_words("not_available", "hanya batas") == "hanya batas"
    assert len({verdict_words(verdict, "tersedia") for verdict in JUDGED}) == 3


def test_where_all_are_alike_nothing_is_ranked(make_fair: Fair) -> None:
    """Where every institution has 100 % there is no rank and no adjusted value."""
    (found,) = make_fair(("closed_share",)).comparisons
    rows = [row for row in verdict_rows(found) if row["mark"] == "●"]
    assert rows
    assert {row["ranks"] for row in rows} == {row["shrunken"] for row in rows} == {UNTOLD}
