"""What a strange table's columns mean is proposed by names and by content, and never certain
without reason."""

import re
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.columns.column_mapping import TARGETS
from lapor_lab.exchange.columns.mapping_proposal import Proposal, propose_mapping
from lapor_lab.exchange.raw.table_source import open_tables

N = 40
REGISTER = {
    "No": [str(i + 1) for i in range(N)],
    "Nomor Register": [f"REG-{1000 + i}" for i in range(N)],
    "Tgl Terima": [f"{i % 28 + 1:02d}/03/2022" for i in range(N)],
    "OPD": ["Dinas Contoh A", "Dinas Contoh B"] * (N // 2),
    "Uraian": [f"uraian nomor {i} " + "x" * 60 for i in range(N)],
    "Status": ["Selesai", "Proses", "Menunggu rapat", "Closed"] * (N // 4),
    "Tanggal Selesai": ["", "05/04/2022"] * (N // 2),
}


def proposal_of(folder: Path, columns: dict[str, list[str]]) -> Proposal:
    """What is proposed for a table of these columns."""
    path = folder / "tabel.csv"
    rows = [";".join(columns), *(";".join(row) for row in zip(*columns.values(), strict=True))]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    table = open_tables(path)[0]
    return propose_mapping(table, next(table.chunks()))


def found(proposal: Proposal, target: str) -> tuple[str, str, str]:
    """Column, reason and certainty of a target."""
    one = next(p for p in proposal.columns if p.target == target)
    return one.column, one.why, one.certainty


def test_names_and_content_that_agree_are_certain(tmp_path: Path) -> None:
    """A register with usual names needs no question."""
    proposal = proposal_of(tmp_path, REGISTER)

    assert proposal.mapping.columns == {
        "case_id": "Nomor Register",
        "submitted_at": "Tgl Terima",
        "institution": "OPD",
        "text": "Uraian",
        "status": "Status",
        "closed_at": "Tanggal Selesai",
    }
    assert found(proposal, "submitted_at") == ("Tgl Terima", "nama dan isi", "pasti")
    assert proposal.unmapped == ("No",)
    assert (proposal.date_order, proposal.date_evidence) == ("day first", "day first")
    assert proposal.is_complete
    assert proposal.is_certain


def test_every_target_has_an_answer(tmp_path: Path) -> None:
    """The proposal names what it has nothing for, too."""
    proposal = proposal_of(tmp_path, REGISTER)

    assert tuple(p.target for p in proposal.columns) == TARGETS
    assert found(proposal, "rating") == ("", "", "")


def test_content_alone_proposes_what_no_case_can_do_without(tmp_path: Path) -> None:
    """Without known names it finds number, date and institution, and is not certain."""
    names = dict(zip(REGISTER, "abcdefg", strict=True))
    proposal = proposal_of(tmp_path, {names[k]: v for k, v in REGISTER.items() if k != "No"})

    assert found(proposal, "case_id") == ("b", "isi", "mungkin")
    assert found(proposal, "submitted_at") == ("c", "isi", "mungkin")
    assert found(proposal, "institution") == ("d", "isi", "ragu")
    assert proposal.is_complete
    assert not proposal.is_certain


def test_a_name_that_the_content_contradicts_is_in_doubt(tmp_path: Path) -> None:
    """A column called a date that holds none is not taken for one without a question."""
    columns = REGISTER | {"Tgl Terima": ["kemarin", "lusa"] * (N // 2)}

    proposal = proposal_of(tmp_path, columns)

    assert found(proposal, "submitted_at") == ("Tgl Terima", "nama", "ragu")
    assert not proposal.is_certain


def test_two_columns_with_equal_claims_leave_a_question(tmp_path: Path) -> None:
    """The more usual name is proposed, the other is shown."""
    proposal = proposal_of(tmp_path, REGISTER | {"Dinas": ["A", "B"] * (N // 2)})

    assert found(proposal, "institution") == ("OPD", "nama dan isi", "mungkin")
    institution = next(p for p in proposal.columns if p.target == "institution")
    assert institution.alternatives == ("Dinas",)
    assert not proposal.is_certain


@pytest.mark.parametrize(
    ("dates", "order", "evidence", "is_certain"),
    [
        (["03/04/2022", "03/15/2022"], "month first", "month first", True),
        (["03/04/2022", "15/03/2022"], "day first", "day first", True),
        (["03/04/2022", "05/06/2022"], "day first", "ambiguous", False),
        (["15/04/2022", "03/15/2022"], "day first", "both", False),
        (["2022-04-03", "2022-06-05"], "day first", "none", True),
    ],
)
def test_the_order_of_dates_is_proved_or_asked(
    tmp_path: Path, dates: list[str], order: str, evidence: str, is_certain: bool
) -> None:
    """A part above 12 decides; without one, or with both, somebody must say."""
    columns = REGISTER | {"Tgl Terima": dates * (N // 2), "Tanggal Selesai": [""] * N}

    proposal = proposal_of(tmp_path, columns)

    assert (proposal.date_order, proposal.date_evidence) == (order, evidence)
    assert proposal.is_certain is is_certain


def test_dates_overrule_what_a_known_kind_is_used_to(tmp_path: Path) -> None:
    """A request table with days first is read days first."""
    columns = {
        "Unique Key": [str(i) for i in range(N)],
        "Created Date": ["15/08/2022"] * N,
        "Agency": ["A", "B"] * (N // 2),
        "Complaint Type": ["Air"] * N,
    }

    proposal = proposal_of(tmp_path, columns)

    assert proposal.layout == "permintaan layanan (311)"
    assert proposal.date_order == "day first"
    assert proposal.is_certain


def test_a_time_of_its_own_joins_a_bare_date(tmp_path: Path) -> None:
    """Date and clock time make one moment, unless the date has its own clock time."""
    clock = {"Jam": ["10:15"] * N}

    joined = proposal_of(tmp_path, REGISTER | clock).mapping.columns
    whole = proposal_of(
        tmp_path, REGISTER | clock | {"Tgl Terima": ["2022-08-15 09:00"] * N}
    ).mapping.columns

    assert (joined["submitted_date"], joined["submitted_time"]) == ("Tgl Terima", "Jam")
    assert "submitted_at" not in joined
    assert whole["submitted_at"] == "Tgl Terima"
    assert "submitted_time" not in whole


def test_only_words_with_one_reading_become_statuses(tmp_path: Path) -> None:
    """The others are counted, and the proposal does not hold them."""
    proposal = proposal_of(tmp_path, REGISTER)

    assert proposal.statuses == {"Proses": "Ditindaklanjuti oleh Instansi", "Closed": "Selesai"}
    assert proposal.n_unknown_statuses == 1


def test_the_screen_shows_names_and_no_cell(tmp_path: Path) -> None:
    """Names of columns stand there, and nothing of what the columns hold."""
    proposal = proposal_of(tmp_path, REGISTER)

    text = proposal.table().to_csv()

    assert all(name in text for name in REGISTER)
    cells = {cell for column in REGISTER.values() for cell in column if len(cell) > 3}
    cells -= {"Closed", "Proses", "Selesai"}
    assert not any(cell in text or cell in repr(proposal) for cell in cells)


def test_personal_columns_are_left_alone(tmp_path: Path) -> None:
    """Name, phone and identity number are proposed for nothing."""
    personal = {
        "Nama Pelapor": [f"Orang {i}" for i in range(N)],
        "NIK": [f"3201{i:012d}" for i in range(N)],
        "No HP": [f"08123{i:06d}" for i in range(N)],
    }

    proposal = proposal_of(tmp_path, REGISTER | personal)

    assert set(personal) <= set(proposal.unmapped)


def test_a_table_without_header_is_refused(tmp_path: Path) -> None:
    """Its first row would be shown as names; the refusal quotes nothing of it."""
    message = (
        f"{tmp_path / 'tabel.csv'}, row 1: the name of column 2 looks like data. "
        "Put a row with the names of the columns above the data."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        proposal_of(tmp_path, {"REG-1": ["REG-2"], "15/08/2022": ["16/08/2022"]})
