"""Freeze the names of persons into the package: names change from one Faker to the next."""

import json
from importlib.metadata import version
from pathlib import Path

from lapor_lab.synthetic.persons import draw_names

TARGET = Path(__file__).parent.parent / "lapor_lab/synthetic/data/names.json"
N_NAMES = 5000

if __name__ == "__main__":
    frozen = {"made_with": f"Faker {version('faker')}, id_ID", "names": draw_names(N_NAMES)}
    text = json.dumps(frozen, ensure_ascii=False, indent=0)
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")
