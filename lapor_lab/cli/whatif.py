"""``lapor-lab whatif``: what practices would change, simulated."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_number, read_whole_number

__all__ = ["whatif"]


def whatif(  # noqa: PLR0913 (each option is an argument)
    scenario: Annotated[
        str | None, typer.Argument(help="Nama skenario, misalnya kementerian.")
    ] = None,
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[PRAKTIK]...", help="Praktik baik berikutnya.")
    ] = None,
    *,
    institution: Annotated[
        str | None,
        typer.Option(help="Instansi yang menerapkan. Tidak perlu bila data memuat satu instansi."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(help="Data sendiri: simulasi dikalibrasi dari data ini, bukan dari skenario."),
    ] = None,
    base_institution: Annotated[
        str | None,
        typer.Option(help="Instansi acuan untuk asumsi yang tidak dapat ditaksir dari data."),
    ] = None,
    adopt: Annotated[
        list[str] | None,
        typer.Option(
            help="Praktik baik: tugas-fungsi, konektivitas, target-kinerja, sosialisasi, "
            "legalitas. Bawaan: kelimanya."
        ),
    ] = None,
    order: Annotated[
        bool, typer.Option("--order", help="Terapkan satu per satu menurut urutan praktik.")
    ] = False,
    target: Annotated[
        str | None, typer.Option(help="Cari himpunan praktik terkecil untuk target, misalnya 0.9.")
    ] = None,
    measure: Annotated[
        str, typer.Option(help="Ukuran untuk target, urutan, dan kepekaan.")
    ] = "first_followed_up_within_limit",
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Ubah setiap asumsi satu per satu.")
    ] = False,
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
    aim = None if target is None else read_number("--target", target)

    from lapor_lab.cli.screen import console
    from lapor_lab.cli.whatif_screen import print_practices
    from lapor_lab.cli.whatif_session import WhatIfRequest, open_world, run_session
    from lapor_lab.cli.whatif_world import is_scenario
    from lapor_lab.practices import PRACTICES, find_practice, format_sizes, load_practices
    from lapor_lab.report import check_kind
    from lapor_lab.report.output import write_atomically
    from lapor_lab.schema import label

    screen = console()
    if out is not None:
        check_kind(out, [".html"])
    if write_sizes is not None:
        write_atomically(check_kind(write_sizes, [".toml"]), format_sizes())
        screen.print(f"Ukuran praktik ada di {write_sizes}. Ubahlah, lalu pakai dengan --sizes.")
        return
    names = [*(adopt or ()), *(more or ())]
    if data is not None and scenario is not None and not is_scenario(scenario):
        # With data the first free word is a practice, unless it names the base.
        names.insert(len(adopt or ()), scenario)
        scenario = None
    known = PRACTICES if sizes is None else load_practices(sizes)
    request = WhatIfRequest(
        practices=tuple(find_practice(name, known) for name in names) or tuple(known),
        measure=measure,
        target=aim,
        is_ordered=order,
        is_sensitivity=sensitivity,
        n_replications=n_pairs,
        rng=seed,
    )
    world = open_world(
        scenario, institution, data=data, base_institution=base_institution, as_of=day
    )
    if list_only:
        print_practices(request.practices, world.institution)
        screen.print(f"{world.institution.name}: {label('notice.simulation')}.")
        return
    run_session(world, request, out)
