"""Write the tables of docs/coverage.md: ``python benchmarks/coverage_page.py`` (about ten minutes).

How often intervals, rank sets and limits keep what they state, in worlds whose truth is known.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from coverage_funnel import N_WORLDS as N_FUNNEL_WORLDS
from coverage_funnel import table_of_false_alarms
from coverage_ranks import N_WORLDS as N_RANK_WORLDS
from coverage_ranks import table_of_coverage
from coverage_survival import N_SAMPLES, table_of_time_coverage, table_of_wilson_coverage

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "coverage.md"
sys.path.insert(0, str(ROOT / "scripts"))

from sections import write_sections  # noqa: E402 - lies among the scripts


def sections(part: float = 1.0) -> dict[str, list[str]]:
    """Return the tables by the name of their section, from a part of the usual worlds."""
    return {
        "wilson": table_of_wilson_coverage(),
        "times": table_of_time_coverage(max(1, round(part * N_SAMPLES))),
        "ranks": table_of_coverage(max(1, round(part * N_RANK_WORLDS))),
        "funnel": table_of_false_alarms(max(1, round(part * N_FUNNEL_WORLDS))),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulate, print, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.parse_args(arguments)
    found = sections()
    write_sections(DOCUMENT, found)
    print("\n\n".join("\n".join(lines) for lines in found.values()))


if __name__ == "__main__":
    main()
