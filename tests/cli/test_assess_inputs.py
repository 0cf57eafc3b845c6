"""What an assessment reads, and whose reports they are."""

import re
from pathlib import Path

import pytest

from lapor_lab.cli.assess_inputs import (
    AssessRequest,
    find_in_data,
    match_institution,
    read_forms,
    read_import_facts,
)
from lapor_lab.errors import InputFileError, UnknownNameError
from lapor_lab.practices.maturity import example_form_path

WHO = "Kemendikbudristek"


def test_names_are_matched_by_the_register() -> None:
    """A short name finds the official one and the reverse."""
    official = "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi"

    assert match_institution(WHO, ["Lain", official]) == official
    assert match_institution(official.upper(), ["Lain", WHO]) == WHO
    message = "Unknown institution 'Tidak Ada'. Choose one of A, B."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        match_institution("Tidak Ada", ["A", "B"])


def test_peers_must_be_a_folder_of_forms(tmp_path: Path) -> None:
    """A folder that is not there, and one without a form, are refused by name."""
    absent = tmp_path / "tidak ada"
    for folder, message in (
        (absent, f"{absent}: no such file or folder. Check the path."),
        (
            tmp_path,
            (
                f"{tmp_path}: holds no file to read. "
                "Put .xlsx, .xls, .toml files there or name another."
            ),
        ),
    ):
        with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
            read_forms(AssessRequest(form=example_form_path(), peers=folder))


def test_what_a_program_leaves_beside_an_open_form_is_no_form(tmp_path: Path) -> None:
    """Lock files and hidden files are passed over, and one form may stand for a folder."""
    other = example_form_path("penilaian_kementerian_a.toml")
    (tmp_path / "a.toml").write_bytes(other.read_bytes())
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    (tmp_path / ".b.toml").write_bytes(b"x")
    for place in (tmp_path, other):
        _, _, peers = read_forms(AssessRequest(form=example_form_path(), peers=place))
        assert [peer.institution for peer in peers] == ["Kementerian A"]


def test_the_example_takes_other_peers() -> None:
    """Peers that are named stand in place of the example's own."""
    other = example_form_path("penilaian_kementerian_b.toml")
    form, previous, peers = read_forms(AssessRequest(peers=other))

    assert form.institution == WHO
    assert previous is not None
    assert [peer.institution for peer in peers] == ["Kementerian B"]


def test_another_institution_is_refused_where_the_register_knows_both() -> None:
    """Reports of one ministry are no baseline of another, unless somebody says so."""
    message = "Unknown institution 'Kemenkumham'. Choose one of Kemendikbudristek."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        find_in_data([WHO], "Kemenkumham", None)
    assert find_in_data([WHO], "Kemenkumham", WHO) == (WHO, True)
    assert find_in_data([WHO], WHO.upper(), None) == (WHO, True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [("{rusak", "JSONDecodeError"), ("3", "TypeError"), ('{"version": "0"}', "as_of, files")],
)
def test_broken_facts_of_an_import_are_named(tmp_path: Path, content: str, reason: str) -> None:
    """A file that is not what the import wrote is refused by name and reason."""
    (tmp_path / "import.json").write_text(content)
    with pytest.raises(InputFileError) as caught:
        read_import_facts(tmp_path)
    path = re.escape(str(tmp_path / "import.json"))
    assert re.match(rf"^{path}: cannot be read \({reason}", str(caught.value))


def test_data_that_were_not_imported_have_no_facts(tmp_path: Path) -> None:
    """A folder without them, and no folder, give nothing."""
    assert read_import_facts(tmp_path) is None
    assert read_import_facts(None) is None
