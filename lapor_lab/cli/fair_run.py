"""From counts to fair comparisons: which measures, among whom, and when none can be made."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lapor_lab.errors import ParameterError

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.cli.comparison_options import FairRequest
    from lapor_lab.comparison import Comparison
    from lapor_lab.metrics import Counts

__all__ = ["compare_fairly"]


def compare_fairly(
    counts: "Counts",
    estimates: "pd.DataFrame",
    request: "FairRequest",
    provenance: Mapping[str, str],
) -> "tuple[Comparison, ...]":
    """Compare what was asked, or the first main measure that lets itself be compared.

    Parameters
    ----------
    counts : Counts
        With the strata that were asked for.
    estimates : DataFrame of shape (n_estimates, 9)
        Of the same cases.
    request : FairRequest
        What was asked.
    provenance : mapping of str to str
        As the complaint log carries it.

    Returns
    -------
    tuple of Comparison
        One a measure. Of measures that were asked for, refused ones too; else one at most,
        and none where every main measure is refused.
    """
    from lapor_lab.comparison import compare

    asked = replace(request, peers=_known_peers(request.peers, counts))

    def found(measure: str) -> "Comparison":
        comparison = compare(
            counts,
            measure,
            by=counts.by,
            adjust=asked.adjust,
            peers=asked.peers,
            target=asked.target,
        )
        return replace(comparison, provenance=provenance)

    if asked.measures:
        return tuple(map(found, asked.measures))
    tried = map(found, _main_measures(estimates))
    first = next((comparison for comparison in tried if not comparison.is_refused), None)
    return () if first is None else (first,)


def _known_peers(
    peers: str | Mapping[str, str] | None, counts: "Counts"
) -> str | Mapping[str, str] | None:
    from lapor_lab.schema import UNKNOWN_GROUP

    if not isinstance(peers, Mapping):
        return peers
    whole = {UNKNOWN_GROUP: UNKNOWN_GROUP} | dict(peers)
    lacking = [name for name in counts.institutions if name not in whole]
    if lacking:
        raise ParameterError("peers_lacking", n=len(lacking), value=lacking[0])
    return whole


def _main_measures(estimates: "pd.DataFrame") -> list[str]:
    from lapor_lab.metrics import COMPARED_MEASURES
    from lapor_lab.report.measure_families import MAIN_MEASURES
    from lapor_lab.schema import Availability

    known = {measure.id for measure in COMPARED_MEASURES}
    told = set(estimates.loc[estimates["availability"] == Availability.AVAILABLE, "measure"])
    return [name for name in MAIN_MEASURES if name in known & told]
