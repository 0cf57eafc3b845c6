"""The look and the notices that all pages share."""

import pytest
from jinja2 import UndefinedError

from lapor_lab.report.page import cover_notices, render_page, scenario_caption


def test_a_value_that_is_not_given_is_an_error() -> None:
    """A template never shows an empty place where a value was forgotten."""
    with pytest.raises(UndefinedError, match="'title' is undefined"):
        render_page("base.html.jinja")


def test_the_running_foot_cannot_end_the_style() -> None:
    """A notice is cut to letters before it enters the style sheet."""
    page = render_page(
        "base.html.jinja", title="x", notices=['a"; } </style><b>'], is_synthetic=True
    )

    assert 'content: "a; } /styleb"' in page
    assert page.count("</style>") == 1


def test_unknown_seed_is_a_dash() -> None:
    """A scenario without a seed says that the seed is not known."""
    assert scenario_caption({"scenario": "daerah"}) == "skenario daerah, rng –"
    assert scenario_caption({"kind": "sintetis"}) == ""


def test_case_study_is_named_only_for_its_scenario() -> None:
    """Only the scenario of the two ministries is a case study of 2022."""
    story, other = (
        cover_notices({"kind": "sintetis", "scenario": name}, always=())
        for name in ("kementerian", "daerah")
    )

    assert "studi kasus 2022, nomenklatur saat itu" in story
    assert len(other) == 1
