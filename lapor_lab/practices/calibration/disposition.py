"""Where reports are sent: to a wrong unit, or down the tree."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.practices.calibration.estimate import Estimate
from lapor_lab.practices.calibration.shares import Share
from lapor_lab.practices.calibration.steps import Steps
from lapor_lab.schema import Activity

__all__ = ["estimate_disposition"]

_SETTLED_DAYS: Final = 40
# The maker's last disposition is always right.
_MAX_WRONG: Final = 3
_SMALLEST_N: Final = 5


def estimate_disposition(steps: Steps, parents: Mapping[str, str]) -> list[Estimate]:
    """Estimate how many dispositions go wrong, and how many pass a unit in between.

    Only dispositions that are answered or returned tell whether they were right; those so
    young that they had no time for it are left out, as what goes wrong takes longer.

    Parameters
    ----------
    steps : Steps
        Events.
    parents : mapping of str to str
        Unit above each unit that has one.

    Returns
    -------
    list of Estimate
        What has dispositions enough.
    """
    until = steps.settled_before(_SETTLED_DAYS)
    sent = steps.of(Activity.DISPOSE)
    sent = sent[sent["finished"] < until]
    is_relay = (sent["before"] == Activity.DISPOSE).to_numpy()
    found: list[Estimate] = []
    last = sent[sent["after"].isin([Activity.RETURN.value, Activity.FOLLOW_UP.value])]
    turn = last.groupby("case").cumcount().to_numpy()
    is_wrong = (last["after"] == Activity.RETURN).to_numpy()[turn < _MAX_WRONG]
    if len(is_wrong) >= _SMALLEST_N:
        found.append(
            Share(
                parameter="misrouted_share",
                hits=int(is_wrong.sum()),
                trials=len(is_wrong),
                reason="dari disposisi yang dijawab atau dikembalikan",
            )
        )
    return found + _relayed(sent, is_relay, parents)


def _relayed(
    sent: pd.DataFrame, is_relay: npt.NDArray[np.bool_], parents: Mapping[str, str]
) -> list[Estimate]:
    # What was sent to a unit above, and is to stay there, tells nothing.
    is_below = sent["unit"].isin(list(parents)).to_numpy()
    n_relayed = int((is_relay & is_below).sum())
    n_direct = int((~is_relay & is_below & (sent["after"] != Activity.DISPOSE)).sum())
    if n_relayed + n_direct < _SMALLEST_N:
        return []
    return [
        Share(
            parameter="relayed_share",
            hits=n_relayed,
            trials=n_relayed + n_direct,
            reason="dari disposisi ke unit yang mempunyai unit induk",
        )
    ]
