"""The row that names the columns."""

from lapor_lab.exchange.raw.header_row import find_header


def test_tracking_id_wins_over_wider_rows() -> None:
    """A preamble of two cells a row is none of the header."""
    header = find_header(
        [
            (1, ["Instansi", "Kota Contoh", None]),
            (4, [None, "TRACKING_ID", "Isi"]),
            (5, ["x", "1", "y"]),
        ]
    )

    assert header is not None
    assert (header.row, header.is_official) == (4, True)
    assert header.columns == ("(kolom 1)", "TRACKING_ID", "Isi")
    assert header.preamble == (("Instansi", "Kota Contoh"),)


def test_names_are_made_one_each() -> None:
    """Spaces are trimmed, empty names numbered, repeated ones too, without meeting others."""
    header = find_header(
        [(2, ["A\xa0 b", "Rating", None, "Rating", "Rating (2)", "(sel lebih)", "Rating", None])]
    )

    assert header is not None
    assert header.columns == (
        "A b",
        "Rating",
        "(kolom 3)",
        "Rating (3)",
        "Rating (2)",
        "(sel lebih) (2)",
        "Rating (4)",
    )


def test_single_cells_are_no_header() -> None:
    """A sheet of notes in one column is no table."""
    assert find_header([(1, ["catatan"]), (2, [None, "x"])]) is None
    assert find_header([]) is None
