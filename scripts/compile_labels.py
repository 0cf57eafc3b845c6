"""Compile the label catalogues: lapor_lab.po (edit these) to lapor_lab.mo (read by the kit)."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent.parent / "lapor_lab/schema/locale"

if __name__ == "__main__":
    for path in sorted(FOLDER.rglob("lapor_lab.po")):
        with path.open("rb") as source:
            catalogue = read_po(source)
        # The same labels give the same bytes, whenever they are compiled.
        catalogue.creation_date = datetime(2022, 8, 15, tzinfo=UTC)
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, catalogue)
