"""What cases hold beside times, institution and status."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.columns.official_layout import OFFICIAL_LAYOUT
from lapor_lab.exchange.raw.raw_table import RawChunk
from lapor_lab.exchange.rows.case_fields import read_fields
from lapor_lab.exchange.rows.mapped_rows import MappedRows
from lapor_lab.exchange.values.institution_names import InstitutionNames


def mapped_rows(layout: str = OFFICIAL_LAYOUT, **cells: list[str | None]) -> MappedRows:
    frame = pd.DataFrame(cells, dtype=object)
    chunk = RawChunk(cells=frame, faults=pd.Series([], dtype=object))
    mapping = ColumnMapping(layout=layout, columns={name: name for name in frame})
    return MappedRows(chunk, mapping, zone="Asia/Jakarta", source_zone="UTC")


def test_only_columns_of_the_file_come_out() -> None:
    """What it does not have is not made up."""
    assert read_fields(mapped_rows(title=["x"]), InstitutionNames()).keys() == {"title"}


def test_a_rating_of_zero_is_none() -> None:
    """Databases write it where nobody rated; it is counted, and other numbers are refused."""
    rows = mapped_rows(rating=["0", "5", None, "7"])
    rating = read_fields(rows, InstitutionNames())["rating"]
    assert rating.isna().to_list() == [True, False, True, True]
    assert rows.notes == Counter({("rating_zero", ""): 1})
    assert rows.quarantine.table()["row"].to_list() == [3]


def test_a_column_of_kinds_that_holds_nothing_tells_nothing() -> None:
    """An empty cell says neither, unless all of them are empty."""
    read = read_fields(mapped_rows(report_type=["Anonim", None]), InstitutionNames())
    assert read["is_anonymous"].to_list() == [True, False]
    assert read["is_confidential"].to_list() == [False, False]
    read = read_fields(mapped_rows(report_type=[None, "-"]), InstitutionNames())
    assert read["is_anonymous"].isna().all()
    assert read["is_confidential"].isna().all()


def test_unknown_names_of_the_export_are_counted() -> None:
    """Those of other systems are their own words: only what is lost of them is counted."""
    cells = {"channel": ["Faks", "62812xxxx34"], "report_class": ["Keluhan", "Aspirasi"]}
    official = mapped_rows(**cells)
    read = read_fields(official, InstitutionNames())
    assert read["channel"].to_list() == ["Faks", None]
    assert read["report_class"].fillna("").to_list() == ["", "Aspirasi"]
    assert official.notes == Counter(
        {
            ("unknown_channel", "Faks"): 1,
            ("unknown_channel", ""): 1,
            ("unknown_report_class", "Keluhan"): 1,
        }
    )
    other = mapped_rows("permintaan layanan (311)", **cells)
    read_fields(other, InstitutionNames())
    assert other.notes == Counter({("unknown_channel", ""): 1})


@pytest.mark.parametrize("target", ["channel", "institution", "report_class", "topic"])
def test_a_row_that_slipped_is_no_row(target: str) -> None:
    """Where the type of a report stands in another column, nothing tells what is confidential."""
    rows = mapped_rows(**{target: ["Rahasia", "Anonim|Rahasia", "Rahasia Dagang", None, "Umum"]})
    read_fields(rows, InstitutionNames())
    assert rows.quarantine.is_accepted.to_list() == [False, False, True, True, True]
    assert rows.quarantine.table()["reason"].iloc[0].startswith("baris bergeser: kolom ")


def test_only_the_export_s_categories_are_rolled_up() -> None:
    """Another system's categories are its own topics."""
    topics = ["PASPOR", "KESEHATAN"]
    read = read_fields(mapped_rows(topic=topics), InstitutionNames())
    assert read["topic"].to_list() == ["Politik dan Hukum", "Kesehatan"]
    other = read_fields(mapped_rows("pemetaan sendiri", topic=topics), InstitutionNames())
    assert other["topic"].to_list() == ["PASPOR", "Kesehatan"]
    assert "subtopic" not in other


def test_closers_and_levels_are_known_in_any_case() -> None:
    """Other words stay."""
    rows = mapped_rows(closed_by=["SISTEM", "Bot", None], unit_level=["Kantor Wilayah", "x", None])
    read = read_fields(rows, InstitutionNames())
    assert read["closed_by"].to_list()[:2] == ["sistem", "Bot"]
    assert read["unit_level"].to_list()[:2] == ["kantor wilayah", "x"]
    assert read["closed_by"].isna()[2]


def test_places_have_one_spelling() -> None:
    """As the first was written."""
    read = read_fields(mapped_rows(regency=["Kota Contoh", "KOTA CONTOH"]), InstitutionNames())
    assert read["regency"].to_list() == ["Kota Contoh", "Kota Contoh"]
