"""The league table names the wrong ones, as `docs/fairness.md` counts."""

import importlib.util
from pathlib import Path

import pytest

from lapor_lab.synthetic import load_scenario

SCRIPT = Path(__file__).parents[2] / "scripts" / "fairness.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "fairness.md"


@pytest.fixture(scope="module")
def fairness():
    """Return the script as a module, beside the one that it imports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPT.parent)
        spec = importlib.util.spec_from_file_location("fairness", SCRIPT)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module


@pytest.mark.verify
def test_a_league_table_names_wrongly_where_the_verdict_does_not(fairness) -> None:
    """Of few small worlds most leagues name somebody wrongly, no verdict does."""
    scenario = load_scenario("daerah")
    truth = fairness.true_shares(scenario, 20_000)
    found = fairness.measure_naming(scenario, truth, (1_200,), 3).set_index("method")
    league, verdict, could = (found.loc[name] for name in fairness.METHODS)
    assert league["n_named"] == 3
    assert league["wrong_share"] > 0.5
    assert verdict["wrong_share"] == 0
    assert could["n_named"] > 3


def test_the_document_holds_the_tables_of_the_script(fairness) -> None:
    """Each section is filled, and the reversal is the one that is computed."""
    text = DOCUMENT.read_text("utf-8")
    for section in ("naming", "reversal"):
        inside = text.split(f"<!-- {section}: begin -->")[1].split(f"<!-- {section}: end -->")[0]
        assert inside.strip().startswith("|"), section
    for line in fairness.table_of_reversal():
        assert line in text
