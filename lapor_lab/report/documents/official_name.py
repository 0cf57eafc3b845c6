"""The name of an institution as an official document bears it."""

from lapor_lab.schema.institutions import Institution, load_register

__all__ = ["find_by_name", "official_name"]


def find_by_name(name: str) -> Institution | None:
    """Return the institution of a name, whenever it bore it.

    Parameters
    ----------
    name : str
        Identifier, official name or alias, in any case.

    Returns
    -------
    Institution or None
        None for one that the register does not hold.

    Examples
    --------
    >>> find_by_name("kemendikbudristek").short_name
    'Kemendikbudristek'
    """
    wanted = name.strip().casefold()
    for entry in load_register():
        if wanted in map(str.casefold, (entry.id, entry.official_name, *entry.aliases)):
            return entry
    return None


def official_name(name: str) -> str:
    """Return a name in full where the register knows it.

    Parameters
    ----------
    name : str
        Any name of an institution.

    Returns
    -------
    str
        Official name, or the name as it was given.

    Examples
    --------
    >>> official_name("kemenkum"), official_name("Badan Contoh")
    ('Kementerian Hukum', 'Badan Contoh')
    """
    entry = find_by_name(name)
    return name.strip() if entry is None else entry.official_name
