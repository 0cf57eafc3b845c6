"""The page of a topic evaluation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError, OutputError
from lapor_lab.report import TopicEvaluation, write_topics

Read = Callable[[str], Any]
NAMES = ["Kesehatan", "Politik dan Hukum", "Perhubungan"]


def evaluation(**changes: object) -> TopicEvaluation:
    """Return an evaluation of three topics, the first two of which are confused most."""
    counts = [[80, 15, 5], [9, 90, 1], [2, 3, 95]]
    usual: dict[str, object] = {
        "scores": pd.DataFrame(
            [("accuracy", 0.8833, 0.842, 0.915), ("macro_f1", 0.88, float("nan"), float("nan"))],
            columns=["score", "estimate", "lower", "upper"],
        ),
        "topics": pd.DataFrame(
            [
                ("Kesehatan", 100, 0.879, 0.8, 0.711, 0.867, 0.838),
                ("Politik dan Hukum", 100, 0.833, 0.9, 0.826, 0.945, 0.865),
                ("Perhubungan", 100, 0.941, 0.95, 0.888, 0.978, 0.945),
            ],
            columns=["topic", "n", "precision", "recall", "recall_lower", "recall_upper", "f1"],
        ),
        "confusion": pd.DataFrame(counts, index=NAMES, columns=NAMES),
        "method": "TF-IDF dan regresi logistik",
        "n_train": 3200,
        "n_test": 300,
        "provenance": {"kind": "sintetis", "scenario": "kementerian", "rng": "7"},
    }
    return TopicEvaluation(**(usual | changes))  # type: ignore[arg-type]


def test_accuracy_stands_with_interval_and_test_size(tmp_path: Path, read_page: Read) -> None:
    """The first sentence gives accuracy, its interval and the number of test complaints."""
    text = read_page(write_topics(evaluation(), tmp_path / "t.html").read_text("utf-8")).text

    assert "88,3 % (selang 84,2–91,5 %), diuji pada 300 laporan" in text
    assert "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 7)" in text
    assert "Komputer mengusulkan; petugas memutuskan" in text


def test_topics_are_listed_with_recall_and_interval(tmp_path: Path, read_page: Read) -> None:
    """Each topic has a row in alphabetical order, its recall with interval."""
    text = read_page(write_topics(evaluation(), tmp_path / "t.html").read_text("utf-8")).text

    assert "Kesehatan 100 87,9 % 80,0 % 71,1–86,7 % 83,8 %" in text
    assert text.index("Perhubungan 100") < text.index("Politik dan Hukum 100")


def test_largest_confusion_is_named(tmp_path: Path, read_page: Read) -> None:
    """The pair with most complaints off the diagonal is named with its total."""
    text = read_page(write_topics(evaluation(), tmp_path / "t.html").read_text("utf-8")).text

    assert "15 dari 100 laporan Kesehatan dipilah sebagai Politik dan Hukum" in text


def test_page_loads_nothing_from_elsewhere(tmp_path: Path, read_page: Read) -> None:
    """The matrix is inside the page, with words beside it."""
    page = read_page(write_topics(evaluation(), tmp_path / "t.html").read_text("utf-8"))

    assert all(load.startswith("data:") for load in page.loads)
    assert len(page.images) == 1
    assert "untuk 3 topik" in page.images[0]["alt"]


def test_no_confusion_at_all(tmp_path: Path, read_page: Read) -> None:
    """A matrix without errors gives a page without a table of errors."""
    clean = pd.DataFrame([[9, 0], [0, 9]], index=["A", "B"], columns=["A", "B"])

    page = write_topics(evaluation(confusion=clean), tmp_path / "t.html")

    assert "sering tertukar:" not in read_page(page.read_text("utf-8")).text


def test_other_suffix_is_refused(tmp_path: Path) -> None:
    """An evaluation is a page only."""
    path = tmp_path / "topik.json"

    with pytest.raises(OutputError) as err:
        write_topics(evaluation(), path)

    assert str(err.value) == f"{path}: must end in .html. Choose one of them."


def test_scores_without_interval_are_refused() -> None:
    """No score is accepted without its interval."""
    with pytest.raises(ColumnNotFoundError) as err:
        evaluation(scores=pd.DataFrame({"score": ["accuracy"], "estimate": [0.9]}))

    assert str(err.value) == (
        "scores: column(s) lower, upper not found; it has score, estimate. "
        "Rename yours or name another."
    )
