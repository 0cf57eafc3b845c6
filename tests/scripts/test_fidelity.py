"""Figures of `docs/fidelity.md` are what they are called, and the published ones are met."""

import importlib.util
import sys
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.schema import Status
from lapor_lab.synthetic.scenario_files.targets import QUANTITIES

SCRIPT = Path(__file__).parents[2] / "scripts" / "fidelity.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "fidelity.md"
# Their reports were of a time that the scenario does not tell of.
PASSED = {"Corona Virus"}


@pytest.fixture(scope="module")
def fidelity():
    """Return the script as a module, beside the one that it imports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPT.parent)
        spec = importlib.util.spec_from_file_location("fidelity", SCRIPT)
        module = importlib.util.module_from_spec(spec)
        # Its dataclass asks for the module by its name.
        patch.setitem(sys.modules, "fidelity", module)
        spec.loader.exec_module(module)
        yield module


@pytest.fixture
def cases():
    """Ten reports, of which two are archived, one is untouched and two are in process."""
    statuses = [
        *[Status.CLOSED_BY_SYSTEM] * 4,
        Status.CLOSED_BY_ADMIN,
        Status.FOLLOWED_UP,
        Status.REPORTER_REPLIED,
        Status.DISPOSED,
        *[Status.ARCHIVED_BY_ADMIN] * 2,
    ]
    return pd.DataFrame(
        {
            "institution": ["A"] * 6 + ["B"] * 4,
            "submitted_at": pd.Timestamp("2022-08-01 10:00"),
            "responded_at": [pd.Timestamp("2022-08-03"), pd.Timestamp("2022-08-08")] + [pd.NaT] * 8,
            "status": [str(status) for status in statuses],
            "topic": ["Kesehatan", "Kesehatan", "Perhubungan", None] + ["Kependudukan"] * 6,
            "rating": [5.0, 4.0] + [None] * 8,
        }
    )


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("first_follow_up_mean_days", (2 + 5) / 2),
        ("completed_share", 5 / 8),
        ("in_process_share", 2 / 8),
        ("untouched_share", 1 / 8),
        ("followed_up_share", 7 / 8),
        ("archived_share", 2 / 10),
        ("rating_mean", 4.5),
        ("n_institutions", 2),
        ("good_institutions_share", 1 / 2),
    ],
)
def test_figures_are_what_they_are_called(fidelity, cases, quantity, expected) -> None:
    """Each figure of ten reports is worked out by hand."""
    assert fidelity.QUANTITIES[quantity](cases) == pytest.approx(expected)


def test_topics_are_shares_of_labelled_reports(fidelity, cases) -> None:
    """A report without a topic counts in no share."""
    assert fidelity.topic_share(cases, "Kesehatan") == pytest.approx(2 / 9)


def test_every_quantity_of_a_target_can_be_measured(fidelity) -> None:
    """The script knows how to measure whatever a target may name."""
    assert {*fidelity.QUANTITIES, "topic_share"} == set(QUANTITIES)


@pytest.mark.verify
@pytest.mark.parametrize(("scenario", "n_years"), [("kementerian", 8), ("daerah", 8)])
def test_published_figures_are_met(fidelity, scenario, n_years) -> None:
    """The mean over years lies within the tolerance of each figure that a scenario claims."""
    made = fidelity.meet_targets(scenario, n_years)
    far = [(one.target, one.mean) for one in made if not one.is_near]
    assert far == []


@pytest.mark.verify
def test_the_topics_of_the_nation_are_met(fidelity) -> None:
    """So are the topics of the national scenario, but for those that have passed."""
    made = fidelity.meet_targets("nasional", 2)
    far = [(o.target, o.mean) for o in made if not o.is_near and o.target.topic not in PASSED]
    assert far == []


def test_the_page_holds_its_tables() -> None:
    """Each section that the script writes stands in the page, filled."""
    text = DOCUMENT.read_text("utf-8")
    for name in ("kementerian", "daerah", "nasional", "profile", "difficulty", "examples"):
        inside = text.split(f"<!-- {name}: begin -->")[1].split(f"<!-- {name}: end -->")[0]
        assert inside.strip(), name
