"""A form in which nothing is answered yet."""

from collections.abc import Mapping

from lapor_lab.practices.maturity.form import ListedUnit, MaturityForm, tabulate_problems
from lapor_lab.practices.maturity.place import Place

__all__ = ["blank_form"]


def blank_form(
    institution: str = "",
    units: Mapping[str, str] | None = None,
    *,
    n_units: int | None = None,
) -> MaturityForm:
    """Return a form to be written and filled in.

    Parameters
    ----------
    institution : str, default=""
        Whom it is about, where that is known.
    units : mapping of str to str or None, default=None
        Groups by the names of the units that are to be assessed.
    n_units : int or None, default=None
        How many units the institution has.

    Returns
    -------
    MaturityForm
        Without answers.

    Examples
    --------
    >>> blank_form("Kementerian A", {"PTN Contoh 25": "unit hasil penggabungan"}).answers
    ()
    """
    listed = {
        name: ListedUnit(name=name, group=group, place=Place("formulir"))
        for name, group in (units or {}).items()
    }
    return MaturityForm(
        file="formulir",
        institution=institution,
        assessed_on=None,
        raters=("", ""),
        n_units=n_units,
        units=listed,
        answers=(),
        claims=(),
        is_example=False,
        problems=tabulate_problems([]),
    )
