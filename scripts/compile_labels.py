"""Compile the label catalogues: lapor_lab.po (edit these) to lapor_lab.mo (read by the kit)."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent.parent / "lapor_lab/schema/locale"

if __name__ == "__main__":
    for path in sorted(FOLDER.rglob("lapor_lab.po")):
        with path.open("rb") as source:
            catalogue = read_po(source)
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)
