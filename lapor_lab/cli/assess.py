"""``lapor-lab assess``: from a filled-in form to a plan and the drafts that can be sent."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_date, read_whole_number

__all__ = ["assess"]


def assess(  # noqa: PLR0913 (each option is an argument)
    filled: Annotated[
        Path | None,
        typer.Argument(metavar="[FORMULIR]", help="Formulir yang sudah diisi: .xlsx atau .toml."),
    ] = None,
    *,
    out: Annotated[Path | None, typer.Option(help="Folder hasil.")] = None,
    data: Annotated[
        Path | None,
        typer.Option(help="Data laporan instansi: folder hasil import atau generate, atau berkas."),
    ] = None,
    previous: Annotated[
        Path | None, typer.Option(help="Formulir putaran sebelumnya, bila ada.")
    ] = None,
    peers: Annotated[
        Path | None, typer.Option(help="Folder berisi formulir instansi lain, bila ada.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Pakai contoh rekaan yang disertakan.")
    ] = False,
    form: Annotated[
        Path | None, typer.Option(help="Tulis formulir kosong (.xlsx atau .toml), lalu berhenti.")
    ] = None,
    institution: Annotated[
        str | None, typer.Option(help="Nama instansi dalam data, bila berbeda dari formulir.")
    ] = None,
    scenario: Annotated[str, typer.Option(help="Skenario asal asumsi simulasi.")] = "kementerian",
    year: Annotated[
        str | None, typer.Option(help="Tahun rencana aksi. Bawaan: setahun sesudah penilaian.")
    ] = None,
    n_replications: Annotated[str, typer.Option(help="Banyaknya pasangan simulasi.")] = "8",
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
    as_of: Annotated[
        str | None, typer.Option(help="Tanggal penilaian, misalnya 2022-08-15.")
    ] = None,
) -> None:
    """Menilai lima praktik baik, menyusun rencana aksi, dan menulis draf dokumennya."""
    seed = read_whole_number("--rng", rng, minimum=0)
    n_pairs = read_whole_number("--n-replications", n_replications, minimum=2)
    planned = None if year is None else read_whole_number("--year", year, minimum=2000)
    day = None if as_of is None else read_date("--as-of", as_of)

    from lapor_lab.cli.assess_inputs import AssessRequest
    from lapor_lab.cli.assess_run import run_assessment
    from lapor_lab.cli.assess_screen import print_assessment
    from lapor_lab.cli.screen import console, progress
    from lapor_lab.errors import OutputError, ParameterError
    from lapor_lab.report import write_assessment, write_maturity_form
    from lapor_lab.report.assessment_folder import ASSESSMENT_FILES, check_assessment_folder

    screen = console()
    if form is not None:
        if form.exists():
            # A form of that name may be filled in.
            raise OutputError("output_edited", path=form.parent, name=form.name)
        screen.print(f"Formulir kosong ada di {write_maturity_form(form)}.")
        return
    if (filled is None) != example:
        raise ParameterError("form_or_example")
    if out is None:
        raise ParameterError("assessment_out")
    check_assessment_folder(out)
    request = AssessRequest(
        form=filled,
        data=data,
        previous=previous,
        peers=peers,
        institution=institution,
        scenario=scenario,
        year=planned,
        n_replications=n_pairs,
        rng=seed,
        as_of=day,
    )
    with progress("1/2 Menilai dan menyimulasikan", n_pairs) as step:
        report = run_assessment(request, on_replication=step)
    with progress("2/2 Menulis dokumen", len(ASSESSMENT_FILES)) as step:
        files = write_assessment(report, out, on_file=step)
    print_assessment(report, files)
