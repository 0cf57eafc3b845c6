"""Delimited files as texts."""

from pathlib import Path

from lapor_lab.exchange.text_file import read_text_table


def test_cells_stay_texts(tmp_path: Path) -> None:
    """Numbers keep their zeros, the word NA stays a word, an empty cell is missing."""
    path = tmp_path / "x.csv"
    path.write_text(' a ,b\n007,NA\n,"x,y"\n')

    table = read_text_table(path)

    assert table.columns.to_list() == ["a", "b"]
    assert table.fillna("-").to_numpy().tolist() == [["007", "NA"], ["-", "x,y"]]
