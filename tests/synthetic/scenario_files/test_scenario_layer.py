"""Claims about tables laid over one another."""

from lapor_lab.synthetic.scenario_files.scenario_layer import ScenarioLayer


def test_a_key_keeps_its_place_through_layers() -> None:
    """Of three tables, each key is taken from the uppermost and named where that stands."""
    lowest = ScenarioLayer("f", "defaults", {"a": 1, "b": 1, "c": 1, "source": {"a": "x"}})
    middle = ScenarioLayer("f", "presets.m", {"b": 2, "c": 2, "source": {"b": "y"}})
    upper = ScenarioLayer("f", "institutions.i", {"c": 3, "source": {"c": "z"}})
    merged = upper.over(middle.over(lowest))

    assert {key: merged.value(key, int) for key in "abc"} == {"a": 1, "b": 2, "c": 3}
    assert merged.sources() == {"a": "x", "b": "y", "c": "z"}
    assert [merged.place_of(key) for key in "abc"] == [
        "defaults.a",
        "presets.m.b",
        "institutions.i.c",
    ]


def test_layers_are_not_changed() -> None:
    """Laying one over the other leaves both as they were."""
    lowest, upper = ScenarioLayer("f", "l", {"a": 1}), ScenarioLayer("f", "u", {"b": 2})
    upper.over(lowest)

    assert (lowest.values(), upper.values()) == ({"a": 1}, {"b": 2})
