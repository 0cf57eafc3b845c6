"""The form as TOML, before anything is judged."""

import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.practices.maturity.toml_form import read_toml_form, toml_key

HEAD = """
[identitas]
instansi = "Kementerian A"
tanggal = 2022-08-15
jumlah_unit = 3
contoh = true
[[unit]]
nama = "PTN Contoh 25"
kelompok = "unit hasil penggabungan"
"""


def test_values_become_texts_with_their_keys(tmp_path: Path) -> None:
    """Days, numbers and truth values are read as texts, each with its key."""
    path = tmp_path / "penilaian.toml"
    path.write_text(
        HEAD + '[konektivitas."PTN Contoh 25"]\nakun-unit = { penilai_1 = true, catatan = "x" }\n',
        encoding="utf-8",
    )
    raw = read_toml_form(path)
    texts = {key: cell.text for key, cell in raw.identity.items()}
    assert texts == {
        "instansi": "Kementerian A",
        "tanggal": "2022-08-15",
        "jumlah_unit": "3",
        "contoh": "TRUE",
    }
    (row,) = raw.rows
    assert [cell.text for cell in row.answers] == ["TRUE", ""]
    assert row.answers[0].place.cell == '"PTN Contoh 25".akun-unit.penilai_1'
    assert row.note == "x"


def test_what_is_built_otherwise_is_named(tmp_path: Path) -> None:
    """Unknown tables and keys, and values where tables belong, are one line each."""
    path = tmp_path / "penilaian.toml"
    text = 'unit = ["PTN"]\n[rapat]\n[konektivitas]\nx = 1\n[konektivitas.y]\nakun-unit = "ya"\n'
    path.write_text(text + "[konektivitas.z]\nakun-unit = { penilai = 1 }\n", encoding="utf-8")
    said = [problem.problem for problem in read_toml_form(path).problems]
    build = "harus berupa tabel. Lihat susunan pada formulir kosong."
    practices = "tugas-fungsi, konektivitas, target-kinerja, sosialisasi, legalitas"
    for line in (
        f'bagian "rapat": praktik tidak dikenal. Pilih salah satu dari {practices}.',
        'bagian "legalitas": bagian tidak ada. Salin dari formulir kosong.',
        f'bagian "konektivitas", kunci x: {build}',
        f'bagian "konektivitas", kunci y.akun-unit: {build}',
        (
            'bagian "konektivitas", kunci z.akun-unit.penilai: kunci tidak dikenal. Pilih '
            "salah satu dari penilai_1, penilai_2, data_dukung, catatan."
        ),
        'bagian "identitas": bagian tidak ada. Salin dari formulir kosong.',
        f'bagian "unit", kunci 1: {build}',
    ):
        assert f"penilaian.toml, {line}" in said


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x7f")), min_size=1))
def test_a_key_is_read_back(names: list[str]) -> None:
    """Whatever a unit is called, its key is TOML."""
    table: object = tomllib.loads(f"{toml_key(*names)} = 1")
    for name in names:
        assert isinstance(table, dict)
        table = table[name]
    assert table == 1
