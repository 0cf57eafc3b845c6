"""``lapor-lab demo``: everything once, from made-up complaints to pages."""

from pathlib import Path
from typing import Annotated, Final

import typer

__all__ = ["demo"]

_SCENARIO: Final = "kementerian"
_ADOPTER: Final = "Kemendikbudristek"
_N_REPLICATIONS: Final = 6


def demo(
    out: Annotated[Path, typer.Option(help="Folder hasil.")] = Path("lapor-lab-demo"),
) -> None:
    """Memperlihatkan semuanya sekali: data, perbandingan, topik, dan simulasi."""
    from lapor_lab.calendar import load_calendar, load_limits
    from lapor_lab.cli.comparison_run import SCREEN_MEASURES, run_comparison
    from lapor_lab.cli.screen import console, print_effects, print_estimates, progress
    from lapor_lab.cli.topics_run import run_topics
    from lapor_lab.cli.whatif_run import find_institution, run_whatif
    from lapor_lab.exchange import read_log_folder
    from lapor_lab.practices import KONEKTIVITAS
    from lapor_lab.report import write_comparison, write_topics, write_whatif
    from lapor_lab.schema import format_count, format_share, label
    from lapor_lab.synthetic import generate, load_scenario

    screen = console()
    scenario = load_scenario(_SCENARIO)
    with progress("1/4 Membuat laporan sintetis", len(scenario.institutions)) as step:
        manifest = generate(scenario, out / "data", on_part=lambda _: step())
    screen.print(f"1/4 {format_count(manifest['n_cases'])} laporan sintetis: {out / 'data'}")

    log = read_log_folder(out / "data")
    comparison = run_comparison(
        log, by="institution", calendar=load_calendar(), limits=load_limits()
    )
    page = write_comparison(comparison, out / "perbandingan.html")
    screen.print(f"2/4 Instansi dibandingkan: {page}")

    with progress("3/4 Memilah topik", None):
        evaluation = run_topics(log)
    topic_page = write_topics(evaluation, out / "topik.html")
    accuracy = float(evaluation.scores.set_index("score")["estimate"]["accuracy"])
    screen.print(f"3/4 Topik dipilah, ketepatan {format_share(accuracy)}: {topic_page}")

    with progress("4/4 Mencoba praktik baik", _N_REPLICATIONS) as step:
        effects = run_whatif(
            scenario,
            find_institution(scenario, _ADOPTER),
            [KONEKTIVITAS],
            n_replications=_N_REPLICATIONS,
            rng=0,
            on_replication=step,
        )
    whatif_page = write_whatif(effects, out / "simulasi.html")
    screen.print(f"4/4 Praktik baik dicoba pada {_ADOPTER}: {whatif_page}")
    print_effects(effects.effects)
    screen.print(f"{label('notice.synthetic')}; {label('notice.simulation')}.\n")

    print_estimates(comparison.estimates, SCREEN_MEASURES)
    screen.print(f"{label('notice.synthetic')}. {label('notice.not_official_evaluation')}.")
    screen.print(f"Buka {page.resolve()} di peramban.")
    if screen.is_terminal:
        typer.launch(page.resolve().as_uri())
