"""``lapor-lab mask``: a copy without personal data in clear."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["mask"]


def mask(
    source: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Teks (.txt) atau tabel (.csv, .xlsx, .xls).")
    ],
    out: Annotated[Path, typer.Option(help="Salinan: .txt untuk teks, .csv untuk tabel.")],
) -> None:
    """Menyamarkan data pribadi di dalam sebuah berkas."""
    from lapor_lab.cli.screen import console, progress
    from lapor_lab.exchange import write_masked_copy
    from lapor_lab.schema import format_count, label

    with progress("Menyamarkan", None):
        found = write_masked_copy(source, out)
    screen = console()
    for kind, n in found.most_common():
        screen.print(f"{label(f'masked.{kind}')}: {format_count(n)}")
    if not found:
        screen.print("Tidak ada data pribadi yang dikenali.")
    screen.print(f"{label('notice.masking')}.")
    screen.print(f"Hasil ada di {out}.")
