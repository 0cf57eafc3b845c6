"""A reporter's own name in the reporter's own text."""

import pandas as pd
import pytest

from lapor_lab.exchange.imports.reporter_names import mask_reporter_names, reporter_names


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Ani Contoh", "Lampu mati. Terima kasih. ani contoh", "Lampu mati. Terima kasih. [NAMA]"),
        ("ANI  CONTOH", "Ani\nContoh, lalu Ani Contohnya", "[NAMA], lalu Ani Contohnya"),
        ("Suharti", "Suharti: jalan rusak", "[NAMA]: jalan rusak"),
        ("Budi", "ini ibu budi", "ini ibu budi"),
        ("Anonim", "lapor anonim saja", "lapor anonim saja"),
        ("081200001234", "hp 081200001234", "hp 081200001234"),
        ("A. (Contoh) *", "A. (Contoh) * menulis", "[NAMA] menulis"),
        (None, "jalan rusak", "jalan rusak"),
    ],
)
def test_a_name_without_a_cue_is_masked_by_its_column(
    name: str | None, text: str, masked: str
) -> None:
    """In any case and spacing, as a whole; short names and names of nobody are words."""
    got, n_masked = mask_reporter_names(
        pd.Series([text], index=[7]), pd.DataFrame({"Nama Pelapor": [name]}, index=[7])
    )
    assert got.to_dict() == {7: masked}
    assert n_masked == (text != masked)


def test_each_row_has_its_own_names() -> None:
    """Another reporter's name may be a street; missing texts stay missing."""
    cells = pd.DataFrame(
        {"Nama Pelapor": ["Ani Contoh", "Sri Rejeki", "Ani Contoh"], "Petugas": ["Joko Uji"] * 3}
    )
    texts = pd.Series(["Sri Rejeki dan Joko Uji", "Jalan Sri Rejeki", None])
    got, n_masked = mask_reporter_names(texts, reporter_names(cells))
    assert got.fillna("").tolist() == ["Sri Rejeki dan [NAMA]", "Jalan [NAMA]", ""]
    assert n_masked == 2


def test_without_a_column_of_names_nothing_changes() -> None:
    """The same texts come back."""
    texts = pd.Series(["Ani Contoh"])
    got, n_masked = mask_reporter_names(texts, reporter_names(pd.DataFrame({"Isi": texts})))
    assert (got.tolist(), n_masked) == (["Ani Contoh"], 0)
