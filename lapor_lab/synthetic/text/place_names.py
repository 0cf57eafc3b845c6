"""Names of provinces and regencies, by the codes of the entries."""

from lapor_lab.synthetic.places import load_regencies

__all__ = ["province_names", "regency_names"]


def province_names() -> list[str]:
    """Return the provinces in the order of their codes.

    Returns
    -------
    list of str
        Names.

    Examples
    --------
    >>> "Jawa Tengah" in province_names()
    True
    """
    return list(load_regencies())


def regency_names() -> list[str]:
    """Return the regencies and cities in the order of their codes.

    Returns
    -------
    list of str
        Names.

    Examples
    --------
    >>> "Kota Semarang" in regency_names()
    True
    """
    return [name for names in load_regencies().values() for name in names]
