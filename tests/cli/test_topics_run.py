"""From a log to an evaluation of topic sorting."""

from lapor_lab.cli.topics_run import run_topics
from lapor_lab.exchange import load_sample
from lapor_lab.schema import ComplaintLog


def test_cases_without_topic_are_left_out_and_counted() -> None:
    """What is not labelled is neither learnt from nor judged, and the page says how many."""
    sample = load_sample()
    cases = sample.cases.head(300)
    log = ComplaintLog(
        cases=cases, events=None, as_of=sample.as_of, provenance={"kind": "sintetis"}
    )
    n_unlabelled = int(cases["topic"].isna().sum())

    evaluation = run_topics(log)

    assert n_unlabelled > 0
    assert evaluation.n_test == 300 - n_unlabelled
    assert f"{n_unlabelled} laporan tanpa topik" in " ".join(evaluation.notes)
    assert evaluation.scores["score"].to_list() == ["accuracy", "macro_f1"]
