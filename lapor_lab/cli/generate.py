"""``lapor-lab generate``: make a synthetic complaint log."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_whole_number

__all__ = ["generate"]

_EXPORTS = "ekspor"


def generate(  # noqa: PLR0913 (each option is an argument)
    scenario: Annotated[str, typer.Argument(help="Nama skenario, misalnya kementerian.")],
    *,
    out: Annotated[Path, typer.Option(help="Folder hasil.")],
    n_cases: Annotated[str | None, typer.Option(help="Jumlah laporan seluruhnya.")] = None,
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
    as_of: Annotated[str | None, typer.Option(help="Tanggal data, misalnya 2022-08-15.")] = None,
    engine: Annotated[str, typer.Option(help="Mesin: serial atau pool.")] = "serial",
    workers: Annotated[
        str | None, typer.Option(help="Jumlah proses mesin pool; baku: satu tiap prosesor.")
    ] = None,
    as_export: Annotated[
        str | None,
        typer.Option(
            help="Tulis juga sebagai ekspor resmi di folder ekspor: "
            '"17 kolom", "20 kolom", "26 kolom", atau snake_case.'
        ),
    ] = None,
    weekly: Annotated[
        str, typer.Option(help="Jumlah berkas ekspor, berselang seminggu sampai tanggal data.")
    ] = "1",
    export_kind: Annotated[str, typer.Option(help="Jenis berkas ekspor: xlsx atau csv.")] = "xlsx",
) -> None:
    """Membuat data pengaduan sintetis.

    Bila terhenti, jalankan lagi perintah yang sama: pembuatan dilanjutkan.
    """
    seed = read_whole_number("--rng", rng, minimum=0)
    size = None if n_cases is None else read_whole_number("--n-cases", n_cases, minimum=1)
    day = None if as_of is None else read_date("--as-of", as_of)
    n_workers = None if workers is None else read_whole_number("--workers", workers, minimum=1)
    n_weeks = read_whole_number("--weekly", weekly, minimum=1)

    from lapor_lab.cli.screen import console, progress
    from lapor_lab.schema import format_count, label
    from lapor_lab.synthetic import generate as make
    from lapor_lab.synthetic import load_scenario
    from lapor_lab.synthetic.export_files import check_export, write_export_files
    from lapor_lab.synthetic.maker import count_parts

    if as_export is not None:
        layout = check_export(as_export, export_kind)
    model = load_scenario(scenario)
    n_parts = count_parts(model, n_cases=size)
    with progress("Membuat laporan sintetis", n_parts) as step:
        manifest = make(
            model,
            out,
            n_cases=size,
            rng=seed,
            as_of=day,
            engine=engine,
            n_workers=n_workers,
            on_part=lambda _: step(),
        )
    screen = console()
    n_made = format_count(manifest["n_cases"])
    screen.print(f"{n_made} laporan ada di {out} ({label('notice.synthetic')}).")
    screen.print(f"content_hash {manifest['content_hash']}")
    if as_export is None:
        return
    with progress("Menulis ekspor", n_parts) as step:
        files = write_export_files(
            out, out / _EXPORTS, layout, kind=export_kind, n_weeks=n_weeks, on_part=step
        )
    screen.print(f"{len(files)} berkas ekspor ada di {out / _EXPORTS}.")
