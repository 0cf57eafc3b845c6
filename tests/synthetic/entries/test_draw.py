"""A block is drawn from its own numbers, and from no other's."""

import ast
from dataclasses import replace
from importlib.resources import files

import numpy as np

from lapor_lab.synthetic.entries import Entries, draw_entries


def equal_parts(one: Entries, other: Entries) -> dict[str, bool]:
    """Return which arrays of two draws are the same."""
    return {
        name: bool(np.array_equal(values, getattr(other, name)))
        for name, values in vars(one).items()
    }


def test_the_same_block_gives_the_same_reports(draw):
    """All arrays are the same for the same block and seed, whatever else was drawn."""
    block, reporters, one = draw(rng=8)
    draw(rng=9)
    assert all(equal_parts(one, draw_entries(reporters, block, 8)).values())


def test_another_seed_or_chunk_gives_other_reports(draw):
    """Seed and number of the block each change all that is drawn."""
    block, reporters, one = draw(rng=8, n_cases=5_000)
    drawn = set(vars(one)) - {"office", "is_kept"}
    for other in (
        draw_entries(reporters, block, 9),
        draw_entries(reporters, replace(block, number=1), 8),
    ):
        parts = equal_parts(one, other)
        assert {name for name in drawn if parts[name]} == set()


def test_numbers_of_cases_move_nothing_but_the_persons(draw):
    """A block further on in its institution holds the same reports by other people."""
    block, reporters, one = draw(rng=8, n_cases=5_000)
    further = draw_entries(reporters, replace(block, first_case=70_001), 8)
    parts = equal_parts(one, further)
    assert {name for name, is_equal in parts.items() if not is_equal} == {"reporter"}
    assert (further.reporter - one.reporter == 70_000).all()


def test_a_practice_of_the_office_moves_nothing_that_comes_in(draw):
    """Two worlds that differ in how reports are handled receive the same ones."""
    _, _, one = draw(rng=8, n_cases=5_000)
    _, _, other = draw(rng=8, n_cases=5_000, misrouted_share=0.0, active_liaison_share=1.0)
    assert all(equal_parts(one, other).values())


def test_arrays_have_the_types_that_they_promise(draw):
    """Codes are small integers, times whole seconds, and every array is as long as the block."""
    block, _, entries = draw(rng=8, n_cases=500)
    kinds = {name: str(values.dtype) for name, values in vars(entries).items()}
    assert kinds == {
        "submitted_at": "datetime64[s]", "office": "int32", "is_kept": "bool", "season": "int16",
        "subtopic": "int32", "report_class": "int16", "channel": "int16", "province": "int16",
        "regency": "int16", "is_class_missing": "bool", "is_topic_missing": "bool",
        "is_anonymous": "bool", "is_confidential": "bool", "true_unit": "int32", "root": "int64",
        "duplicate_kind": "int8", "reporter": "int64",
    }  # fmt: skip
    assert {len(values) for values in vars(entries).values()} == {sum(block.n_all)}


def test_one_report_is_enough(draw):
    """An institution that hears of nothing else has one case, which copies nothing."""
    _, _, entries = draw(rng=8, n_cases=1)
    assert (entries.root.tolist(), entries.duplicate_kind.tolist()) == ([0], [0])


def test_nothing_here_needs_pandas():
    """No module of the package imports pandas: arrays are enough, and faster."""
    modules = [m for m in files("lapor_lab.synthetic.entries").iterdir() if m.name[-3:] == ".py"]
    imported = {
        name
        for module in modules
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (getattr(node, "module", "") or "", *(alias.name for alias in node.names))
    }
    assert len(modules) > 5
    assert not {name for name in imported if name.split(".")[0] == "pandas"}
