"""Build every sample from its recipe: datasets/NAME.toml becomes the folder datasets/NAME.

The invented exports are made from one of them, and last the example form from its TOML.
"""

import sys
import tomllib
from pathlib import Path

from build_exports import main as build_exports
from build_forms import main as build_forms

from lapor_lab.cli.app import main

DATASETS = Path(__file__).parent.parent / "datasets"


def command(recipe: Path, target: Path) -> list[str]:
    """Return the words of ``lapor-lab`` that make a sample."""
    options = tomllib.loads(recipe.read_text("utf-8"))
    words = ["generate", options.pop("scenario"), "--out", str(target / recipe.stem)]
    for name, value in options.items():
        words += [f"--{name.replace('_', '-')}", str(value)]
    return words


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else DATASETS
    for recipe in sorted(DATASETS.glob("*.toml")):
        try:
            main(command(recipe, target))
        except SystemExit as end:  # the command line ends so, also when all went well
            if end.code:
                raise
    build_exports([str(target)])
    build_forms([str(target)])
