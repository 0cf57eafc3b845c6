"""Show what exports tell of first follow-ups in time: ``python scripts/bounds.py``.

The official export holds no time of a follow-up. One export bounds the share that was in time
from both sides, and exports of several dates bound it more narrowly. Here the truth is known:
the log is made, written as exports, imported as anybody's would be, and held to itself.
Writes docs/bounds.md (its tables) and docs/images/batas_mingguan.png.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import matplotlib as mpl
import pandas as pd
from sections import write_sections

from lapor_lab.exchange import ImportOptions, import_files, read_log_folder
from lapor_lab.metrics import MEASURES, count_cases
from lapor_lab.plots.canvas import new_axes, quiet_frame, scale_ticks
from lapor_lab.plots.notices import draw_notices, notice_lines
from lapor_lab.plots.palette import BLUE, GRID, INK, MUTED, PAPER
from lapor_lab.schema import Scale
from lapor_lab.synthetic import Scenario, generate, load_scenario
from lapor_lab.synthetic.export_files import write_export_files

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "bounds.md"
PICTURE: Final = ROOT / "docs" / "images" / "batas_mingguan.png"
SCENARIO: Final = "kementerian"
MEASURE: Final = "first_followed_up_within_limit"
N_CASES: Final = 4_000
N_WEEKS: Final = 52
# Weeks between exports; the first is the last export alone.
SPACINGS: Final = (N_WEEKS, 12, 4, 2, 1)
NAMES: Final = {N_WEEKS: "one export", 12: "every 12 weeks", 4: "every 4 weeks"}
NAMES[2], NAMES[1] = "every 2 weeks", "every week"
DRAWN: Final = {N_WEEKS: "satu ekspor", 4: "tiap 4 minggu", 1: "tiap minggu"}
# Of the project whose identifiers are hashed: nobody's, so any will do.
KEY: Final = bytes(32)


def compare_bounds(
    scenario: Scenario,
    folder: Path,
    *,
    n_cases: int,
    rng: int,
    n_weeks: int,
    spacings: Sequence[int],
) -> pd.DataFrame:
    """Bound the share in time of every institution from its exports, beside the truth.

    The truth is that of the same cases: an export does not say which reports are copies.
    """
    made = folder / "log"
    generate(scenario, made, n_cases=n_cases, rng=rng)
    log = read_log_folder(made)
    truth = _estimates(replace(log, cases=log.cases.drop(columns="duplicate_of")))
    table = truth[["estimate", "denominator"]].rename(columns={"estimate": "truth"})
    files = write_export_files(made, folder / "exports", kind="csv", n_weeks=n_weeks)
    for spacing in spacings:
        out = folder / f"every-{spacing}"
        out.mkdir()
        import_files(files[::-spacing][::-1], out, options=ImportOptions(key=KEY))
        bounds = _estimates(out)
        table[f"n_{spacing}"] = bounds["denominator"]
        table[f"lower_{spacing}"] = bounds["lower"]
        table[f"upper_{spacing}"] = bounds["upper"]
    return table


def _estimates(source: object) -> pd.DataFrame:
    measure = next(measure for measure in MEASURES if measure.id == MEASURE)
    return measure(count_cases(source)).set_index("institution")


def widths(table: pd.DataFrame, spacing: int) -> pd.Series:
    """Return how far apart the bounds of each institution are."""
    return table[f"upper_{spacing}"] - table[f"lower_{spacing}"]


def contains_truth(table: pd.DataFrame, spacing: int) -> pd.Series:
    """Return whether the bounds of each institution hold its truth."""
    return table["truth"].between(table[f"lower_{spacing}"], table[f"upper_{spacing}"])


def table_of_institutions(table: pd.DataFrame) -> list[str]:
    """Return truth and bounds of every institution."""
    shown = [*DRAWN]
    head = " | ".join(NAMES[spacing] for spacing in shown)
    lines = [
        f"| institution | reports judged | truth | {head} |",
        "|---|---:|---:|" + "---:|" * len(shown),
    ]
    for name, row in table.iterrows():
        bounds = " | ".join(
            f"{row[f'lower_{spacing}']:.1%} to {row[f'upper_{spacing}']:.1%}" for spacing in shown
        )
        lines.append(f"| {name} | {row['denominator']:.0f} | {row['truth']:.1%} | {bounds} |")
    return lines


def table_of_widths(table: pd.DataFrame) -> list[str]:
    """Return how the bounds narrow with the number of exports."""
    lines = [
        "| exports | files | mean width | widest | hold the truth of |",
        "|---|---:|---:|---:|---:|",
    ]
    for spacing in SPACINGS:
        width, holds = widths(table, spacing), contains_truth(table, spacing)
        n_files = -(-N_WEEKS // spacing)
        lines.append(
            f"| {NAMES[spacing]} | {n_files} | {100 * width.mean():.0f} points "
            f"| {100 * width.max():.0f} points | {holds.sum()} of {len(holds)} |"
        )
    return lines


def draw(table: pd.DataFrame, caption: str) -> None:
    """Draw the bounds of every institution, the wider behind the narrower, and the truth."""
    rows = table.sort_index(key=lambda names: names.str.casefold())
    ax = new_axes(8, 2.2 + 0.42 * len(rows))
    colours = dict(zip(DRAWN, (GRID, "#9ecae1", BLUE), strict=True))
    for spacing, name in DRAWN.items():
        ax.barh(
            range(len(rows)),
            widths(rows, spacing),
            left=rows[f"lower_{spacing}"],
            height=0.56,
            color=colours[spacing],
            label=f"batas: {name}",
        )
    ax.plot(
        rows["truth"], range(len(rows)), "D", color=PAPER, markeredgecolor=INK, label="sebenarnya"
    )
    lines = notice_lines(is_synthetic=True, is_simulation=False, caption=caption)
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) + 0.9, -0.7)
    ax.set_yticks(range(len(rows)), list(rows.index))
    draw_notices(ax, lines, len(rows) + 0.1)
    quiet_frame(ax)
    scale_ticks(ax.xaxis, Scale.SHARE)
    ax.set_xlabel("Tindak lanjut pertama dalam 5 hari kerja")
    ax.legend(
        loc="lower center", bbox_to_anchor=(0.4, 1.0), ncols=4, frameon=False, fontsize=8.5,
        labelcolor=MUTED,
    )  # fmt: skip
    PICTURE.parent.mkdir(exist_ok=True)
    ax.figure.savefig(PICTURE, dpi=150, metadata={"Software": None})


def main() -> int:
    """Measure, draw and write; 1 where a bound does not hold the truth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rng", type=int, default=0, help="seed")
    arguments = parser.parse_args()
    mpl.use("Agg")
    with tempfile.TemporaryDirectory() as folder:
        table = compare_bounds(
            load_scenario(SCENARIO),
            Path(folder),
            n_cases=N_CASES,
            rng=arguments.rng,
            n_weeks=N_WEEKS,
            spacings=SPACINGS,
        )
    draw(table, f"skenario {SCENARIO}, benih {arguments.rng}")
    source = f"Made-up data: scenario `{SCENARIO}`, {N_CASES:,} reports, seed {arguments.rng}."
    sections = {
        "widths": [*table_of_widths(table), "", source],
        "institutions": table_of_institutions(table),
    }
    write_sections(DOCUMENT, sections)
    print("\n".join(line for lines in sections.values() for line in [*lines, ""]))
    return 0 if all(contains_truth(table, spacing).all() for spacing in SPACINGS) else 1


if __name__ == "__main__":
    sys.exit(main())
