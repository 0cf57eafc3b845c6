"""Claims about the repository as a whole: what is written twice agrees, and rules of taste hold."""

import ast
import importlib
import inspect
import pkgutil
import re
import string
import subprocess
import tomllib
from collections.abc import Iterator
from enum import Enum
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from importlinter.cli import lint_imports
from numpydoc.docscrape import ClassDoc, FunctionDoc
from numpydoc.validate import validate
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from typer.main import get_command

import lapor_lab
from lapor_lab.cli.app import app
from lapor_lab.errors import MESSAGES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lapor_lab"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
_BUILD = PROJECT["build-system"]["requires"]
MAX_LINES = 400

MODULES = sorted(info.name for info in pkgutil.walk_packages([str(PACKAGE)], prefix="lapor_lab."))
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")

# Modules without a test file of their own, by the file where their claims are: a step inside a
# room is judged by what the room makes, and a vocabulary by who reads it.
TESTED_THROUGH = {
    "cli/test_whatif.py": [
        *[f"cli/whatif_{name}.py" for name in ("questions", "session", "statements")],
    ],
    "comparison/test_compare.py": [
        *[f"comparison/{name}.py" for name in ("adjusted", "benchmark", "checks", "comparison")],
        *[f"comparison/{name}.py" for name in ("evidence", "group", "judgement", "limits")],
        *[f"comparison/{name}.py" for name in ("measures", "missing", "stratified")],
    ],
    "exchange/imports/test_import_files.py": [
        "exchange/imports/import_run.py",
        "exchange/imports/import_summary.py",
    ],
    "metrics/test_counting.py": [
        *[f"metrics/{name}.py" for name in ("case_source", "cell_tables", "counter", "kinds")],
        *[f"metrics/{name}.py" for name in ("outcome_code", "stage_judge")],
    ],
    "metrics/test_day_table.py": ["metrics/limit_table.py", "metrics/month_codes.py"],
    "report/excel/test_workbook.py": [f"report/excel/{name}.py" for name in ("cells", "sheet")],
    "report/test_comparison_page.py": ["report/comparison_view.py"],
    "report/test_comparison_word.py": [
        *[f"report/{name}.py" for name in ("comparison_tables", "fair_document")],
        "report/word/contents.py",
    ],
    "report/test_comparison_workbook.py": [
        f"report/{name}.py" for name in ("comparison_cover", "comparison_sheets", "fair_sheets")
    ],
    "report/word/test_word_document.py": [
        *[f"report/word/{name}.py" for name in ("column_widths", "lists", "pictures")],
        *[f"report/word/{name}.py" for name in ("runs", "styles", "tables")],
        "report/office_package.py",
    ],
    "practices/calibration/test_calibrate.py": [
        *[f"practices/calibration/{name}.py" for name in ("answers", "calibration", "demand")],
        *[f"practices/calibration/{name}.py" for name in ("disposition", "estimate", "mean_of")],
        "practices/calibration/reading.py",
        *[f"practices/calibration/{name}.py" for name in ("reasons", "service", "staff")],
        *[f"practices/calibration/{name}.py" for name in ("status_mix", "steps", "verification")],
        "practices/calibration/waiting.py",
    ],
    "practices/maturity/test_read_form.py": [
        f"practices/maturity/{name}.py" for name in ("form", "raw_form")
    ],
    "report/test_maturity_form.py": ["report/maturity_form_words.py"],
    "schema/test_tables.py": ["schema/vocabulary.py"],
    "synthetic/test_maker.py": [
        f"synthetic/{name}.py" for name in ("block", "block_tables", "streams", "tables")
    ],
    "synthetic/entries/test_draw.py": ["synthetic/entries/entries.py"],
    "synthetic/entries/test_duplicates.py": ["synthetic/repeats.py"],
    "synthetic/entries/test_numbers.py": ["synthetic/entries/case_numbers.py"],
    "synthetic/entries/test_provinces.py": ["synthetic/places.py"],
    "synthetic/entries/test_recovery.py": ["synthetic/entries/reporters.py"],
    "synthetic/handling/test_clock.py": ["synthetic/handling/windows.py"],
    "synthetic/handling/test_recovery.py": [
        *[f"synthetic/handling/{name}.py" for name in ("absences", "draws", "event_rows")],
        *[f"synthetic/handling/{name}.py" for name in ("handle", "incoming", "progress")],
        *[f"synthetic/handling/{name}.py" for name in ("rating", "routes", "telling")],
    ],
    "synthetic/model/test_scenario.py": [
        f"synthetic/model/{name}.py" for name in ("checks", "institution_model", "units")
    ],
    "synthetic/text/test_ceiling.py": ["synthetic/text/kinds.py"],
    "synthetic/text/test_grammar.py": [
        f"synthetic/text/{name}.py" for name in ("atoms", "fragments")
    ],
    "synthetic/text/test_make.py": [
        *[f"synthetic/text/{name}.py" for name in ("assembly", "columns", "invented_places")],
        *[f"synthetic/text/{name}.py" for name in ("layout", "order", "punctuation", "titles")],
        *[f"synthetic/text/{name}.py" for name in ("values", "writers")],
    ],
    "synthetic/text/test_measure.py": [
        f"synthetic/text/{name}.py" for name in ("profile_report", "real_profile")
    ],
    "synthetic/text/test_phrases.py": ["synthetic/text/phrase_files.py"],
    "synthetic/text/test_profile.py": ["synthetic/text/registers.py"],
}
EXEMPT_FROM_MIRROR = {name for names in TESTED_THROUGH.values() for name in names}


def tracked_files() -> list[Path]:
    """Return what is committed, or skip where the project is no git checkout."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the files that hold text."""
    for path in paths:
        if path.suffix not in {".mo", ".parquet", ".png", ".gz", ".xls", ".xlsx"}:
            # An invented export is in cp1252, as real ones are.
            is_export = path.parent.name == "contoh_ekspor"
            yield path, path.read_text("utf-8", errors="replace" if is_export else "strict")


def declared(*, with_development: bool) -> dict[str, Requirement]:
    """Return the requirements that pyproject.toml declares, by canonical name."""
    project = PROJECT["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["lab"]]
    if with_development:
        groups = PROJECT["dependency-groups"]
        lines += [*groups["test"], *groups["lint"], *_BUILD]
    return {canonicalize_name(r.name): r for r in map(Requirement, lines)}


def pins() -> list[Requirement]:
    """Return the lines of constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


# What is written twice


def test_conda_environment_equals_pyproject() -> None:
    """environment.yml names the base and the extra `lab` with the same bounds."""
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    lines = [line for line in environment["dependencies"] if isinstance(line, str)]
    found = {canonicalize_name(r.name): r.specifier for r in map(Requirement, lines)}
    expected = {name: r.specifier for name, r in declared(with_development=False).items()}
    assert found.pop("pip")
    assert str(found.pop("python")) == PROJECT["project"]["requires-python"]
    assert found == expected
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}
    assert environment["channels"] == ["conda-forge"]


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_constraints_pin_every_dependency_once(python: str, platform: str) -> None:
    """On every Python and system each dependency has one exact version within its bounds."""
    system = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": platform,
        "os_name": "nt" if platform == "win32" else "posix",
    }
    versions: dict[str, list[str]] = {}
    for pin in pins():
        if pin.marker is None or pin.marker.evaluate(system):
            (specifier,) = pin.specifier
            assert specifier.operator == "=="
            versions.setdefault(canonicalize_name(pin.name), []).append(specifier.version)
    assert {name: v for name, v in versions.items() if len(v) > 1} == {}
    for name, requirement in declared(with_development=True).items():
        (version,) = versions[name]
        assert version in requirement.specifier, requirement


def test_constraints_are_closed() -> None:
    """What the dependencies need in turn is pinned too, and no pin names an address."""
    pinned = {canonicalize_name(pin.name) for pin in pins()}
    build_tools = {canonicalize_name(Requirement(r).name) for r in _BUILD}
    waiting, seen = list(declared(with_development=True).values()), set[tuple[str, str]]()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        assert name in pinned
        for extra in ["", *sorted(requirement.extras)]:
            # Build tools work in an environment of their own, and are not installed here.
            if (name, extra) in seen or name in build_tools:
                continue
            seen.add((name, extra))
            below = map(Requirement, requires(name) or [])
            waiting += [r for r in below if _applies(r.marker, extra)]
    assert all(pin.url is None for pin in pins())


def _applies(marker: Marker | None, extra: str) -> bool:
    return marker is None or marker.evaluate({"extra": extra})


def test_version_is_the_same_everywhere() -> None:
    """Package, pyproject.toml and change log name one version."""
    assert PROJECT["project"]["version"] == lapor_lab.__version__
    assert f"## [{lapor_lab.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.id.md", "CONTRIBUTING.md"])
def test_commands_in_the_readmes_exist(name: str) -> None:
    """Each `make` verb, `lapor-lab` verb and import that a reader is told of is there."""
    text = (ROOT / name).read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for verb in re.findall(r"\bmake (?:PYTHON=\S+ )?([a-z]+)(?=`|$)", text, re.MULTILINE):
        assert re.search(rf"^{verb}:", makefile, re.MULTILINE), verb
    verbs = set(get_command(app).commands)
    told = re.findall(r"(?:`|^)(?:\S*[\\/])?lapor-lab ([a-z]+)", text, re.MULTILINE)
    assert set(told) <= verbs
    for module, names in re.findall(r"from (lapor_lab[\w.]*) import ([\w, ]+)", text):
        for imported in names.split(","):
            assert hasattr(importlib.import_module(module), imported.strip()), imported


def test_every_verb_is_in_the_readmes() -> None:
    """Both READMEs tell of every verb of the command line."""
    for name in ("README.md", "README.id.md"):
        text = (ROOT / name).read_text("utf-8")
        for verb in get_command(app).commands:
            assert f"lapor-lab {verb}" in text, (name, verb)


# Labels


@pytest.mark.parametrize("name", ["id", "en"])
def test_compiled_labels_equal_their_source(name: str) -> None:
    """The catalogue that is read is the one that is edited."""
    folder = PACKAGE / "schema" / "locale" / name / "LC_MESSAGES"
    with (folder / "lapor_lab.po").open("rb") as source:
        edited = {m.id: m.string for m in read_po(source) if m.id}
    with (folder / "lapor_lab.mo").open("rb") as source:
        compiled = {m.id: m.string for m in read_mo(source) if m.id}
    assert compiled == edited
    assert all(edited.values())


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_error_has_an_indonesian_message(code: str) -> None:
    """Both readers of an error are told the same values."""
    message = lapor_lab.schema.label(f"error.{code}")
    assert _placeholders(message) == _placeholders(MESSAGES[code])


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_label_that_is_asked_for_exists() -> None:
    """No literal key in code, template or lesson is missing from the catalogue."""
    sources = [
        path
        for folder in (PACKAGE, ROOT / "notebooks")
        for path in folder.rglob("*")
        if path.suffix in {".py", ".html", ".j2", ".jinja"}
    ]
    asked = {
        key
        for _, text in texts(sources)
        for key in re.findall(r"""\blabel\(\s*["']([\w.]+)["']\s*[,)]""", text)
    }
    assert asked
    for key in sorted(asked):
        lapor_lab.schema.label(key)


# Taste


def test_rooms_import_only_downwards() -> None:
    """The layers of the rooms hold, and no room stands outside of them."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_module_is_short_and_has_its_test(path: Path) -> None:
    """A module fits in a reader's head, and its claims are in the test file of its name."""
    name = path.relative_to(PACKAGE)
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES
    if name.as_posix() not in EXEMPT_FROM_MIRROR:
        assert (ROOT / "tests" / name.with_name(f"test_{name.name}")).is_file()


def test_exemptions_are_needed() -> None:
    """No module is excused that is gone or has its test, nor by a test that is gone."""
    for test in TESTED_THROUGH:
        assert (ROOT / "tests" / test).is_file(), test
    for name in EXEMPT_FROM_MIRROR:
        path = Path(name)
        assert (PACKAGE / path).is_file(), name
        assert not (ROOT / "tests" / path.with_name(f"test_{path.name}")).exists(), name


def test_room_doors_hold_no_code() -> None:
    """An `__init__` is a docstring, re-exports and `__all__`."""
    for path in PACKAGE.rglob("__init__.py"):
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path
        kinds = {type(node) for node in tree.body[1:]}
        assert kinds <= {ast.ImportFrom, ast.Import, ast.Assign}, path


def test_no_trace_of_a_machine_or_a_person() -> None:
    """No tracked file holds a path of a machine, a registry's host or a number like a NIK."""
    hosts = "|".join(map(re.escape, ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs"]))
    path = r"(?<![\w.~:])/(?:work|root|home|Users|farm)/\w"
    nik = r"(?<![\w.])[1-9]\d{15}(?!\w)"
    for file, text in texts(tracked_files()):
        for name, pattern in {"host": hosts, "path": path, "NIK": nik}.items():
            found = re.search(pattern, text)
            assert not found, f"{file.relative_to(ROOT)}: {name} {found and found[0]}"


# Docstrings


def public_objects() -> Iterator[tuple[str, Any]]:
    """Yield every public function, class and method with the path that it is defined at."""
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        for name, member in vars(module).items():
            if name.startswith("_") or getattr(member, "__module__", None) != module_name:
                continue
            if inspect.isfunction(member):
                yield f"{module_name}.{name}", member
            elif inspect.isclass(member) and not issubclass(member, Enum):
                yield f"{module_name}.{name}", member
                for method_name, method in vars(member).items():
                    if not method_name.startswith("_") and inspect.isfunction(method):
                        yield f"{module_name}.{name}.{method_name}", method


OBJECTS = dict(public_objects())
# The docstring of a verb is what `--help` prints; its options explain themselves there.
VERBS = {command.callback for command in app.registered_commands}


@pytest.mark.parametrize("name", OBJECTS)
def test_docstring_is_a_contract(name: str) -> None:
    """A public object says what it takes, gives and refuses, in numpydoc's form."""
    skipped = set(PROJECT["tool"]["numpydoc_validation"]["checks"]) - {"all"}
    if OBJECTS[name] in VERBS or _has_no_parameters_of_its_own(OBJECTS[name]):
        skipped.add("PR01")
    errors = [f"{code}: {text}" for code, text in validate(name)["errors"] if code not in skipped]
    assert errors == []


def _has_no_parameters_of_its_own(member: Any) -> bool:
    # An exception takes what its parent takes; a protocol is never made.
    is_protocol = getattr(member, "_is_protocol", False)
    return inspect.isclass(member) and ("__init__" not in vars(member) or is_protocol)


@pytest.mark.parametrize("name", OBJECTS)
def test_documented_defaults_are_those_of_the_signature(name: str) -> None:
    """A default that a docstring promises is the one that the call uses."""
    member = OBJECTS[name]
    document = ClassDoc(member) if inspect.isclass(member) else FunctionDoc(member)
    documented = {p.name: p.type for p in document["Parameters"]}
    module = vars(inspect.getmodule(member))
    for parameter in inspect.signature(member).parameters.values():
        if parameter.name not in documented or _is_made_anew(parameter.default):
            continue
        said = re.search(r"default=(.+)$", documented[parameter.name])
        if parameter.default is inspect.Parameter.empty:
            assert not said, parameter.name
        else:
            assert said, f"{parameter.name} has the default {parameter.default!r}"
            assert eval(said[1], dict(module)) == parameter.default, parameter.name  # noqa: S307


def _is_made_anew(default: object) -> bool:
    # dataclasses shows a default_factory as an object of its own.
    return repr(default) == "<factory>"
