"""``lapor-lab whatif``: what a practice would change, simulated."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_whole_number

__all__ = ["whatif"]


def whatif(
    scenario: Annotated[str, typer.Argument(help="Nama skenario, misalnya kementerian.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[PRAKTIK]...", help="Praktik baik berikutnya.")
    ] = None,
    *,
    institution: Annotated[str, typer.Option(help="Instansi yang menerapkan.")],
    adopt: Annotated[list[str], typer.Option(help="Praktik baik, misalnya konektivitas.")],
    out: Annotated[Path | None, typer.Option(help="Berkas hasil: .html.")] = None,
    n_replications: Annotated[str, typer.Option(help="Banyaknya pasangan simulasi.")] = "20",
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
    as_of: Annotated[str | None, typer.Option(help="Tanggal data, misalnya 2022-08-15.")] = None,
) -> None:
    """Menjalankan simulasi "bagaimana jika" suatu praktik baik diterapkan."""
    seed = read_whole_number("--rng", rng, minimum=0)
    n_pairs = read_whole_number("--n-replications", n_replications, minimum=2)
    day = None if as_of is None else read_date("--as-of", as_of)

    from lapor_lab.cli.screen import console, print_effects, progress
    from lapor_lab.cli.whatif_run import find_institution, run_whatif
    from lapor_lab.practices import find_practice
    from lapor_lab.report import check_kind, write_whatif
    from lapor_lab.schema import label
    from lapor_lab.synthetic import load_scenario

    if out is not None:
        check_kind(out, [".html"])
    model = load_scenario(scenario)
    adopter = find_institution(model, institution)
    practices = [find_practice(name) for name in (*adopt, *(more or ()))]
    with progress("Menjalankan simulasi", 2 * n_pairs) as step:
        result = run_whatif(
            model,
            adopter,
            practices,
            n_replications=n_pairs,
            rng=seed,
            as_of=day,
            on_replication=step,
        )
    screen = console()
    screen.print(f"{adopter.name}: {', '.join(result.practices)}")
    print_effects(result.effects)
    screen.print(f"{label('notice.synthetic')}; {label('notice.simulation')}.")
    if out is not None:
        write_whatif(result, out)
        screen.print(f"Hasil ada di {out}.")
