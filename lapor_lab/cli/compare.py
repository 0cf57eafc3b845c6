"""``lapor-lab compare``: compare institutions on any log."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import check_choice, read_date

__all__ = ["compare"]


def compare(  # noqa: PLR0913 (each option is an argument)
    source: Annotated[
        Path,
        typer.Argument(
            metavar="INPUT",
            help="Folder hasil generate atau import, ekspor SP4N-LAPOR!, log kejadian, atau tabel.",
        ),
    ],
    *,
    out: Annotated[Path, typer.Option(help="Berkas hasil: .html, .docx, .xlsx, .csv, atau .json.")],
    measure: Annotated[
        list[str] | None,
        typer.Option(
            help="Ukuran yang dibandingkan secara adil; boleh ditulis beberapa kali. "
            "Bawaan: ukuran utama pertama yang dapat dinilai."
        ),
    ] = None,
    by: Annotated[str, typer.Option(help="Kolom pengelompok.")] = "institution",
    adjust: Annotated[
        str | None,
        typer.Option(help="Komposisi yang diperhitungkan, misalnya topic,report_class."),
    ] = None,
    peers: Annotated[
        str | None,
        typer.Option(
            help="Kelompok pembanding: kind (jenis instansi), volume (jumlah laporan), atau "
            "BERKAS.csv berkolom institution,peer_group."
        ),
    ] = None,
    target: Annotated[
        str | None, typer.Option(help="Sasaran pembanding, misalnya 0.9 untuk 90 %.")
    ] = None,
    weights: Annotated[
        str | None,
        typer.Option(help="Latihan skor gabungan: UKURAN=BOBOT,UKURAN=BOBOT. Bukan indeks resmi."),
    ] = None,
    clarification: Annotated[
        Path | None,
        typer.Option(
            "--lembar-klarifikasi",
            help="Folder untuk satu lembar bagi setiap instansi, tanpa nama instansi lain.",
        ),
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="Tanggal data, misalnya 2022-08-15.")] = None,
    zone: Annotated[str, typer.Option(help="Zona waktu hasil.")] = "Asia/Jakarta",
    calendar: Annotated[
        Path | None, typer.Option(help="CSV hari libur atau hari kerja tambahan: date,action,name.")
    ] = None,
    limits: Annotated[Path | None, typer.Option(help="CSV batas waktu pengganti.")] = None,
    csv: Annotated[
        str,
        typer.Option(
            help="Bentuk .csv: plain (koma, titik desimal) atau id (titik koma, koma desimal)."
        ),
    ] = "plain",
    lang: Annotated[
        str, typer.Option(help="Bahasa hasil: id, atau en untuk pembaca di luar negeri.")
    ] = "id",
) -> None:
    """Membandingkan instansi dari satu sumber data."""
    day = None if as_of is None else read_date("--as-of", as_of)
    check_choice("--csv", csv, ("plain", "id"))
    check_choice("--lang", lang, ("id", "en"))

    import pandas as pd

    from lapor_lab.calendar import load_calendar, load_limits
    from lapor_lab.cli.comparison_options import check_columns, read_request
    from lapor_lab.cli.comparison_run import SCREEN_MEASURES, LeftOut, run_comparison
    from lapor_lab.cli.comparison_screen import print_clarifications, print_comparison
    from lapor_lab.cli.screen import console
    from lapor_lab.exchange import (
        as_known_at,
        protect_groups,
        read_log,
        read_recap_rows,
        write_quarantine,
    )
    from lapor_lab.report import check_kind, write_comparison
    from lapor_lab.report.comparison_files import COMPARISON_KINDS, workbook_path
    from lapor_lab.schema import format_count, format_date, label, speak

    check_kind(out, COMPARISON_KINDS)
    request = read_request(
        measure or [], adjust=adjust, peers=peers, target=target, weights=weights
    )
    moment = None if day is None else pd.Timestamp(day)
    imported = read_log(source, zone=zone, as_of=moment)
    # A folder of the kit was protected when it was made, or holds nobody.
    log = imported.log if source.is_dir() else protect_groups(imported.log, by)
    n_after = imported.n_after_as_of
    if moment is not None:
        log, n_later = as_known_at(log, moment, is_end_known=source.is_dir())
        n_after += n_later
    check_columns(log, request, by)
    quarantine = out.with_suffix(".karantina.csv") if len(imported.quarantine) else None
    left_out = LeftOut(
        n_after_as_of=n_after,
        n_quarantined=len(imported.quarantine),
        quarantine_path="" if quarantine is None else quarantine.name,
    )
    with speak(lang):
        comparison = run_comparison(
            log,
            by=by,
            calendar=load_calendar(calendar),
            limits=load_limits(limits),
            left_out=left_out,
            recap=read_recap_rows(source) if source.is_dir() else None,
            request=request,
        )
        write_comparison(comparison, out, csv_form=csv)
    screen = console()
    print_comparison(comparison, SCREEN_MEASURES, out)
    if comparison.is_synthetic:
        screen.print(f"{label('notice.synthetic')}.")
    screen.print(f"{label('notice.not_official_evaluation')}.")
    screen.print(f"{format_count(len(log.cases))} laporan, data per {format_date(log.as_of)}.")
    if n_after:
        screen.print(f"{format_count(n_after)} laporan masuk sesudahnya dan tidak dihitung.")
    if quarantine is not None:
        write_quarantine(imported.quarantine, quarantine)
        screen.print(
            f"{format_count(len(imported.quarantine))} baris "
            f"({format_count(imported.n_quarantined_cases)} laporan) tidak dapat dipakai; "
            f"alasannya ada di {quarantine}."
        )
    screen.print(f"Hasil ada di {out}.")
    if out.suffix.lower() == ".docx":
        screen.print(f"Semua angkanya ada pula di {workbook_path(out)}.")
    if clarification is not None:
        print_clarifications(comparison, clarification)
