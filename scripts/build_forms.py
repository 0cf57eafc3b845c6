"""Build the example form as a workbook from the same form as TOML: datasets/contoh_penilaian."""

import sys
from collections.abc import Sequence
from pathlib import Path

from lapor_lab.practices.maturity import read_form
from lapor_lab.report.maturity_form import write_maturity_form

FOLDER = "contoh_penilaian"
NAME = "penilaian_2022"
SOURCE = Path(__file__).parent.parent / "datasets" / FOLDER / f"{NAME}.toml"


def main(words: Sequence[str]) -> None:
    """Write the workbook into the folder that is named."""
    write_maturity_form(Path(words[0]) / FOLDER / f"{NAME}.xlsx", read_form(SOURCE))


if __name__ == "__main__":
    main(sys.argv[1:] or [str(SOURCE.parent.parent)])
