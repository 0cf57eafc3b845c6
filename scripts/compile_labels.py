"""Compile the label catalogue: lapor_lab.po (edit this) to lapor_lab.mo (read by the kit)."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent.parent / "lapor_lab/schema/locale/id/LC_MESSAGES"

if __name__ == "__main__":
    with (FOLDER / "lapor_lab.po").open("rb") as source:
        catalogue = read_po(source)
    with (FOLDER / "lapor_lab.mo").open("wb") as target:
        write_mo(target, catalogue)
