"""``lapor-lab topics``: sort complaints by topic, and say how well that works."""

from pathlib import Path
from typing import Annotated

import typer

from lapor_lab.cli.values import read_whole_number

__all__ = ["topics"]


def topics(
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", help="Folder hasil generate atau tabel laporan.")
    ],
    out: Annotated[Path, typer.Option(help="Berkas hasil: .html.")],
    rng: Annotated[str, typer.Option(help="Benih bilangan acak.")] = "0",
) -> None:
    """Memilah topik laporan secara otomatis dan menguji ketepatannya."""
    seed = read_whole_number("--rng", rng, minimum=0)

    from lapor_lab.cli.screen import console, progress
    from lapor_lab.cli.topics_run import run_topics
    from lapor_lab.exchange import protect_groups, read_log
    from lapor_lab.report import check_kind, write_topics
    from lapor_lab.schema import format_interval, format_share, label

    check_kind(out, [".html"])
    log = read_log(source).log
    if not source.is_dir():
        log = protect_groups(log, "topic")
    with progress("Memilah topik", None):
        evaluation = run_topics(log, rng=seed)
    write_topics(evaluation, out)
    screen = console()
    for row in evaluation.scores.to_dict("records"):
        interval = format_interval(row["lower"], row["upper"], is_share=True)
        name = label(f"score.{row['score']}")
        screen.print(f"{name}: {format_share(row['estimate'])} ({interval})")
    if evaluation.provenance.get("kind") == "sintetis":
        screen.print(f"{label('notice.synthetic')}.")
    screen.print(f"Hasil ada di {out}.")
