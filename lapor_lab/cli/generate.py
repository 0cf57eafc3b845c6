"""``lapor-lab generate``: make a synthetic complaint log."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_whole_number

__all__ = ["generate"]


def generate(
    scenario: Annotated[str, typer.Argument(help="Nama skenario, misalnya kementerian.")],
    out: Annotated[Path, typer.Option(help="Folder hasil.")],
    n_cases: Annotated[str | None, typer.Option(help="Jumlah laporan seluruhnya.")] = None,
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
    as_of: Annotated[str | None, typer.Option(help="Tanggal data, misalnya 2022-08-15.")] = None,
    engine: Annotated[str, typer.Option(help="Mesin: serial.")] = "serial",
) -> None:
    """Membuat data pengaduan sintetis."""
    seed = read_whole_number("--rng", rng, minimum=0)
    size = None if n_cases is None else read_whole_number("--n-cases", n_cases, minimum=1)
    day = None if as_of is None else read_date("--as-of", as_of)

    from lapor_lab.cli.screen import console, progress
    from lapor_lab.schema import format_count, label
    from lapor_lab.synthetic import generate as make
    from lapor_lab.synthetic import load_scenario

    model = load_scenario(scenario)
    with progress("Membuat laporan sintetis", len(model.institutions)) as step:
        manifest = make(
            model,
            out,
            n_cases=size,
            rng=seed,
            as_of=day,
            engine=engine,
            on_part=lambda _: step(),
        )
    screen = console()
    n_made = format_count(manifest["n_cases"])
    screen.print(f"{n_made} laporan ada di {out} ({label('notice.synthetic')}).")
    screen.print(f"content_hash {manifest['content_hash']}")
