"""Logs in XES are read piece by piece, and nothing in them is trusted."""

import gzip
import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.exchange import read_event_log, read_log, read_xes

SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<global scope="event"><string key="concept:name" value="bukan peristiwa"/></global>
<string key="concept:name" value="log kecil"/>
<trace>
  <string key="concept:name" value="1"/>
  <date key="deadline" value="2022-08-05T00:00:00.000+07:00"/>
  <int key="n_transfers" value="2"/><boolean key="is_anonymous" value="true"/>
  <string key="dinas" value="Umum &amp; Aset"><string key="concept:name" value="dalam"/></string>
  <list key="daftar"><values><string key="concept:name" value="dalam"/></values></list>
  <event><string key="concept:name" value="terima"/><string key="org:group" value="Loket"/>
    <date key="time:timestamp" value="2022-08-01T02:00:00Z"/></event>
  <event><string key="concept:name" value="tutup"/><string key="activity" value="lain"/>
    <date key="time:timestamp" value="2022-08-02T09:00:00.000+07:00"/></event>
</trace>
<trace><string key="concept:name" value="2"/></trace>
<event><string key="concept:name" value="lepas"/>
  <date key="time:timestamp" value="2022-08-01T02:00:00Z"/></event>
</log>
"""


def written(folder: Path, content: str | bytes, name: str = "log.xes") -> Path:
    """A file with that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_small_log_is_read_whole(tmp_path: Path) -> None:
    """Traces are cases, events are events, and what hangs below an attribute is passed over."""
    imported = read_xes(written(tmp_path, SMALL))

    log = imported.log
    assert log.cases["case_id"].to_list() == ["1"]
    assert log.cases["submitted_at"].to_list() == [pd.Timestamp("2022-08-01 09:00")]
    assert log.cases["deadline_at"].to_list() == [pd.Timestamp("2022-08-05")]
    assert log.cases["n_transfers"].to_list() == [2]
    assert log.cases["is_anonymous"].to_list() == [True]
    assert log.cases["case:dinas"].to_list() == ["Umum & Aset"]
    assert log.events["activity"].to_list() == ["terima", "tutup"]
    assert log.events["unit"].to_list()[0] == "Loket"
    assert log.as_of == pd.Timestamp("2022-08-02 09:00:00.000001")


def test_what_cannot_be_used_is_told_with_its_number(tmp_path: Path) -> None:
    """A case without events and an event without a case are in quarantine, not lost."""
    imported = read_xes(written(tmp_path, SMALL))

    assert imported.n_rows == 4
    assert imported.quarantine[["row", "reason"]].to_numpy().tolist() == [
        [3, "tanpa aktivitas"],
        [4, "tanpa nomor kasus"],
    ]


def test_packed_and_plain_are_the_same(tmp_path: Path) -> None:
    """Gzip is known by its first bytes, through every door."""
    packed = written(tmp_path, gzip.compress(SMALL.encode()), "log.xes.gz")
    disguised = written(tmp_path, gzip.compress(SMALL.encode()), "lain.xes")

    plain = read_xes(written(tmp_path, SMALL)).log.events

    pd.testing.assert_frame_equal(read_log(packed).log.events, plain)
    pd.testing.assert_frame_equal(read_log(disguised).log.events, plain)


def test_other_encodings_and_no_namespace_are_read(tmp_path: Path) -> None:
    """The declaration of the file decides."""
    text = SMALL.replace("UTF-8", "ISO-8859-1").replace("Umum", "Ümum")
    text = text.replace(' xmlns="http://www.xes-standard.org/"', "")

    cases = read_xes(written(tmp_path, text.encode("latin-1"))).log.cases

    assert cases["case:dinas"].to_list() == ["Ümum & Aset"]


def test_a_table_and_xes_give_equal_logs(tmp_path: Path) -> None:
    """The same events with start and completion, as CSV and as XES."""
    steps = [("start", "08:00"), ("complete", "09:30")]
    table = "case:concept:name,concept:name,lifecycle:transition,time:timestamp,case:rating\n"
    table += "".join(f"SIM-1,cek,{step},2022-08-01T{at}:00+07:00,4\n" for step, at in steps)
    events = "".join(
        f'<event><string key="concept:name" value="cek"/>'
        f'<string key="lifecycle:transition" value="{step}"/>'
        f'<date key="time:timestamp" value="2022-08-01T{at}:00+07:00"/></event>'
        for step, at in steps
    )
    case = '<string key="concept:name" value="SIM-1"/><int key="rating" value="4"/>'

    from_table = read_event_log(written(tmp_path, table, "log.csv"))
    from_xes = read_xes(written(tmp_path, f"<log><trace>{case}{events}</trace></log>"))

    pd.testing.assert_frame_equal(from_table.log.events, from_xes.log.events)
    pd.testing.assert_frame_equal(from_table.log.cases, from_xes.log.cases)
    assert from_table.log.as_of == from_xes.log.as_of
    assert from_table.n_rows == from_xes.n_rows == 1
    assert from_xes.log.is_synthetic


GIANT = f"<log><string key='a' value='{'x' * 9_500_000}'/></log>"
ENTITY = '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaa">]><log>&a;</log>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ENTITY, "memuat DOCTYPE atau entitas"),
        ("<!DOCTYPE log SYSTEM 'x.dtd'><log/>", "memuat DOCTYPE atau entitas"),
        ("<html><trace/></html>", "unsur pertamanya bukan <log>"),
        ("<log>\n<trace>", "XML tidak utuh pada baris 2"),
        ("<log>\n<trace></log>", "XML tidak utuh pada baris 2"),
        ("bukan XML", "XML tidak utuh pada baris 1"),
        ("", "XML tidak utuh pada baris 1"),
        ("<?xml version='1.0' encoding='tidak-ada'?><log/>", "penyandian huruf tidak dikenal"),
        (gzip.compress(SMALL.encode())[:-20], "berkas tidak utuh"),
        (b"\x1f\x8bbukan gzip", "berkas tidak utuh"),
        (GIANT, "satu unsurnya lebih dari 8 MiB"),
    ],
    ids=range(11),
)
def test_what_is_no_log_is_one_line(tmp_path: Path, content: str | bytes, reason: str) -> None:
    """Entities, other documents, halves and giants are refused by reason."""
    path = written(tmp_path, content)
    message = f"{path}: cannot be read ({reason}). Give a XES (.xes, .xes.gz) file."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_xes(path)


def test_a_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    """What grows a thousandfold when it is unpacked is no log."""
    bomb = gzip.compress(b"<log>" + b" " * 18_000_000 + b"</log>", 9)
    path = written(tmp_path, bomb, "log.xes.gz")
    assert len(bomb) < 100_000
    message = f"{path}: cannot be read (isinya lebih dari "
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}[0-9]+ MiB"):
        read_xes(path)


def test_a_log_without_events_and_an_absent_one_are_refused(tmp_path: Path) -> None:
    """Neither gives an empty result."""
    path = written(tmp_path, "<log/>")
    with pytest.raises(InputFileError, match=f"^{re.escape(str(path))}: holds no row"):
        read_xes(path)
    with pytest.raises(InputFileError, match="no such file"):
        read_xes(tmp_path / "tidak.xes")


def test_events_without_times_name_the_column(tmp_path: Path) -> None:
    """As with a table."""
    event = '<event><string key="concept:name" value="a"/></event>'
    path = written(
        tmp_path, f'<log><trace><string key="concept:name" value="1"/>{event}</trace></log>'
    )
    with pytest.raises(ColumnNotFoundError, match=r"column\(s\) timestamp not found"):
        read_xes(path)
