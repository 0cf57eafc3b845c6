"""The form that ships: an invented example."""

from pathlib import Path

from lapor_lab.exchange import sample_path

__all__ = ["example_form_path"]


def example_form_path(name: str = "penilaian_2022.xlsx") -> Path:
    """Return where an example form lies: invented, and it says so.

    Parameters
    ----------
    name : str, default="penilaian_2022.xlsx"
        Or "penilaian_2022.toml", the same form, or "penilaian_2021.toml", the round before.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputFileError
        If there is none of that name.

    Examples
    --------
    >>> example_form_path().name
    'penilaian_2022.xlsx'
    """
    return sample_path(f"contoh_penilaian/{name}")
