"""Mappings are kept as files that people read and mend."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.errors import InputFileError
from lapor_lab.exchange import ColumnMapping, read_mapping, write_mapping
from lapor_lab.exchange.columns.column_mapping import TARGETS
from lapor_lab.schema import Status

REQUIRED = {"case_id": "a", "submitted_at": "b", "institution": "c"}
KEYS = "layout, date_order, institution, columns, status"
NO_END = "Expected ']' at the end of a table declaration (at end of document)"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@settings(max_examples=60, deadline=None)
@given(
    columns=st.dictionaries(st.sampled_from(TARGETS), TEXTS),
    statuses=st.dictionaries(TEXTS, st.sampled_from(list(Status)), max_size=4),
    layout=TEXTS,
    institution=TEXTS,
    order=st.sampled_from(["day first", "month first"]),
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    columns: dict[str, str],
    statuses: dict[str, str],
    layout: str,
    institution: str,
    order: str,
) -> None:
    """Quotes, backslashes, line ends and control characters in names survive."""
    path = tmp_path_factory.mktemp("mapping") / "pemetaan.toml"
    mapping = ColumnMapping(
        layout=layout,
        columns=REQUIRED | columns,
        date_order=order,  # type: ignore[arg-type]
        institution=institution,
        statuses=statuses,
    )

    write_mapping(mapping, path)

    assert read_mapping(path) == mapping


def test_the_file_explains_itself(tmp_path: Path) -> None:
    """Each key has a comment, and each target that has no column is there to be filled in."""
    path = tmp_path / "pemetaan.toml"

    write_mapping(ColumnMapping(layout="x", columns=REQUIRED), path)

    text = path.read_text(encoding="utf-8")
    assert "# Nomor laporan (wajib)\ncase_id = " in text
    assert '"day first" = 3 April 2022 (Indonesia)' in text
    assert all(re.search(rf"^(?:# )?{target} = ", text, re.MULTILINE) for target in TARGETS)
    uncommented = re.sub(r"^# (\w+ = \"\")", r"\1", text, flags=re.MULTILINE)
    assert set(tomllib.loads(uncommented)["columns"]) == set(TARGETS)


def test_a_person_may_leave_out_what_is_usual(tmp_path: Path) -> None:
    """Only the columns must be there; an empty name is no column."""
    path = tmp_path / "p.toml"
    path.write_text('[columns]\ncase_id = "a"\nsubmitted_at = "b"\ninstitution = "c"\nunit = ""\n')

    mapping = read_mapping(path)

    assert mapping == ColumnMapping(layout="pemetaan sendiri", columns=REQUIRED)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "x = 1",
            f"unknown key `x`. Choose one of {KEYS}.",
        ),
        ('"a b\\n" = 1', f'unknown key `"a b\\n"`. Choose one of {KEYS}.'),
        (
            '[columns]\nnama = "a"',
            f"unknown key `columns.nama`. Choose one of {', '.join(TARGETS)}.",
        ),
        ("layout = 'x'", "`columns` is missing. Add it."),
        ("[columns]\ncase_id = 'a'", "`columns.submitted_at` is missing. Add it."),
        ("columns = 3", "`columns` must be [columns], got 3. Mend that line."),
        ("[columns]\ncase_id = 3", '`columns.case_id` must be "...", got 3. Mend that line.'),
        (
            "date_order = 'ymd'\n[columns]\n",
            "`date_order` must be day first | month first, got 'ymd'. Mend that line.",
        ),
        (
            "[columns]\n[status]\n'Pending' = 'Ditunda'",
            f"`status.Pending` must be {' | '.join(Status)}, got 'Ditunda'. Mend that line.",
        ),
        (
            "[columns",
            f"cannot be read ({NO_END}). Give a TOML (UTF-8) file.",
        ),
    ],
)
def test_each_error_is_one_line_with_file_and_key(
    tmp_path: Path, content: str, message: str
) -> None:
    """What is wrong, where, what is allowed, and what to do."""
    path = tmp_path / "p.toml"
    path.write_text(content)
    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}: {message}')}$"):
        read_mapping(path)


def test_an_absent_file_and_one_of_another_kind_are_refused(tmp_path: Path) -> None:
    """Neither ends in a traceback."""
    path = tmp_path / "p.toml"
    with pytest.raises(InputFileError, match=f"^{re.escape(str(path))}: no such file"):
        read_mapping(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputFileError, match=f"^{re.escape(str(path))}: cannot be read"):
        read_mapping(path)
