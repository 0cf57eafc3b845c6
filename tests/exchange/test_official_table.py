"""A synthetic log in the columns of the official export."""

import re

import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.exchange.columns.official_layout import OFFICIAL_COLUMNS, official_mapping
from lapor_lab.exchange.columns.preamble import read_preamble
from lapor_lab.exchange.official_table import (
    LAYOUTS,
    OfficialLayout,
    official_table,
    synthetic_preamble,
)
from lapor_lab.schema import ComplaintLog


@pytest.mark.parametrize(
    ("layout", "n_columns"), [("17 kolom", 17), ("20 kolom", 20), ("26 kolom", 26)]
)
def test_a_layout_has_its_columns_in_the_official_order(
    layout: OfficialLayout, n_columns: int
) -> None:
    """The older layouts are the newest one with columns left out."""
    columns = LAYOUTS[layout]
    assert len(columns) == n_columns
    assert [name for name in OFFICIAL_COLUMNS if name in columns] == list(columns)


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_the_importer_knows_every_layout(sample: ComplaintLog, layout: OfficialLayout) -> None:
    """Number, date, institution, status and text are found in each."""
    table = official_table(sample, layout)
    mapping = official_mapping(table.columns)
    assert mapping is not None
    assert mapping.missing == ()
    assert {"status", "text", "report_type"} <= mapping.columns.keys()


def test_no_row_tells_more_than_an_export(sample: ComplaintLog) -> None:
    """Tracking IDs begin with 0 and differ; dates are days; there is no later time."""
    table = official_table(sample)
    assert table["Tracking ID"].is_unique
    assert table["Tracking ID"].str.fullmatch(r"0\d{7}").all()
    assert table["Tanggal Laporan Masuk"].iloc[0] == "15 Agu 2021"
    assert not any(
        re.search("selesai|tindak lanjut", name, re.IGNORECASE) for name in table.columns
    )


def test_the_preamble_says_what_it_is(sample: ComplaintLog) -> None:
    """Ten rows, read back: the date of the log, and that it is made up."""
    rows = synthetic_preamble(sample)
    assert len(rows) == 10
    said = read_preamble([[cell] for cell in rows])
    assert said.as_of == sample.as_of
    assert said.is_synthetic


def test_real_reports_are_not_rewritten(sample: ComplaintLog) -> None:
    """A log with a case that the kit did not make is refused."""
    cases = pd.DataFrame({"case_id": ["9"], "institution": ["A"], "submitted_at": ["2024-01-01"]})
    real = ComplaintLog(cases=cases, events=None, as_of=sample.as_of)
    with pytest.raises(ParameterError) as refused:
        official_table(real)
    assert str(refused.value) == (
        "`log` must be synthetic, got 'real'. Give a log that the kit made."
    )
