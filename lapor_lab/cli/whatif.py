"""``lapor-lab whatif``: what practices would change, simulated."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_whole_number

__all__ = ["whatif"]


def whatif(  # noqa: PLR0913 (each option is an argument)
    scenario: Annotated[str, typer.Argument(help="Nama skenario, misalnya kementerian.")],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[PRAKTIK]...", help="Praktik baik berikutnya.")
    ] = None,
    *,
    institution: Annotated[str, typer.Option(help="Instansi yang menerapkan.")],
    adopt: Annotated[
        list[str] | None,
        typer.Option(
            help="Praktik baik: tugas-fungsi, konektivitas, target-kinerja, sosialisasi, "
            "legalitas. Bawaan: kelimanya."
        ),
    ] = None,
    sizes: Annotated[
        Path | None, typer.Option(help="Berkas ukuran praktik (.toml) milik sendiri.")
    ] = None,
    write_sizes: Annotated[
        Path | None, typer.Option(help="Tulis ukuran bawaan ke berkas .toml, lalu berhenti.")
    ] = None,
    list_only: Annotated[
        bool, typer.Option("--list", help="Tampilkan praktik dan ukurannya, lalu berhenti.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Berkas hasil: .html.")] = None,
    n_replications: Annotated[str, typer.Option(help="Banyaknya pasangan simulasi.")] = "20",
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
    as_of: Annotated[str | None, typer.Option(help="Tanggal data, misalnya 2022-08-15.")] = None,
) -> None:
    """Menjalankan simulasi "bagaimana jika" satu atau beberapa praktik baik diterapkan."""
    seed = read_whole_number("--rng", rng, minimum=0)
    n_pairs = read_whole_number("--n-replications", n_replications, minimum=2)
    day = None if as_of is None else read_date("--as-of", as_of)

    from dataclasses import replace

    from lapor_lab.cli.screen import console, progress
    from lapor_lab.cli.whatif_run import (
        find_institution,
        run_trials,
        summarise_trials,
        tell_saturation,
    )
    from lapor_lab.cli.whatif_screen import print_practices, print_trials
    from lapor_lab.practices import PRACTICES, find_practice, format_sizes, load_practices
    from lapor_lab.report import check_kind, write_whatif
    from lapor_lab.report.output import write_atomically
    from lapor_lab.schema import label
    from lapor_lab.synthetic import load_scenario

    screen = console()
    if out is not None:
        check_kind(out, [".html"])
    if write_sizes is not None:
        write_atomically(check_kind(write_sizes, [".toml"]), format_sizes())
        screen.print(f"Ukuran praktik ada di {write_sizes}. Ubahlah, lalu pakai dengan --sizes.")
        return
    model = load_scenario(scenario)
    model = replace(model, as_of=day or model.as_of)
    adopter = find_institution(model, institution)
    known = PRACTICES if sizes is None else load_practices(sizes)
    names = (*(adopt or ()), *(more or ()))
    practices = [find_practice(name, known) for name in names] or list(known)
    if list_only:
        print_practices(practices, adopter)
        screen.print(f"{adopter.name}: {label('notice.simulation')}.")
        return
    with progress("Menjalankan simulasi", n_pairs) as step:
        trials = run_trials(
            model, adopter, practices, n_replications=n_pairs, rng=seed, on_replication=step
        )
    screen.print(f"{adopter.name}: {', '.join(practice.title for practice in practices)}")
    print_trials(trials, practices)
    for sentence in tell_saturation(model, adopter, practices):
        screen.print(sentence)
    if any(practice.changes_demand for practice in practices):
        screen.print(label("whatif.changes_demand"))
    screen.print(f"{label('notice.synthetic')}; {label('notice.simulation')}.")
    if out is not None:
        result = summarise_trials(
            trials, model, adopter, practices, n_replications=n_pairs, rng=seed
        )
        write_whatif(result, out)
        screen.print(f"Hasil ada di {out}.")
