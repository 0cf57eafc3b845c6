"""From forms and data to everything that an assessment says."""

import html
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.cli.assess_inputs import AssessRequest
from lapor_lab.cli.assess_run import run_assessment
from lapor_lab.errors import UnknownNameError
from lapor_lab.exchange import read_log_folder, write_log_folder
from lapor_lab.practices.maturity import example_form_path, read_form
from lapor_lab.report import AssessmentReport, write_maturity_form
from lapor_lab.report.assessment_page import write_assessment_page
from lapor_lab.synthetic import load_scenario, make_complaint_log

WHO = "Kemendikbudristek"
FACTS = {
    "version": "0",
    "n_rows": 1,
    "n_accepted": 1,
    "n_quarantined": 0,
    "n_cases": 1,
    "as_of": "2022-08-15",
    "span": {},
    "files": [],
    "masked": {},
    "key_fingerprint": "",
    "provenance": {"kind": "sintetis"},
}
_EXPIRED = (
    "sk-tim-berakhir = { penilai_1 = 2021-12-31, penilai_2 = 2021-12-31, "
    'data_dukung = "contoh: dokumen 018", catatan = "" }'
)


@pytest.fixture(scope="module")
def example() -> AssessmentReport:
    """The example that ships, in a hurry."""
    steps: list[int] = []
    report = run_assessment(AssessRequest(n_replications=2), on_replication=lambda: steps.append(1))
    assert len(steps) == 2
    return report


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cases without events, as an export gives them, with the facts of their import."""
    log = make_complaint_log(load_scenario("kementerian"), n_cases=1_500, rng=3)
    columns = ["case_id", "submitted_at", "institution", "status", "topic", "report_class"]
    folder = tmp_path_factory.mktemp("impor") / "data"
    bare = replace(log, cases=log.cases[columns], events=None, truth=None)
    write_log_folder(bare, folder)
    (folder / "import.json").write_text(json.dumps(FACTS))
    return folder


def test_the_example_is_measured_calibrated_and_planned(example: AssessmentReport) -> None:
    """Levels from the form, baselines and parameters from the events, effects, hours, a plan."""
    assert example.assessment.institution == WHO
    assert example.assessment.profile[["previous", "peers"]].notna().all(axis=None)
    assert example.n_cases > 1_000
    assert example.calibration is not None
    assert "data" in set(example.calibration.parameters["basis"])
    assert example.plan is not None
    assert example.plan.indicators["target"].notna().any()
    assert example.plan.activities["effort_hours"].notna().all()
    assert example.is_synthetic
    assert example.association is None  # three forms are too few


def test_one_export_leaves_measures_of_time_unknown(exports: Path) -> None:
    """Without times there is no baseline of time, the rest is assumed, and facts are carried."""
    request = AssessRequest(form=example_form_path(), data=exports, n_replications=2)
    report = run_assessment(request)
    assert report.baselines is not None
    by_measure = report.baselines.set_index("measure")["availability"]

    assert by_measure["first_followed_up_within_limit"] != "tersedia"
    assert by_measure["closed_share"] == "tersedia"
    assert report.plan is not None
    assert report.plan.indicators["target"].isna().all()
    assert report.calibration is not None
    assert "misrouted_share" in report.calibration.names_of("asumsi")
    assert report.import_facts == FACTS


def test_the_only_institution_is_taken_unless_another_is_named(
    exports: Path, tmp_path: Path
) -> None:
    """Data of one institution are taken, a doubt is said; a name that is given must be there."""
    log = read_log_folder(exports)
    one = replace(log, cases=log.cases[log.cases["institution"] == "Kementerian A"])
    write_log_folder(one, tmp_path / "data")
    request = AssessRequest(form=example_form_path(), data=tmp_path / "data", n_replications=2)

    report = run_assessment(request)
    assert report.data_institution == "Kementerian A"
    assert report.assessment.problems["problem"].iloc[-1] == (
        'data: laporan di dalamnya milik "Kementerian A", sedangkan formulir dari '
        '"Kemendikbudristek". Periksa berkasnya, atau tulis --institution.'
    )
    with pytest.raises(UnknownNameError, match=r"^Unknown institution 'Lain'"):
        run_assessment(replace(request, institution="Lain"))


def test_without_data_the_scenario_is_simulated() -> None:
    """Without data there is no baseline, and who was simulated is said."""
    report = run_assessment(AssessRequest(form=example_form_path(), n_replications=2, year=2024))

    assert report.baselines is None
    assert report.calibration is None
    assert report.scenario == f"kementerian ({WHO})"
    assert report.plan is not None
    assert report.plan.year == 2024
    assert report.plan.indicators["baseline"].isna().all()


def test_enough_forms_give_an_association(tmp_path: Path) -> None:
    """Ten institutions with a form and reports each are laid beside each other, no other."""
    scenario = load_scenario("kementerian")
    write_log_folder(make_complaint_log(scenario, n_cases=3_000, rng=3), tmp_path / "data")
    form = read_form(example_form_path())
    forms = tmp_path / "formulir"
    for place, each in enumerate(scenario.institutions):
        write_maturity_form(forms / f"{place}.toml", replace(form, institution=each.name))
    write_maturity_form(forms / "lain.toml", replace(form, institution="Tanpa Laporan"))
    request = AssessRequest(
        form=example_form_path(), data=tmp_path / "data", peers=forms, n_replications=2
    )
    report = run_assessment(request)

    assert report.association is not None
    assert len(report.association.points) == len(scenario.institutions) == 10
    # All have the same level, so that nothing can be said.
    assert not report.association.table["is_associated"].any()


def test_a_form_without_a_date_has_no_plan(tmp_path: Path) -> None:
    """Without a date nothing is planned, even with a year; with --as-of it is."""
    form = replace(read_form(example_form_path()), assessed_on=None)
    path = write_maturity_form(tmp_path / "form.toml", form)
    undated = run_assessment(AssessRequest(form=path, n_replications=2, year=2023))
    dated = run_assessment(AssessRequest(form=path, n_replications=2, as_of=date(2022, 8, 15)))

    assert undated.plan is None
    assert dated.plan is not None


def test_too_few_reports_leave_the_scenario(tmp_path: Path) -> None:
    """Twenty reports are measured as far as they go, and not calibrated on."""
    log = make_complaint_log(load_scenario("kementerian"), n_cases=1_500, rng=3)
    cases = log.cases[log.cases["institution"] == WHO].head(20)
    events = log.events
    assert events is not None
    small = replace(
        log, cases=cases, events=events[events["case_id"].isin(cases["case_id"])], truth=None
    )
    write_log_folder(small, tmp_path / "data")
    report = run_assessment(
        AssessRequest(form=example_form_path(), data=tmp_path / "data", n_replications=2)
    )

    assert report.calibration is None
    assert report.n_cases == 20


def test_a_faulty_form_is_assessed_as_far_as_it_goes(tmp_path: Path) -> None:
    """An expired decree, an unknown unit and a wrong answer are a line each; the rest stands."""
    text = example_form_path("penilaian_2022.toml").read_text("utf-8")
    changes = {
        'sk-tim = { penilai_1 = "ya"': 'sk-tim = { penilai_1 = "mungkin"',
        '[legalitas."PTN Contoh 25"]': '[legalitas."Unit Entah"]',
    }
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    text = re.sub(r"(?m)^sk-tim-berakhir = .*$", _EXPIRED, text)
    path = tmp_path / "form.toml"
    path.write_text(text, "utf-8")
    report = run_assessment(AssessRequest(form=path, n_replications=2))
    faults = list(report.assessment.problems["problem"])
    write_assessment_page(report, tmp_path / "p.html")
    page = html.unescape((tmp_path / "p.html").read_text("utf-8"))

    for word in ("mungkin", "Unit Entah", "sk-tim-berakhir"):
        found = [line for line in faults if word in line]
        assert found, word
        assert all("form.toml" in line and "\n" not in line for line in found)
        assert all(line in page for line in found)
    levels = report.assessment.profile.set_index("practice")["level"]
    assert levels["legalitas"] == 0
    assert (levels.drop("legalitas") == 2).all()
    assert report.plan is not None
    assert report.plan.activities["items"].str.contains("sk-tim").any()


def test_all_effects_have_a_row(example: AssessmentReport) -> None:
    """Each practice and all together were simulated."""
    assert isinstance(example.effects, pd.DataFrame)
    assert example.effects["practice"].nunique() == 6
