"""An assessment as a folder: page, workbook and drafts that can be sent, whole or not at all."""

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from lapor_lab.errors import OutputError
from lapor_lab.exchange import atomic_folder
from lapor_lab.report.assessment_page import write_assessment_page
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.assessment_workbook import write_assessment_workbook
from lapor_lab.report.documents import (
    write_action_matrix,
    write_action_plan,
    write_circular,
    write_impact_assessment,
    write_indicator_text,
    write_juknis,
    write_memo,
    write_processing_record,
    write_team_decree,
)

__all__ = ["ASSESSMENT_FILES", "check_assessment_folder", "write_assessment"]

_MANIFEST: Final = "penilaian.json"
_PAGE: Final = "penilaian.html"
_WORKBOOK: Final = "penilaian.xlsx"
# Drafts of an assessment and its plan.
_DRAFTS: Final = {
    "rencana_aksi.docx": write_action_plan,
    "matriks_rencana_aksi.xlsx": write_action_matrix,
    "juknis.docx": write_juknis,
    "sk_tim.docx": write_team_decree,
    "surat_edaran.docx": write_circular,
    "iku.docx": write_indicator_text,
    "nota_dinas.docx": write_memo,
}
# Drafts of an import.
_RECORDS: Final = {
    "penilaian_dampak_pelindungan_data.docx": write_impact_assessment,
    "catatan_pemrosesan.docx": write_processing_record,
}
ASSESSMENT_FILES: Final = (_PAGE, _WORKBOOK, *_DRAFTS, *_RECORDS)


def write_assessment(
    report: AssessmentReport,
    out: Path | str,
    *,
    on_file: Callable[[], None] | None = None,
) -> tuple[Path, ...]:
    """Write page, workbook and drafts into a folder that is whole or not there.

    Without a plan the drafts that need one are left out.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed, planned and measured.
    out : Path or str
        The folder. One that an earlier call wrote is replaced, unless a file of it was
        changed since.
    on_file : callable or None, default=None
        Called after each file.

    Returns
    -------
    tuple of Path
        The files, the page first.

    Raises
    ------
    OutputError
        If the folder cannot be written, holds something else, or was edited by hand.
    """
    target = Path(out)
    check_assessment_folder(target)
    with atomic_folder(target) as staging:
        for name, write in _writers(report):
            write(staging / name)
            if on_file is not None:
                on_file()
        names = sorted(path.name for path in staging.iterdir())
        facts = {
            "institution": report.assessment.institution,
            "is_example": report.assessment.is_example,
            "files": {name: _fingerprint(staging / name) for name in names},
        }
        text = json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
        (staging / _MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return tuple(target / name for name in ASSESSMENT_FILES if name in names)


def check_assessment_folder(out: Path | str) -> None:
    """Refuse a folder that must not be replaced, before anything is computed.

    Parameters
    ----------
    out : Path or str
        Where an assessment shall be.

    Raises
    ------
    OutputError
        If a file stands there, the folder holds something else than an assessment of the
        kit, or a file of it was changed or added since.
    """
    target = Path(out)
    if not target.exists():
        return
    manifest = target / _MANIFEST
    if not manifest.is_file():
        if target.is_file() or any(target.iterdir()):
            raise OutputError("output_exists", path=target)
        return
    written = _fingerprints(manifest)
    if written is None:
        raise OutputError("output_exists", path=target)
    for path in sorted(target.iterdir()):
        if path == manifest:
            continue
        if path.name not in written or path.is_dir() or _fingerprint(path) != written[path.name]:
            raise OutputError("output_edited", path=target, name=path.name)


def _writers(report: AssessmentReport) -> Iterator[tuple[str, Callable[[Path], object]]]:
    if report.plan is not None:
        for name, draft in _DRAFTS.items():
            yield name, partial(draft, report.assessment, report.plan)
    about = report.assessment
    for name, record in _RECORDS.items():
        write = partial(record, institution=about.institution, is_example=about.is_example)
        yield name, partial(write, report.import_facts)
    yield _WORKBOOK, partial(write_assessment_workbook, report)
    beside = [_WORKBOOK, *(_DRAFTS if report.plan is not None else ()), *_RECORDS]
    yield _PAGE, partial(write_assessment_page, report, files=beside)


def _fingerprints(manifest: Path) -> dict[str, str] | None:
    """Return what a manifest says of the files beside it; None if it is none of the kit's."""
    try:
        files = json.loads(manifest.read_text(encoding="utf-8"))["files"]
    except (ValueError, KeyError, TypeError):
        return None
    return files if isinstance(files, dict) else None


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
