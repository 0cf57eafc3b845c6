"""Claims about building all lessons."""

import json
from pathlib import Path

import pytest

from lapor_lab.course.build import build_lessons, main

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

    monkeypatch.setattr("lapor_lab.course.build.build_lessons", print)
    main([str(source), str(tmp_path)])
    assert capsys.readouterr().out == f"{source} {tmp_path}\n"
