"""A form in which nothing is answered."""

from lapor_lab.practices.maturity import INHERITED_GROUP, assess
from lapor_lab.practices.maturity.blank import blank_form


def test_nothing_answered_is_no_level() -> None:
    """A blank form has levels that are missing, never 0."""
    form = blank_form("Kementerian A", {"PTN Contoh 25": INHERITED_GROUP}, n_units=2)
    assessment = assess(form)
    assert assessment.levels["level"].isna().all()
    assert (
        assessment.profile[["level", "inherited_level", "peers", "previous"]].isna().all(axis=None)
    )
    assert assessment.items["is_met"].isna().all()
    assert assessment.agreement["n"].eq(0).all()
    assert form.group_of("PTN Contoh 25") == INHERITED_GROUP
