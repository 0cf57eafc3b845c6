"""One import on its way: what was seen, written and noticed so far."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.imports.import_source import ImportOptions, ImportSource
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts, ImportSummary
from lapor_lab.exchange.imports.observations import Observations
from lapor_lab.exchange.imports.protection import (
    mark_synthetic,
    protect_cases,
    protect_events,
    protect_offices,
)
from lapor_lab.exchange.imports.quarantine_file import QuarantineFile
from lapor_lab.exchange.imports.remarks import NEGATIVE_DURATION, remarks_on_rows
from lapor_lab.exchange.imports.remarks_on_files import remarks_on_files
from lapor_lab.exchange.imports.reporter_names import mask_reporter_names, reporter_names
from lapor_lab.exchange.imports.seen_cases import SeenCases
from lapor_lab.exchange.log_folder import (
    RECAP,
    SNAPSHOTS,
    Receipt,
    write_manifest,
    write_part,
    write_rows,
)
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.raw.raw_table import RawChunk
from lapor_lab.exchange.rows.case_reader import CaseReader
from lapor_lab.exchange.rows.recap_table import read_recap
from lapor_lab.exchange.values.institution_names import InstitutionNames
from lapor_lab.privacy import key_fingerprint
from lapor_lab.schema import CASES

__all__ = ["QUARANTINE", "ImportRun"]

QUARANTINE: Final = "quarantine.csv"
_EVENT_LOG: Final = "log kejadian"
_COPY: Final = "nomor laporan ganda"
_SUM_DIFFERS: Final = "baris jumlah, tidak cocok"
# A numerator without a name is taken for the official share's: reports followed up.
_NUMERATOR: Final = "n_followed_up"
_TEXTS: Final = ("title", "text")
_SNAPSHOT: Final = ["case_id", "observed_at", "status"]


class ImportRun:
    """Read tables one after another into a log folder.

    Parameters
    ----------
    folder : Path
        An existing, empty folder.
    sources : sequence of ImportSource
        All tables, those of a later date first: what comes later of a case is an earlier
        state of it.
    options : ImportOptions
        What the user says of the files.
    """

    def __init__(
        self, folder: Path, sources: Sequence[ImportSource], options: ImportOptions
    ) -> None:
        self._folder = folder
        self._sources = sources
        self._options = options
        self._seen = SeenCases()
        # One spelling of a name over all files.
        self._names = InstitutionNames()
        self._noticed = Observations()
        self._quarantine = QuarantineFile(folder)
        self._receipts: list[Receipt] = []
        self._facts: list[FileFacts] = []
        self._masked: Counter[str] = Counter()
        self._notes: Counter[tuple[str, str, str]] = Counter()
        self._recap_institutions: set[str] = set()
        self._known_until: dict[str, pd.Timestamp] = {}
        self._n_parts = 0
        self._n_recap_rows = 0

    def read_cases(self, number: int, source: ImportSource, mapping: ColumnMapping) -> None:
        """Read a table that holds a row a case.

        Parameters
        ----------
        number : int
            Its place among the sources.
        source : ImportSource
            The table.
        mapping : ColumnMapping
            What its columns mean.
        """
        table = source.table
        reader = CaseReader(
            mapping,
            zone=self._options.zone,
            source_zone=self._options.clock_zone(table.path.name),
            observed_at=source.known_until,
            table=table,
            names=self._names,
        )
        later = {n for n, other in enumerate(self._sources) if other.as_of > source.as_of}
        n_rows = n_quarantined = n_snapshots = 0
        for chunk in table.chunks():
            read = reader.read(chunk)
            cases = read.cases.assign(
                case_id=mark_synthetic(read.cases["case_id"], all_synthetic=source.is_synthetic),
                observed_at=source.as_of,
            )
            met = self._seen.find(cases["case_id"])
            is_new = met["source"] < 0
            is_earlier = met["source"].isin(later)
            copies = self._copies(chunk, cases["case_id"], met[~is_new & ~is_earlier])
            self._quarantine.add(read.quarantine, file=table.path.name, sheet=table.sheet)
            self._quarantine.add(copies, file=table.path.name, sheet=table.sheet)
            self._write_snapshots(cases[is_earlier])
            self._write_cases(cases[is_new], chunk, source, number)
            for (code, value), n in read.notes.items():
                self._notes[code, value, table.path.name] += n
            n_rows += len(chunk.cells)
            n_quarantined += len(read.quarantine) + len(copies)
            n_snapshots += int(is_earlier.sum())
        self._facts.append(
            source.facts(n_rows=n_rows, n_quarantined=n_quarantined, n_snapshots=n_snapshots)
        )

    def read_recap(self, source: ImportSource) -> None:
        """Read a table of totals.

        Parameters
        ----------
        source : ImportSource
            The table.
        """
        table = source.table
        rows, quarantine = read_recap(table)
        self._quarantine.add(quarantine, file=table.path.name, sheet=table.sheet)
        if len(rows):
            rows = rows.assign(institution=protect_offices(rows["institution"]))
            totals = rows.drop(columns=["row", "note"]).rename(columns={"numerator": _NUMERATOR})
            write_rows(self._folder, RECAP, self._next_part(), totals)
            self._recap_institutions.update(rows["institution"])
            self._know(rows["institution"], source.as_of)
        is_sum_wrong = quarantine["reason"].str.startswith(_SUM_DIFFERS)
        told = {
            "parts_do_not_add": int(rows["note"].notna().sum()),
            "total_row_differs": int(is_sum_wrong.sum()),
            "numerator_read": int(rows["numerator"].notna().sum()),
        }
        for code, n in told.items():
            self._notes[code, "", table.path.name] += n
        self._n_recap_rows += len(rows)
        self._facts.append(
            source.facts(n_rows=len(rows) + len(quarantine), n_quarantined=len(quarantine))
        )

    def read_events(self, imported: Imported, path: Path) -> None:
        """Take an event log in, which tells its times itself.

        Parameters
        ----------
        imported : Imported
            What was read of it.
        path : Path
            The file.
        """
        log = imported.log
        self._quarantine.add(imported.quarantine, file=path.name, sheet="")
        self._know(log.cases["institution"], log.as_of)
        self._noticed.add(log.cases, pd.DataFrame(index=log.cases.index), file=path.name)
        cases, self._masked = protect_cases(log.cases, self._options.key)
        events = None if log.events is None else protect_events(log.events, self._options.key)
        receipt = write_part(self._folder, self._next_part(), cases=cases, events=events)
        self._receipts.append(receipt)
        n_quarantined = len(imported.quarantine)
        self._facts.append(
            FileFacts(
                file=path.name,
                sheet="",
                layout=_EVENT_LOG,
                header_row=1,
                encoding="",
                as_of=log.as_of,
                as_of_origin=AsOfOrigin.LAST_TIME,
                n_rows=imported.n_rows,
                n_accepted=imported.n_rows - n_quarantined,
                n_quarantined=n_quarantined,
            )
        )

    def finish(self, ignored_files: Sequence[str]) -> ImportSummary:
        """Write the quarantine and the manifest, and say what was done.

        Parameters
        ----------
        ignored_files : sequence of str
            Names of files that were not read.

        Returns
        -------
        ImportSummary
            The facts.

        Raises
        ------
        InputFileError
            If no row of any file can be used.
        """
        n_cases = sum(receipt.n_cases for receipt in self._receipts)
        reasons = self._quarantine.reasons
        if not n_cases and not self._n_recap_rows:
            raise InputFileError(
                "file_no_row",
                path=self._facts[0].file,
                n_rows=sum(facts.n_rows for facts in self._facts),
                reason=next(iter(reasons), "tabel tidak berisi baris"),
            )
        if not n_cases:
            nobody = pd.DataFrame(columns=[c.name for c in CASES if c.is_required])
            self._receipts.append(write_part(self._folder, self._next_part(), cases=nobody))
        self._quarantine.write(self._folder / QUARANTINE)
        as_of = min(self._known_until.values())
        manifest = write_manifest(
            self._folder,
            self._receipts,
            as_of=as_of.isoformat(),
            provenance=self._provenance(),
            n_recap_rows=self._n_recap_rows,
        )
        statuses: Counter[str] = Counter()
        for (_, _, status), n in self._noticed.statuses.items():
            statuses[status] += n
        unknown: Counter[str] = Counter()
        notes: Counter[str] = Counter()
        for (code, value, _), n in self._notes.items():
            notes[code] += n
            if code == "unknown_status":
                unknown[value] += n
        return ImportSummary(
            files=tuple(self._facts),
            ignored_files=tuple(ignored_files),
            n_cases=n_cases,
            n_recap_rows=self._n_recap_rows,
            as_of=as_of,
            n_after_as_of=_count_from(self._folder, as_of),
            first=self._noticed.first,
            last=self._noticed.last,
            quarantine_reasons=dict(reasons.most_common()),
            statuses=dict(statuses.most_common()),
            unknown_statuses=dict(unknown.most_common()),
            masked=dict(+self._masked),
            notes=dict(notes),
            remarks=(
                *remarks_on_rows(
                    self._noticed,
                    zone=self._options.zone,
                    zones_stated=self._options.source_zone,
                    n_negative=sum(
                        n for reason, n in reasons.items() if reason.startswith(NEGATIVE_DURATION)
                    ),
                ),
                *remarks_on_files(
                    self._facts,
                    self._sources,
                    known_until=self._known_until,
                    notes=self._notes,
                    recap_institutions=self._recap_institutions & self._noticed.institutions,
                    n_ignored=len(ignored_files),
                ),
            ),
            key_fingerprint=key_fingerprint(self._options.key),
            provenance=manifest["provenance"],
        )

    def _copies(self, chunk: RawChunk, case_ids: pd.Series, met: pd.DataFrame) -> pd.DataFrame:
        places = [
            f"sudah ada di {self._sources[source].table.path.name} baris {row}"
            for source, row in zip(met["source"], met["row"], strict=True)
        ]
        head = pd.DataFrame(
            {
                "row": met.index,
                "case_id": case_ids[met.index].to_numpy(),
                "reason": _COPY,
                "detail": places,
            }
        )
        cells = chunk.cells.loc[met.index].reset_index(drop=True).add_prefix("isi: ")
        return pd.concat([head, cells], axis="columns")

    def _write_snapshots(self, cases: pd.DataFrame) -> None:
        if cases.empty or "status" not in cases:
            return
        hashed, _ = protect_cases(cases[_SNAPSHOT], self._options.key)
        write_rows(self._folder, SNAPSHOTS, self._next_part(), hashed)

    def _write_cases(
        self, cases: pd.DataFrame, chunk: RawChunk, source: ImportSource, number: int
    ) -> None:
        if cases.empty:
            return
        self._seen.add(cases["case_id"], number)
        self._know(cases["institution"], source.as_of)
        self._noticed.add(cases, chunk.cells, file=source.table.path.name)
        cases = cases.drop(columns=source.withheld, errors="ignore")
        names = reporter_names(chunk.cells)
        for name in [name for name in _TEXTS if name in cases]:
            texts, n_masked = mask_reporter_names(cases[name], names)
            cases = cases.assign(**{name: texts})
            self._masked["NAMA"] += n_masked
        protected, masked = protect_cases(cases, self._options.key)
        self._masked.update(masked)
        self._receipts.append(write_part(self._folder, self._next_part(), cases=protected))

    def _know(self, institutions: pd.Series, as_of: pd.Timestamp) -> None:
        for name in institutions.unique():
            self._known_until[name] = max(as_of, self._known_until.get(name, as_of))

    def _next_part(self) -> str:
        self._n_parts += 1
        return f"{self._n_parts:06d}"

    def _provenance(self) -> dict[str, str]:
        names = list(dict.fromkeys(facts.file for facts in self._facts))
        return {
            "kind": "sintetis" if self._noticed.n_synthetic else "nyata",
            "source": names[0] if len(names) == 1 else f"{len(names)} berkas",
            "zone": self._options.zone,
            "source_zone": ", ".join(dict.fromkeys(map(self._options.clock_zone, names))),
        }


def _count_from(folder: Path, moment: pd.Timestamp) -> int:
    total = 0
    for file in sorted((folder / "cases").glob("*.parquet")):
        submitted = pq.read_table(file, columns=["submitted_at"])["submitted_at"]
        total += pc.sum(pc.greater_equal(submitted, moment)).as_py() or 0
    return total
