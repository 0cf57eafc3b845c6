"""Which measures institutions can be compared on."""

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics import COMPARED_MEASURES, BacklogAge, DurationQuantile, Measure

__all__ = ["find_measure"]


def find_measure(measure: str | Measure) -> Measure:
    """Return a measure that institutions can be compared on.

    Parameters
    ----------
    measure : str or Measure
        The measure, or the identifier of one of `COMPARED_MEASURES`.

    Returns
    -------
    Measure
        A share or a mean.

    Raises
    ------
    UnknownNameError
        If there is no such identifier.
    ParameterError
        If it is a quantile, which has no expected value.

    Examples
    --------
    >>> find_measure("closed_share").direction
    'higher'
    """
    if isinstance(measure, str):
        known = {known.id: known for known in COMPARED_MEASURES}
        if measure not in known:
            raise UnknownNameError(
                "unknown_name", kind="measure", value=measure, allowed=", ".join(known)
            )
        return known[measure]
    if isinstance(measure, DurationQuantile | BacklogAge):
        raise ParameterError(
            "parameter_range",
            name="measure",
            allowed="a share or a mean, as quantiles have no expected value",
            value=measure.id,
            remedy="Compare the share within the limit or a restricted mean.",
        )
    return measure
