"""Write the tables of keys into docs/scenarios.md, from the classes that check them."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from numpydoc.docscrape import ClassDoc

from lapor_lab.errors import ParameterError
from lapor_lab.schema import ArchiveReason, Channel, ReportClass, UnitLevel
from lapor_lab.synthetic.model.demand import Season
from lapor_lab.synthetic.scenario_files.institution_groups import GROUP_KEYS
from lapor_lab.synthetic.scenario_files.institution_table import FILE_KEYS
from lapor_lab.synthetic.scenario_files.scenario_file import HEAD_KEYS, load_scenario
from lapor_lab.synthetic.scenario_files.unit_groups import UNIT_GROUP_KEYS

TARGET = Path(__file__).parent.parent / "docs/scenarios.md"
BEGIN = "<!-- keys: written by scripts/build_scenario_docs.py -->"
END = "<!-- end of keys -->"
FAR = 10**9
WRITTEN_AS_GROUPS = {"units"}
UNITS = {
    "_per_year": "a year",
    "_per_day": "a working day",
    "_share": "share",
    "_shares": "shares",
    "_days": "working days",
    "_hours": "office hours",
    "_minutes": "minutes",
    "_chars": "characters",
}
# Where the suffix alone does not tell.
OWN_UNITS = {
    "Season.fade_days": "days",
    "Season.factor": "times an ordinary day",
    "InstitutionModel.admin_hours_per_day": "office hours",
    "InstitutionModel.officer_hours_per_day": "office hours",
    "InstitutionModel.volume_per_year": "reports in 365 days",
    "InstitutionModel.rating_start": "points, 1 to 5",
    "InstitutionModel.rating_loss_per_day": "points a working day",
    "ReporterModel.class_effort": "times an ordinary complaint",
}


def key_tables() -> str:
    """Return all keys of a scenario file as Markdown tables."""
    scenario = load_scenario("kementerian")
    institution = scenario.institutions[0]
    season = Season(first_day="04-29", last_day="05-08", factor=0.8)
    style = scenario.text.registers["web"]
    parts = [
        _plain("`[scenario]`", HEAD_KEYS),
        _model("`[reporters]`", scenario.reporters),
        _model("`[defaults]`, `[presets.<name>]`, `[[institutions]]`", institution, FILE_KEYS),
        _model("`seasons` of an institution", season),
        _plain("`[[… .unit_groups]]`", UNIT_GROUP_KEYS),
        _plain("`[[institution_groups]]`, beside the keys of an institution", GROUP_KEYS),
        _model("`[text]`", scenario.text),
        _model("`[text.registers.<name>]`", style, missing="as in that register"),
        _words(),
    ]
    return "\n\n".join(parts)


def with_tables(text: str) -> str:
    """Return the page with its tables of keys made anew."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n\n{key_tables()}\n\n{END}{rest.split(END)[1]}"


def _plain(title: str, keys: Mapping[str, str]) -> str:
    rows = [f"| `{key}` | {_cell(text)} |" for key, text in keys.items()]
    return "\n".join([f"### {title}", "", "| key | meaning |", "|---|---|", *rows])


def _model(
    title: str, model: Any, more: Mapping[str, str] | None = None, *, missing: str = "required"
) -> str:
    meanings = dict(_meanings(type(model)))
    rows = [f"| `{key}` | {_cell(text)} | | | |" for key, text in (more or {}).items()]
    for field in dataclasses.fields(model):
        if field.name in WRITTEN_AS_GROUPS:
            continue
        default = missing
        if field.default is not dataclasses.MISSING and missing == "required":
            default = f"`{field.default!r}`"
        elif field.default_factory is not dataclasses.MISSING:
            default = "optional"
        cells = (
            f"`{field.name}`",
            _cell(meanings[field.name]),
            _unit(type(model), field.name),
            _allowed(model, field.name),
            default,
        )
        rows.append(f"| {' | '.join(cells)} |")
    head = ["| key | meaning | unit | allowed | if missing |", "|---|---|---|---|---|"]
    return "\n".join([f"### {title}", "", *head, *rows])


def _words() -> str:
    rows = [
        f"| {name} | {' · '.join(word.value for word in words)} |"
        for name, words in (
            ("`ReportClass`", ReportClass),
            ("`Channel`", Channel),
            ("`ArchiveReason`", ArchiveReason),
            ("`UnitLevel`", UnitLevel),
        )
    ]
    return "\n".join(["### Words", "", "| name | values |", "|---|---|", *rows])


def _meanings(model: type) -> Iterator[tuple[str, str]]:
    for parameter in ClassDoc(model)["Parameters"]:
        for name in parameter.name.split(", "):
            yield name, " ".join(parameter.desc)


def _unit(model: type, name: str) -> str:
    own = OWN_UNITS.get(f"{model.__name__}.{name}")
    return own or next((unit for end, unit in UNITS.items() if name.endswith(end)), "")


def _allowed(model: Any, name: str) -> str:
    """Ask the class: what it says of values far too small, too large, or that do not add up."""
    value = getattr(model, name)
    if isinstance(value, int | float):
        kind = type(value)
        # 0 is refused with the narrower range where both are refused.
        low = _refusal(model, name, kind(0)) or _refusal(model, name, kind(-FAR))
        return _joined([low, _refusal(model, name, kind(FAR))]) or "any"
    if isinstance(value, Mapping) and value:
        numbers = list(value.values())
        return _joined(
            _refusal(model, name, dict(zip(value, changed, strict=True)))
            for changed in _wrong_shares(numbers)
        )
    if isinstance(value, tuple) and value and isinstance(value[0], float):
        shorter = _refusal(model, name, value[:-1])
        told = (_refusal(model, name, tuple(changed)) for changed in _wrong_shares(value))
        return _joined([shorter, *told])
    return ""


def _wrong_shares(shares: Sequence[Any]) -> list[list[Any]]:
    if not all(isinstance(share, float) for share in shares):
        return []
    return [[-1.0] * len(shares), [share / 2 for share in shares]]


def _joined(told: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, told)))


def _refusal(model: Any, name: str, value: Any) -> str:
    try:
        dataclasses.replace(model, **{name: value})
    except ParameterError as error:
        return str(error.values["allowed"])
    return ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").strip()


if __name__ == "__main__":
    TARGET.write_text(with_tables(TARGET.read_text("utf-8")), encoding="utf-8", newline="\n")
