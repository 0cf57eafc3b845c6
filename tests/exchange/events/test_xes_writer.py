"""What is written as XES is a standard log, and comes back as the log that it was."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange import load_sample, read_event_log, read_xes, write_xes
from lapor_lab.schema import CASES, ComplaintLog

NAMESPACE = "{http://www.xes-standard.org/}"
# Order of the elements in a log by the schema of XES, attributes being one kind.
ORDER = ["extension", "global", "classifier", "attribute", "trace"]
TYPES = {"string", "date", "int", "float", "boolean"}


def small_log(**columns: list[object]) -> ComplaintLog:
    """Two cases, the first of them with two events at the same moment."""
    cases = pd.DataFrame(
        {
            "case_id": ["A", "B"],
            "submitted_at": pd.to_datetime(["2022-08-01 09:00", "2022-08-02 09:00"]),
            "institution": "Kota Contoh",
            **columns,
        }
    )
    events = pd.DataFrame(
        {
            "case_id": ["A", "A", "B"],
            "activity": ["terima", "catat", "terima"],
            "timestamp": pd.to_datetime(
                ["2022-08-01 10:00", "2022-08-01 10:00", "2022-08-02 09:00"]
            ),
            "started_at": pd.to_datetime([None, "2022-08-01 09:30", None]),
        }
    )
    return ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))


def written(log: ComplaintLog, path: Path, *, with_text: bool = False) -> ET.Element:
    """The root of what is written."""
    write_xes(log, path, with_text=with_text)
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314


def kinds(element: ET.Element) -> list[str]:
    """Names of the elements below, attributes being one kind."""
    names = [child.tag.removeprefix(NAMESPACE) for child in element]
    return ["attribute" if name in TYPES else name for name in names]


def in_order(frame: pd.DataFrame, *by: str) -> pd.DataFrame:
    """The same rows in an order of their own."""
    return frame.sort_values(list(by), kind="stable").reset_index(drop=True)


def test_the_sample_comes_back_as_it_was(tmp_path: Path) -> None:
    """Every event with its three times, every case with its values, and that it is made up."""
    whole = load_sample()
    cases = whole.cases.head(300)
    log = replace(
        whole,
        cases=cases,
        events=whole.events[whole.events["case_id"].isin(cases["case_id"])],
        truth=None,
    )
    write_xes(log, tmp_path / "log.xes.gz", with_text=True)

    imported = read_xes(tmp_path / "log.xes.gz")

    back = imported.log
    assert imported.quarantine.empty
    assert back.is_synthetic
    assert back.as_of == log.as_of
    kept = ("kind", "scenario", "rng", "calendar", "zone")
    assert {k: back.provenance[k] for k in kept} == {k: log.provenance[k] for k in kept}
    pd.testing.assert_frame_equal(
        in_order(back.events, "case_id", "timestamp")[log.events.columns.to_list()],
        in_order(log.events, "case_id", "timestamp"),
    )
    is_open = ~log.cases["is_confidential"].fillna(value=False).astype(bool)
    expected = log.cases.assign(
        title=log.cases["title"].where(is_open), text=log.cases["text"].where(is_open)
    )
    expected = replace(log, cases=expected).cases.dropna(axis="columns", how="all")
    expected = in_order(expected, "case_id")
    pd.testing.assert_frame_equal(
        in_order(back.cases, "case_id")[expected.columns.to_list()], expected
    )


@pytest.mark.reference
@pytest.mark.parametrize("name", ["running_example", "receipt", "roadtraffic100"])
def test_public_logs_come_back_as_they_were(reference: Path, tmp_path: Path, name: str) -> None:
    """Three logs of real processes, from CSV to XES and back."""
    log = read_event_log(reference / f"process/{name}.csv").log
    write_xes(log, tmp_path / "log.xes")

    back = read_xes(tmp_path / "log.xes").log

    pd.testing.assert_frame_equal(back.events, log.events[back.events.columns.to_list()])
    columns = sorted(log.cases)
    pd.testing.assert_frame_equal(
        in_order(back.cases, "case_id")[columns], in_order(log.cases, "case_id")[columns]
    )
    assert back.as_of == log.as_of


def test_elements_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    """Extension, global, classifier, attributes, traces; in a trace attributes, then events."""
    root = written(small_log(), tmp_path / "log.xes")

    order = kinds(root)
    assert root.tag == f"{NAMESPACE}log"
    assert set(root.attrib) == {"xes.version", "xes.features"}
    assert order == sorted(order, key=ORDER.index)
    assert set(order) == set(ORDER)
    for trace in root.iter(f"{NAMESPACE}trace"):
        assert kinds(trace) == sorted(kinds(trace))
    keys = [element.get("key") for element in root.iter() if element.get("key")]
    assert all(re.fullmatch(r"[\w.:-]+", str(key)) for key in keys)


def test_values_bear_their_types(tmp_path: Path) -> None:
    """Dates with their offset, whole numbers, yes and no, and texts."""
    log = small_log(rating=[5, None], is_anonymous=[True, False], duplicate_of=[None, "A"])

    traces = list(written(log, tmp_path / "log.xes").iter(f"{NAMESPACE}trace"))

    found = [
        (child.tag.removeprefix(NAMESPACE), child.get("key"), child.get("value"))
        for trace in traces
        for child in trace
        if not child.tag.endswith("event")
    ]
    assert found == [
        ("string", "concept:name", "A"),
        ("date", "submitted_at", "2022-08-01T09:00:00.000000+07:00"),
        ("string", "institution", "Kota Contoh"),
        ("boolean", "is_anonymous", "true"),
        ("int", "rating", "5"),
        ("string", "concept:name", "B"),
        ("date", "submitted_at", "2022-08-02T09:00:00.000000+07:00"),
        ("string", "institution", "Kota Contoh"),
        ("boolean", "is_anonymous", "false"),
        ("string", "duplicate_of", "A"),
    ]


def test_a_start_is_an_event_of_its_own(tmp_path: Path) -> None:
    """With the standard's transitions, in the order of time."""
    root = written(small_log(), tmp_path / "log.xes")

    first = next(root.iter(f"{NAMESPACE}trace"))
    events = [
        {child.get("key"): child.get("value") for child in event}
        for event in first.iter(f"{NAMESPACE}event")
    ]
    assert [(e["concept:name"], e["lifecycle:transition"]) for e in events] == [
        ("catat", "start"),
        ("terima", "complete"),
        ("catat", "complete"),
    ]
    assert events[0]["concept:instance"] == events[2]["concept:instance"]
    assert "concept:instance" not in events[1]


def test_marks_survive_and_what_xml_cannot_hold_goes(tmp_path: Path) -> None:
    """Quotes, angle brackets and line ends come back; a control character does not."""
    log = small_log(topic=['a "b" <c> & \n d\te', "x\x00y"])
    write_xes(log, tmp_path / "log.xes")

    topics = read_xes(tmp_path / "log.xes").log.cases["topic"].to_list()

    assert topics == ['a "b" <c> & \n d\te', "xy"]


def test_texts_stay_at_home_unless_they_are_asked_for(tmp_path: Path) -> None:
    """And those of confidential reports always."""
    words = {"text": ["terbuka-1", "rahasia-2"], "title": ["judul-1", "judul-2"]}
    log = small_log(**words, is_confidential=[False, True])
    path = tmp_path / "log.xes"

    write_xes(log, path)
    assert not re.search("terbuka-1|rahasia-2|judul", path.read_text())
    write_xes(log, path, with_text=True)
    assert re.findall("terbuka-1|rahasia-2|judul-.", path.read_text()) == ["judul-1", "terbuka-1"]


def test_made_up_logs_say_so(tmp_path: Path) -> None:
    """In the file itself, for whoever opens it."""
    log = small_log()
    log = ComplaintLog(
        cases=log.cases.assign(case_id=["SIM-A", "SIM-B"]),
        events=log.events.assign(case_id="SIM-" + log.events["case_id"]),
        as_of=log.as_of,
    )

    write_xes(log, tmp_path / "log.xes")

    assert "DATA SINTETIS" in (tmp_path / "log.xes").read_text()
    assert read_xes(tmp_path / "log.xes").log.provenance["kind"] == "sintetis"


def test_equal_logs_are_equal_files(tmp_path: Path) -> None:
    """Packed ones, too: neither a name nor a time of writing is in them."""
    write_xes(small_log(), tmp_path / "a.xes.gz")
    write_xes(small_log(), tmp_path / "b.xes.gz")

    assert (tmp_path / "a.xes.gz").read_bytes() == (tmp_path / "b.xes.gz").read_bytes()


def test_an_event_without_its_case_has_a_trace(tmp_path: Path) -> None:
    """It is not lost on the way."""
    log = small_log()
    log = ComplaintLog(cases=log.cases.head(1), events=log.events, as_of=log.as_of)

    write_xes(log, tmp_path / "log.xes")

    assert len(read_xes(tmp_path / "log.xes").log.events) == 3


def test_other_names_and_logs_without_events_are_refused(tmp_path: Path) -> None:
    """And nothing is left behind."""
    log = small_log()
    path = tmp_path / "log.xml"
    with pytest.raises(
        OutputError,
        match=f"^{re.escape(f'{path}: must end in .xes, .xes.gz. Choose one of them.')}$",
    ):
        write_xes(log, path)
    without = ComplaintLog(cases=log.cases, events=None, as_of=log.as_of)
    path = tmp_path / "log.xes"
    message = (
        f"{path}: the log holds no events, so that it cannot be written as one of events. "
        "Write its cases as .csv or .parquet."
    )
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_xes(without, path)
    assert not list(tmp_path.iterdir())


def test_every_column_of_cases_has_a_type_in_xes(tmp_path: Path) -> None:
    """No column that the kit knows is left out but the texts."""
    values = {"time": pd.Timestamp("2022-08-03"), "count": 1, "flag": True, "text": "x"}
    columns = {c.name: [values[c.kind]] * 2 for c in CASES if not c.is_required}

    write_xes(small_log(**columns), tmp_path / "log.xes", with_text=True)

    text = (tmp_path / "log.xes").read_text()
    # Both reports are confidential here.
    missing = {c.name for c in CASES if f'key="{c.name}"' not in text} - {"case_id"}
    assert missing == {"title", "text"}
