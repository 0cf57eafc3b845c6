"""What the drafts on data protection say of an import."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.official_name import official_name
from lapor_lab.report.documents.rules import cite
from lapor_lab.report.documents.sentences import list_names
from lapor_lab.report.page import is_synthetic, scenario_caption
from lapor_lab.schema import format_count, format_date, label

__all__ = ["import_context", "import_notices", "treatment_of"]

# As the import protects them: see `lapor_lab.exchange.imports.protection`.
_HASHED: Final = "disandikan satu arah dengan kunci yang disimpan terpisah"
_TREATMENTS: Final = {
    **dict.fromkeys(("case_id", "reporter_id", "duplicate_of", "resource"), _HASHED),
    **dict.fromkeys(
        ("title", "text"), "data pribadi disamarkan; isi laporan rahasia tidak disalin"
    ),
}
_KEPT: Final = "dipakai apa adanya; data pribadi yang ditemukan disamarkan"
_UNREAD: Final = "tidak dibaca"
_MAX_NAMES: Final = 20
_WITHHELD: Final = "RAHASIA"
_KINDS: Final = {
    "case_id": "nomor laporan",
    "reporter_id": "penanda pelapor",
    "title": "judul laporan",
    "text": "isi laporan",
    "province": "wilayah",
    "regency": "wilayah",
    "rating": "penilaian pelapor",
    "submitted_at": "waktu laporan",
    "submitted_date": "waktu laporan",
    "unit": "unit yang menangani",
}


def import_context(
    facts: Mapping[str, Any] | None, institution: str, blanks: Blanks
) -> dict[str, Any]:
    """Gather what the templates of an import are filled with.

    Parameters
    ----------
    facts : mapping of str to object or None
        As ``import.json`` holds them; None where nothing was imported yet.
    institution : str
        Who is responsible; a blank if empty.
    blanks : Blanks
        Takes what is not known.

    Returns
    -------
    dict of str to object
        Values by name.
    """
    files = list(facts["files"]) if facts else []
    n_quarantined = int(facts["n_quarantined"]) if facts else 0
    return {
        "cite": cite,
        "institution": official_name(institution) if institution else blanks.mark("nama instansi"),
        "facts": _facts(facts, blanks),
        "columns": [row for file in files for row in _columns(file)] or [_blank_column(blanks)],
        "masked": _masked(_found(facts)) if facts else [],
        "data_kinds": _data_kinds(files) or blanks.mark("golongan data pribadi"),
        "quarantine_remark": _quarantine_remark(n_quarantined),
        "files": [_file(file) for file in files] or [_blank_file(blanks)],
    }


def import_notices(facts: Mapping[str, Any] | None, *, is_example: bool = False) -> tuple[str, ...]:
    """Return what a draft of an import must say.

    Parameters
    ----------
    facts : mapping of str to object or None
        As ``import.json`` holds them.
    is_example : bool, default=False
        Whether the assessment beside it was made up.

    Returns
    -------
    tuple of str
        That data or assessment are made up, where they are, and that masking is not
        anonymising.
    """
    provenance = facts["provenance"] if facts else {}
    notices = []
    if is_synthetic(provenance):
        caption = scenario_caption(provenance)
        notices.append(label("notice.synthetic") + (f" ({caption})" if caption else ""))
    if is_example:
        notices += [label("document.example"), label("notice.case_study")]
    return *notices, label("document.masking")


def treatment_of(column: str) -> str:
    """Tell what the import does with a column.

    Parameters
    ----------
    column : str
        A column of the kit.

    Returns
    -------
    str
        What becomes of its values.

    Examples
    --------
    >>> treatment_of("text")
    'data pribadi disamarkan; isi laporan rahasia tidak disalin'
    """
    return _TREATMENTS.get(column, _KEPT)


def _facts(facts: Mapping[str, Any] | None, blanks: Blanks) -> list[dict[str, str]]:
    if facts is None:
        return [{"name": "Impor", "value": blanks.mark("fakta impor: jalankan lapor-lab import")}]
    span = facts["span"]
    rows = {
        "Tanggal data": _day(facts["as_of"]),
        "Laporan pertama dan terakhir": f"{_day(span['first'])} dan {_day(span['last'])}",
        "Berkas yang dibaca": format_count(len(facts["files"])),
        "Baris yang dibaca": format_count(facts["n_rows"]),
        "Baris yang diterima": format_count(facts["n_accepted"]),
        "Baris di karantina": format_count(facts["n_quarantined"]),
        "Laporan dalam hasil": format_count(facts["n_cases"]),
        "Temuan data pribadi yang disamarkan": format_count(sum(_found(facts).values())),
        label(f"masked.{_WITHHELD}"): format_count(facts["masked"].get(_WITHHELD, 0)),
        "Sidik kunci penyandian": facts["key_fingerprint"] or "–",
        "Versi lapor-lab": str(facts["version"]),
    }
    return [{"name": name, "value": value} for name, value in rows.items()]


def _columns(file: Mapping[str, Any]) -> list[dict[str, str]]:
    by_treatment: dict[str, list[str]] = {}
    for target, name in file["columns"].items():
        by_treatment.setdefault(treatment_of(target), []).append(str(name))
    if file["columns_ignored"]:
        by_treatment[_UNREAD] = [str(name) for name in file["columns_ignored"]]
    return [
        {"file": str(file["file"]), "treatment": treatment, "names": _some(names)}
        for treatment, names in by_treatment.items()
    ]


def _some(names: Sequence[str]) -> str:
    shown = "; ".join(names[:_MAX_NAMES])
    n_more = len(names) - _MAX_NAMES
    return f"{shown}; dan {n_more} kolom lain" if n_more > 0 else shown


def _found(facts: Mapping[str, Any]) -> dict[str, int]:
    return {kind: n for kind, n in facts["masked"].items() if kind != _WITHHELD}


def _masked(masked: Mapping[str, int]) -> list[dict[str, str]]:
    # Behind a bracket a label cites its source, which these drafts leave to the lawyers.
    return [
        {"kind": label(f"masked.{kind}").partition(" (")[0], "n": format_count(n)}
        for kind, n in masked.items()
    ]


def _data_kinds(files: Sequence[Mapping[str, Any]]) -> str:
    found = {column for file in files for column in file["columns"]}
    return list_names(list(dict.fromkeys(kind for name, kind in _KINDS.items() if name in found)))


def _quarantine_remark(n_quarantined: int) -> str:
    if not n_quarantined:
        return "rendah: tidak ada baris di karantina"
    return f"sedang: {format_count(n_quarantined)} baris di karantina"


def _file(file: Mapping[str, Any]) -> dict[str, str]:
    numbers = ("n_rows", "n_accepted", "n_quarantined")
    return {
        "name": str(file["file"]),
        "sheet": str(file["sheet"]) or "–",
        "as_of": _day(file["as_of"]),
        **{name: format_count(file[name]) for name in numbers},
    }


def _blank_column(blanks: Blanks) -> dict[str, str]:
    mark = blanks.mark("berkas dan kolom yang dibaca")
    return dict.fromkeys(("file", "treatment", "names"), mark)


def _blank_file(blanks: Blanks) -> dict[str, str]:
    mark = blanks.mark("berkas yang dibaca")
    names = ("name", "sheet", "as_of", "n_rows", "n_accepted", "n_quarantined")
    return dict.fromkeys(names, mark)


def _day(moment: str | None) -> str:
    return "–" if moment is None else format_date(datetime.fromisoformat(moment))
