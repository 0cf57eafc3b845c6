"""What every page and sheet of an assessment must say."""

from dataclasses import replace

from lapor_lab.report import AssessmentReport


def test_the_most_important_notice_comes_first(assessment_report: AssessmentReport) -> None:
    """Synthetic data are said first, then that the form is invented, then the rest."""
    assert assessment_report.notices == (
        "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)",
        "CONTOH REKAAN, bukan penilaian sebenarnya",
        "tingkat kematangan: bukan nilai SPBE atau PANRB",
        "simulasi, bukan janji kinerja",
        "studi kasus 2022, nomenklatur saat itu",
    )


def test_a_real_form_alone_says_that_levels_are_no_score(
    assessment_report: AssessmentReport,
) -> None:
    """Without data, simulation and example one notice stays."""
    real = replace(assessment_report.assessment, is_example=False)
    bare = AssessmentReport(assessment=real)

    assert bare.notices == ("tingkat kematangan: bukan nilai SPBE atau PANRB",)
    assert not bare.is_synthetic


def test_data_model_and_assumption_are_told_apart(assessment_report: AssessmentReport) -> None:
    """What is measured, simulated and assumed is said, and what is not there too."""
    told = dict(assessment_report.basis)
    assert "baseline dari data laporan" in told["Data"]
    assert "skenario kementerian, yang tidak dikalibrasi" in told["Model"]
    assert "adalah asumsi" in told["Asumsi"]

    bare = dict(AssessmentReport(assessment=assessment_report.assessment).basis)
    assert "Baseline tidak tersedia" in bare["Data"]
    assert bare["Model"].startswith("tidak ada simulasi")
