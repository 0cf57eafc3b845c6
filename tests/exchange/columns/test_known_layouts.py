"""Kinds of tables that are known by the names of their columns."""

import pytest

from lapor_lab.exchange.columns.column_mapping import TARGETS, plain_name
from lapor_lab.exchange.columns.known_layouts import _layouts, known_mapping
from lapor_lab.schema import CASES, Status

NEW_YORK = [
    "Unique Key", "Created Date", "Closed Date", "Agency", "Agency Name", "Complaint Type",
    "Descriptor", "Status", "Borough", "Open Data Channel Type", "Resolution Action Updated Date",
]  # fmt: skip
BOSTON = [
    "case_enquiry_id", "open_dt", "target_dt", "closed_dt", "case_status", "subject", "reason",
    "type", "department", "source",
]  # fmt: skip
CHICAGO = ["SR_NUMBER", "SR_TYPE", "OWNER_DEPARTMENT", "STATUS", "ORIGIN", "CREATED_DATE",
           "LAST_MODIFIED_DATE", "CLOSED_DATE"]  # fmt: skip
CONSUMERS = [
    "Date received", "Product", "Sub-product", "Issue", "Sub-issue",
    "Consumer complaint narrative", "Company", "State", "Submitted via", "Date sent to company",
    "Company response to consumer", "Timely response?", "Complaint ID",
]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "layout", "order", "some"),
    [
        (
            NEW_YORK,
            "permintaan layanan (311)",
            "month first",
            {
                "case_id": "Unique Key",
                "submitted_at": "Created Date",
                "closed_at": "Closed Date",
                "institution": "Agency Name",
                "topic": "Complaint Type",
                "subtopic": "Descriptor",
                "channel": "Open Data Channel Type",
            },
        ),
        (
            [plain_name(name).replace(" ", "_") for name in NEW_YORK],
            "permintaan layanan (311)",
            "month first",
            {"case_id": "unique_key", "institution": "agency_name"},
        ),
        (
            BOSTON,
            "permintaan layanan (311)",
            "month first",
            {
                "submitted_at": "open_dt",
                "deadline_at": "target_dt",
                "closed_at": "closed_dt",
                "status": "case_status",
                "institution": "subject",
                "unit": "department",
                "topic": "reason",
            },
        ),
        (
            [name for name in BOSTON if name != "subject"],
            "permintaan layanan (311)",
            "month first",
            {"institution": "department"},
        ),
        (
            CHICAGO,
            "permintaan layanan (311)",
            "month first",
            {"case_id": "SR_NUMBER", "closed_at": "CLOSED_DATE"},
        ),
        (
            CONSUMERS,
            "pengaduan konsumen (CFPB)",
            "month first",
            {
                "case_id": "Complaint ID",
                "submitted_at": "Date received",
                "institution": "Company",
                "topic": "Product",
                "text": "Consumer complaint narrative",
                "status": "Company response to consumer",
            },
        ),
        (
            ["id", "received date", "first response date", "council"],
            "pengaduan sampai tanggapan pertama",
            "day first",
            {"responded_at": "first response date", "institution": "council"},
        ),
        (
            ["No. Tiket", "Tgl Masuk", "Tgl Selesai", "Unit", "Kategori", "Status"],
            "tabel layanan",
            "day first",
            {"case_id": "No. Tiket", "closed_at": "Tgl Selesai", "institution": "Unit"},
        ),
        (
            [column.name for column in CASES],
            "lapor-lab",
            "day first",
            {column.name: column.name for column in CASES},
        ),
    ],
)
def test_a_known_kind_needs_no_questions(
    columns: list[str], layout: str, order: str, some: dict[str, str]
) -> None:
    """City requests, consumers' complaints, service tables and the kit's own are recognised."""
    mapping = known_mapping(columns)

    assert mapping is not None
    assert (mapping.layout, mapping.date_order) == (layout, order)
    assert some.items() <= mapping.columns.items()
    assert not mapping.missing


def test_a_complaint_that_was_passed_on_is_not_followed_up() -> None:
    """The day on which the bureau sent a complaint to a company is mapped to nothing."""
    mapping = known_mapping(CONSUMERS)

    assert mapping is not None
    assert "Date sent to company" not in mapping.columns.values()
    assert not {"responded_at", "verified_at", "closed_at"} & mapping.columns.keys()


@pytest.mark.parametrize("columns", [[], ["Nama", "Umur"], NEW_YORK[1:], ["case_id", "text"]])
def test_other_tables_are_not_known(columns: list[str]) -> None:
    """A name that is missing from a kind leaves the question open."""
    assert known_mapping(columns) is None


def test_the_file_of_kinds_holds_known_words_only() -> None:
    """Its targets and statuses are the kit's, and its names are written as they are compared."""
    for layout in _layouts():
        assert set(layout["columns"]) <= set(TARGETS)
        assert set(layout["statuses"].values()) <= set(Status)
        assert set(layout["needs"]) <= set(layout["columns"])
        names = [name for found in layout["columns"].values() for name in found]
        assert all(name == plain_name(name) for name in [*names, *layout["also"]])
