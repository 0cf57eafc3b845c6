"""Claims about building all lessons."""

import json
from pathlib import Path

import pytest

from lapor_lab.course.build import build_lessons, main
from lapor_lab.errors import UnknownNameError

SOURCE = """# %%
total = 1 + 2
# %% tags=["latihan"]
answer = total
check_answer("98", 1, answer)
# %% [markdown] tags=["petunjuk"]
# Jumlahkan.
"""


def test_lessons_are_built_and_sealed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each source becomes a notebook; its answers go to the file that the check reads."""
    source, answers = tmp_path / "src", tmp_path / "answers.json"
    source.mkdir()
    # The stand-in keeps the kernel from asking the shipped answers for a lesson they lack.
    define = "# %%\ndef check_answer(*_): return 'Belum diisi.'\n"
    (source / "98_contoh.py").write_text(define + SOURCE, encoding="utf-8")
    (source / "_draft.py").write_text("raise SystemExit", encoding="utf-8")
    written = build_lessons(source, tmp_path, answers=answers)
    assert written == (tmp_path / "98_contoh.ipynb",)
    assert capsys.readouterr().out == f"{written[0]}\n"
    assert [entry["exercise"] for entry in json.loads(answers.read_text("utf-8"))] == ["98/1"]

    calls = []
    monkeypatch.setattr(
        "lapor_lab.course.build.build_lessons", lambda *a, **options: calls.append((*a, options))
    )
    main([str(source), str(tmp_path)])
    main([str(source), str(tmp_path), "--only", "98"])
    assert calls == [(source, tmp_path, {"only": None}), (source, tmp_path, {"only": "98"})]


def test_one_lesson_alone_is_built_and_sealed(tmp_path: Path) -> None:
    """Another lesson is not even run, and what is sealed of it stays as it is, in its place."""
    source, answers = tmp_path / "src", tmp_path / "answers.json"
    source.mkdir()
    define = "# %%\ndef check_answer(*_): return 'Belum diisi.'\n"
    (source / "98_contoh.py").write_text(define + SOURCE, encoding="utf-8")
    for other in ("97", "99"):
        (source / f"{other}_lain.py").write_text("# %%\nraise SystemExit\n", encoding="utf-8")
    stored = [
        {"exercise": exercise, "digest": "lama"} for exercise in ("97/2", "97/1", "98/3", "99/1")
    ]
    answers.write_text(json.dumps(stored), encoding="utf-8")

    written = build_lessons(source, tmp_path, answers=answers, only="98")

    assert written == (tmp_path / "98_contoh.ipynb",)
    assert [path.name for path in tmp_path.glob("*.ipynb")] == ["98_contoh.ipynb"]
    before, after = stored[:2], stored[3:]
    found = json.loads(answers.read_text("utf-8"))
    assert (found[:2], found[3:]) == (before, after)
    assert found[2]["exercise"] == "98/1"
    assert found[2]["digest"] != "lama"


def test_a_lesson_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one line that names those that are, before anything is written."""
    (tmp_path / "98_contoh.py").write_text(SOURCE, encoding="utf-8")
    answers = tmp_path / "answers.json"

    with pytest.raises(UnknownNameError) as err:
        build_lessons(tmp_path, tmp_path, answers=answers, only="5")
    with pytest.raises(SystemExit):
        main([str(tmp_path), str(tmp_path), "--only", "5"])

    assert not answers.exists()
    assert capsys.readouterr().err.endswith(f"error: {err.value}\n")
    assert str(err.value) == "Unknown lesson '5'. Choose one of 98."
