"""A hash of content, not of a file."""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.exchange import hash_table

WORDS = st.lists(st.sampled_from(["a", "", "b", "é", "ba", None]), min_size=1, max_size=9)


@pytest.fixture
def table() -> pa.Table:
    """Six rows of every kind of column, with gaps."""
    return pa.table(
        {
            "case_id": pa.array(["SIM-1", "SIM-2", "SIM-3", "SIM-4", "SIM-5", "SIM-6"]),
            "text": pa.array(["satu", "", None, "empat\n", "é", "enam"]),
            "unit": pa.array(["B", "A", None, "B", "A", "C"]),
            "rating": pa.array([5, None, 1, 4, 3, 2]),
            "is_anonymous": pa.array([True, False, None, True, True, False]),
            "closed_at": pa.array([1, 2, None, 4, 5, 6], pa.timestamp("s")),
        }
    )


def test_types_that_hold_the_same_values_hash_the_same() -> None:
    """Nanoseconds or microseconds, object or str: the content counts."""
    first = pd.DataFrame({"t": pd.to_datetime(["2022-08-01"]), "s": ["a"], "n": [1]})
    second = first.astype({"t": "datetime64[ns]", "s": object, "n": "Int64"})

    assert hash_table(first) == hash_table(second)


def test_a_frame_and_a_table_hash_the_same(table: pa.Table) -> None:
    """What pandas holds and what Arrow holds is one content."""
    types = {"rating": "Int64", "is_anonymous": "boolean"}
    assert hash_table(table.to_pandas().astype(types)) == hash_table(table)


def test_the_hash_is_this_one(table: pa.Table) -> None:
    """The definition does not change unnoticed."""
    assert hash_table(table) == ("e9692b5ad442e3343598c716f4a5ada0a9b769c3a7108af42a51902b3d7d21f6")


def stored_otherwise(table: pa.Table, path: Path) -> dict[str, pa.Table]:
    """The same content in other clothes."""
    pq.write_table(table, path, row_group_size=2, use_dictionary=True)
    texts = ["case_id", "text", "unit"]
    coded = table
    for name in texts:
        at = table.column_names.index(name)
        coded = coded.set_column(at, name, table[name].dictionary_encode())
    # Other order, a value twice, one that no row has, and a missing one.
    values = pa.array(["C", "D", "A", None, "B", "A"])
    codes = pa.array([4, 2, 3, 4, 5, 0], pa.int8())
    at = table.column_names.index("unit")
    odd = table.set_column(at, "unit", pa.DictionaryArray.from_arrays(codes, values))
    padded = pa.concat_tables([table.slice(4), table, table.slice(1, 2)])
    types = {"unit": "category", "rating": "Int64", "is_anonymous": "boolean"}
    category = table.to_pandas().astype(types)
    category["unit"] = category["unit"].cat.reorder_categories(["C", "A", "B"])
    large = pa.schema(
        [f.with_type(pa.large_string()) if f.type == pa.string() else f for f in table.schema]
    )
    narrow = table.set_column(3, "rating", table["rating"].cast(pa.int8()))
    return {
        "dictionaries": coded,
        "odd dictionary": odd,
        "chunks": pa.concat_tables([table.slice(0, 1), table.slice(1, 0), table.slice(1)]),
        "chunks of dictionaries": pa.concat_tables(
            [pa.Table.from_pandas(f) for f in (category[:2], category[2:])]
        ).replace_schema_metadata(),
        "slice": padded.slice(2, 6).combine_chunks(),
        "slices": padded.slice(2, 6),
        "file": pq.read_table(path),
        "file, as dictionaries": pq.read_table(path, read_dictionary=texts),
        "large texts": table.cast(large),
        "narrow": narrow,
    }


def test_how_a_table_is_stored_means_nothing(table: pa.Table, tmp_path: Path) -> None:
    """Dictionaries, chunks, slices, files and widths of integers leave the hash as it is."""
    expected = hash_table(table)
    for name, same in stored_otherwise(table, tmp_path / "x.parquet").items():
        assert hash_table(same) == expected, name


@pytest.mark.parametrize("name", ["text", "unit", "case_id"])
@given(words=WORDS, cut=st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_texts_hash_by_their_values_alone(name: str, words: list[str | None], cut: int) -> None:
    """Whatever the values, a plain column, a dictionary and any two chunks are the same."""
    plain = pa.array(words, pa.string())
    expected = hash_table(pa.table({name: plain}))
    assert hash_table(pa.table({name: plain.dictionary_encode()})) == expected
    cuts = [plain.slice(0, cut), plain.slice(cut)]
    assert hash_table(pa.table({name: pa.chunked_array(cuts)})) == expected
    coded = pa.chunked_array([each.dictionary_encode() for each in cuts])
    assert hash_table(pa.table({name: coded})) == expected


@pytest.mark.parametrize("name", ["text", "unit", "case_id"])
@given(words=WORDS, others=WORDS)
@settings(max_examples=60, deadline=None)
def test_other_texts_hash_otherwise(
    name: str, words: list[str | None], others: list[str | None]
) -> None:
    """Two columns hash the same only if every value is the same."""
    hashes = [hash_table(pa.table({name: pa.array(w, pa.string())})) for w in (words, others)]
    # What is missing throughout is missing, whatever it could be; only the number counts.
    assert (hashes[0] == hashes[1]) == (words == others)


def test_a_value_under_a_gap_means_nothing() -> None:
    """The buffer of a missing value may hold anything."""
    gap = np.packbits([True, False, True], bitorder="little").tobytes()
    ends = np.array([0, 1, 4, 5], "i4").tobytes()
    odd = pa.StringArray.from_buffers(
        3, pa.py_buffer(ends), pa.py_buffer(b"axyzb"), pa.py_buffer(gap)
    )
    for name in ("text", "unit"):
        clean = pa.table({name: pa.array(["a", None, "b"])})
        assert hash_table(pa.table({name: odd})) == hash_table(clean)
    numbers = pa.Array.from_buffers(
        pa.int64(), 3, [pa.py_buffer(gap), pa.py_buffer(np.array([1, 7, 2]).tobytes())]
    )
    clean = pa.table({"rating": pa.array([1, None, 2])})
    assert hash_table(pa.table({"rating": numbers})) == hash_table(clean)


def test_a_value_that_a_dictionary_holds_twice_makes_one_run() -> None:
    """Rows of a case that follow each other count as one run, however they are coded."""
    expected = hash_table(pa.table({"case_id": pa.array(["a", "a", "a", "b", "a"])}))
    ids = pa.array(["a", "b", "a", "c"])
    for codes in ([0, 0, 0, 1, 0], [0, 2, 2, 1, 0], [2, 0, 2, 1, 2]):
        coded = pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), ids)
        assert hash_table(pa.table({"case_id": coded})) == expected
        chunks = pa.chunked_array([coded[:2], coded[2:2], coded[2:]])
        assert hash_table(pa.table({"case_id": chunks})) == expected
    many = pa.array([f"SIM-{number}" for number in range(256)])
    turned = pa.DictionaryArray.from_arrays(pa.array([255, 0], pa.uint8()), many)
    plain = pa.table({"case_id": pa.array(["SIM-255", "SIM-0"])})
    assert hash_table(pa.table({"case_id": turned})) == hash_table(plain)
    other = pa.table({"case_id": pa.array(["a", "a", "b", "b", "a"])})
    assert hash_table(other) != expected


@pytest.mark.parametrize("micros", [[0, 1_000_000, None], [0, 1_000_001, None], [5, 7, None]])
def test_a_moment_is_the_same_in_any_unit(micros: list[int | None]) -> None:
    """Whole seconds or not: a moment counts, not what it is counted in; numbers are no times."""
    moments = pa.array(micros, pa.timestamp("us"))
    expected = hash_table(pa.table({"t": moments}))
    units = ["ns"] if micros[1] != 1_000_000 else ["s", "ms", "ns"]
    for unit in units:
        assert hash_table(pa.table({"t": moments.cast(pa.timestamp(unit))})) == expected
    finer = pa.array([None if m is None else m * 1000 + 1 for m in micros], pa.timestamp("ns"))
    assert hash_table(pa.table({"t": finer})) == expected
    assert hash_table(pa.table({"t": moments.cast(pa.int64())})) != expected


def test_whole_numbers_hash_by_their_values_alone() -> None:
    """Distances from the smallest tell numbers of any size apart, and a gap from each."""
    columns = [
        [0, 1],
        [1, 2],
        [0, 254],
        [0, 255],
        [0, 65_535],
        [0, 2**32],
        [-1, 2**40],
        [-(2**62), 2**62],
        [0, None],
        [None, 0],
        [-1, None],
    ]
    tables = [pa.table({"n": pa.array(values, pa.int64())}) for values in columns]
    assert len({hash_table(table) for table in tables}) == len(columns)
    for values, table in zip(columns, tables, strict=True):
        frame = pd.DataFrame({"n": pd.array(values, dtype="Int64")})
        assert hash_table(frame) == hash_table(table)


def test_many_values_need_wider_codes() -> None:
    """Where 255 codes are not enough the hash still tells every value."""
    words = [f"unit {number}" for number in range(300)]
    frame = pd.DataFrame({"unit": words})
    changed = pd.DataFrame({"unit": words[:299] + words[:1]})
    assert hash_table(frame) == hash_table(frame.astype("category"))
    assert hash_table(frame) != hash_table(changed)


def test_missing_is_not_the_empty_text() -> None:
    """A missing cell and an empty one differ; so do shifted cells."""
    for name in ("s", "text"):
        tables = [pd.DataFrame({name: values}) for values in (["a", None], ["a", ""], [None, "a"])]
        assert len({hash_table(table) for table in tables}) == 3


def test_names_and_order_of_columns_count() -> None:
    """The same values under another name, or in another order of columns, differ."""
    frame = pd.DataFrame({"a": [1], "b": [2]})
    others = [frame.rename(columns={"a": "c"}), frame[["b", "a"]], frame[["a"]]]
    assert len({hash_table(table) for table in [frame, *others]}) == 4


def test_a_column_without_a_value_has_no_kind() -> None:
    """Nothing but gaps is the same as texts, numbers or times; how many there are counts."""
    kinds = [pa.string(), pa.int64(), pa.timestamp("us"), pa.bool_(), pa.null()]
    columns = [pa.nulls(2, kind) for kind in kinds]
    columns.append(pa.DictionaryArray.from_arrays(pa.array([0, None]), pa.array([None], "str")))
    assert len({hash_table(pa.table({"unit": column})) for column in columns}) == 1
    assert hash_table(pa.table({"unit": pa.nulls(3)})) != hash_table(pa.table({"unit": columns[0]}))


def test_floats_are_refused() -> None:
    """A column whose last digits depend on the machine has no content hash."""
    with pytest.raises(TypeError, match=r"^column x holds floats$"):
        hash_table(pd.DataFrame({"x": [0.1]}))
    with pytest.raises(TypeError, match=r"^column x holds binary$"):
        hash_table(pa.table({"x": pa.array([b"a"])}))
