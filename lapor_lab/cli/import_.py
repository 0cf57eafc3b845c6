"""``lapor-lab import``: an analyst's own files, one or many."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["import_"]


def import_(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="BERKAS...", help="Berkas ekspor atau folder yang memuatnya."),
    ] = None,
    *,
    out: Annotated[Path | None, typer.Option(help="Folder hasil.")] = None,
    as_of: Annotated[
        list[str] | None,
        typer.Option(
            help="Tanggal data, misalnya 2024-01-31; untuk satu berkas: nama.xlsx=2024-01-31."
        ),
    ] = None,
    zone: Annotated[str, typer.Option(help="Zona waktu hasil.")] = "Asia/Jakarta",
    source_zone: Annotated[
        list[str] | None,
        typer.Option(help="Zona jam di dalam berkas, misalnya UTC; satu berkas: nama.csv=UTC."),
    ] = None,
    mapping: Annotated[Path | None, typer.Option(help="Berkas TOML: arti setiap kolom.")] = None,
    save_mapping: Annotated[
        Path | None, typer.Option(help="Simpan usulan arti kolom ke berkas TOML ini.")
    ] = None,
    hapus: Annotated[
        Path | None,
        typer.Option("--hapus", help="Hapus hasil impor di folder ini beserta kuncinya."),
    ] = None,
) -> None:
    """Membaca ekspor SP4N-LAPOR! dan tabel lain milik Anda sendiri."""
    if hapus is not None:
        _remove(hapus)
        return

    from lapor_lab.cli.import_run import run_import
    from lapor_lab.cli.import_screen import print_import
    from lapor_lab.cli.screen import console
    from lapor_lab.errors import ParameterError

    if not files:
        raise ParameterError("option_missing", option="BERKAS")
    if out is None:
        raise ParameterError("option_missing", option="--out")
    summary = run_import(
        files,
        out,
        as_of=as_of or [],
        zone=zone,
        source_zone=source_zone or [],
        mapping_path=mapping,
        draft_path=save_mapping,
    )
    print_import(summary)
    screen = console()
    screen.print(f"Hasil ada di {out}: buka {out / 'impor.html'}.")
    screen.print(f"Berikutnya: lapor-lab compare {out} --out perbandingan.html")


def _remove(folder: Path) -> None:
    from lapor_lab.cli.screen import console
    from lapor_lab.exchange import remove_import

    for path in remove_import(folder):
        console().print(f"Dihapus: {path}")
