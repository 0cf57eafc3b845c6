"""Whether two names mean one institution, by the register."""

from lapor_lab.practices.maturity.identity import unit_key
from lapor_lab.schema import load_register

__all__ = ["is_same_institution", "names_of_institution"]


def is_same_institution(first: str, second: str) -> bool:
    """Tell whether two names mean one institution.

    Parameters
    ----------
    first, second : str
        Names as they were written.

    Returns
    -------
    bool
        Whether they do, but for case and blanks, or by the register.

    Examples
    --------
    >>> is_same_institution("kemenkum", "Kementerian  Hukum")
    True
    """
    return not names_of_institution(first).isdisjoint(names_of_institution(second))


def names_of_institution(name: str) -> frozenset[str]:
    """Return all names that an institution is known by.

    Parameters
    ----------
    name : str
        One of them.

    Returns
    -------
    frozenset of str
        Names without case; that of an institution which the register does not hold alone.

    Examples
    --------
    >>> sorted(names_of_institution("Badan Contoh"))
    ['badan contoh']
    """
    wanted = unit_key(name)
    found = {wanted}
    for entry in load_register():
        names = {unit_key(each) for each in (entry.id, entry.official_name, *entry.aliases)}
        if wanted in names:
            found |= names
    return frozenset(found)
