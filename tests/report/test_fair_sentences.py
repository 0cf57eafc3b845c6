"""Sentences of a comparison."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from lapor_lab.comparison import compare
from lapor_lab.metrics import Counts, estimate
from lapor_lab.report import ComparisonReport
from lapor_lab.report.fair_sentences import (
    alternatives,
    benchmark_words,
    denominator_words,
    method_words,
    sentences,
)

Fair = Callable[..., ComparisonReport]


def test_who_lies_outside_is_named_and_the_others_are_counted(
    make_fair: Fair, far_apart: dict[str, Any]
) -> None:
    """Names only of those with a firm verdict; how many cannot be told apart or judged."""
    said = sentences(make_fair(cases=far_apart).comparisons[0])

    assert "Di atas kisaran kelompok pembanding (1): Kabupaten Nusa Indah." in said
    assert "Di bawah kisaran kelompok pembanding (1): Kabupaten Melati." in said
    assert "Belum dapat dibedakan dari kelompoknya: 30." in said
    assert "Data belum memadai: 1." in said


def test_many_names_are_cut(make_fair: Fair, far_apart: dict[str, Any]) -> None:
    """Of thirty names twenty are written; the table holds all."""
    (found,) = make_fair(cases=far_apart).comparisons
    found.table["verdict"] = found.table["verdict"].replace("not_distinguishable", "below")

    said = " ".join(sentences(found))

    assert "(31): Kabupaten 000; " in said
    assert "; dan 11 lainnya (lihat tabel putusan)." in said


def test_a_refused_comparison_names_nobody(make_fair: Fair) -> None:
    """Two institutions have no range of peers: one sentence, no name."""
    (found,) = make_fair(cases={"A": (50, 5), "B": (50, 20)}).comparisons
    assert found.is_refused
    (said,) = sentences(found)
    assert said.startswith("Perbandingan ini tidak memberi putusan, karena ada langkah")


def test_variants_that_differ_are_told(make_fair: Fair, far_apart: dict[str, Any]) -> None:
    """Who is outside by one variant only is counted as undecided, with the reason."""
    (found,) = make_fair(cases=far_apart).comparisons
    found.table.loc[found.table["institution"] == "Kabupaten 003", "z_truncated"] = 5.0

    assert "Pada 1 instansi kedua cara berbeda pendapat" in " ".join(sentences(found))


def test_many_peer_groups_are_not_all_drawn(make_fair: Fair) -> None:
    """Of ten groups eight are drawn, and the page says so."""
    cases = {f"I{number:02d}": (60, 6 + number % 7) for number in range(30)}
    groups = {name: f"kelompok {int(name[1:]) // 3}" for name in cases}
    said = sentences(make_fair(cases=cases, peers=groups).comparisons[0])
    assert said[-1] == "Gambar memuat 8 dari 10 kelompok pembanding; tabel memuat semuanya."


def test_method_says_target_peers_and_adjustment(
    make_fair: Fair, make_fair_counts: Callable[..., Counts]
) -> None:
    """With what, among whom, adjusted for what: three sentences."""
    (plain,) = make_fair().comparisons
    given = compare(
        make_fair_counts(strata=("topic",)),
        "completed_within_limit",
        adjust=("topic",),
        peers="kind",
        target=0.9,
    )

    assert method_words(plain) == (
        "Setiap instansi dibandingkan dengan nilai gabungan kelompok pembandingnya.",
        "Kelompok pembanding: semua instansi.",
        "Tidak disesuaikan menurut komposisi laporan.",
    )
    assert method_words(given) == (
        "Setiap instansi dibandingkan dengan sasaran yang ditentukan: 90,0 %.",
        "Kelompok pembanding: jenis instansi, menurut namanya.",
        "Disesuaikan menurut topik (standardisasi tidak langsung).",
    )


def test_a_target_of_a_measure_that_nobody_has_is_not_available(
    make_fair_counts: Callable[..., Counts],
) -> None:
    """Where no institution was judged, the given target is not told as a number."""
    found = compare(make_fair_counts(), "mean_rating", target=4.0)
    assert "sasaran yang ditentukan: tidak tersedia" in method_words(found)[0]


def test_denominator_counts_without_what_is_withheld(make_fair: Fair) -> None:
    """All reports are counted; of real ones those of hidden groups are left out and said."""
    whole = denominator_words(make_fair().comparisons[0])
    protected = denominator_words(make_fair(kind="nyata").comparisons[0])

    assert whole.startswith("2.055 laporan dinilai; 0 belum dapat dinilai; seluruhnya 2.055")
    assert "seluruhnya 2.040 laporan masuk, tanpa instansi yang angkanya tidak" in protected


def test_benchmark_of_each_group(make_fair: Fair) -> None:
    """One group has one number; several have their names; a mean has none."""
    assert benchmark_words(make_fair().comparisons[0]).endswith(" %")
    by_kind = benchmark_words(make_fair(peers="kind").comparisons[0])
    assert by_kind.startswith("kementerian ")
    assert "; kota " in by_kind
    assert benchmark_words(make_fair(("completion_mean_days",)).comparisons[0]) == ""


def test_alternatives_are_measures_that_tell_institutions_apart(
    make_fair_counts: Callable[..., Counts],
) -> None:
    """A share that is the same everywhere, or that two have, is no alternative."""
    estimates = estimate(make_fair_counts())
    found = alternatives(estimates)
    assert "completed_within_limit" in found
    assert "mean_rating" not in found
    same = estimates.assign(estimate=estimates["estimate"].mask(estimates["estimate"].notna(), 1.0))
    assert alternatives(same) == ()
    two = estimates[estimates["institution"].isin(["Kota Edelweis", "Kementerian Ilalang"])]
    assert alternatives(pd.DataFrame(two)) == ()
