"""Who is compared with whom."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import label

__all__ = ["PEER_RULES", "find_peers"]

PEER_RULES: Final = ("kind", "volume")
_N_VOLUME_CLASSES: Final = 4
# How an institution's kind is told from its official name, the first that fits.
_KINDS: Final = {
    "province": ("provinsi ", "pemerintah provinsi ", "pemprov ", "pemerintah aceh", "dki "),
    "city": ("kota ", "pemerintah kota ", "pemkot "),
    "regency": ("kabupaten ", "pemerintah kabupaten ", "pemkab ", "kab. "),
    "state_enterprise": ("pt ", "perum ", "bumn "),
    "ministry": ("kementerian ", "kemen"),
    "embassy": ("kbri ", "kjri ", "kri ", "kedutaan ", "konsulat "),
}


def find_peers(volume: pd.Series, peers: str | Mapping[str, str] | None) -> pd.Series:
    """Put institutions into peer groups.

    Parameters
    ----------
    volume : Series of int of shape (n_institutions,)
        Cases, by institution.
    peers : {"kind", "volume"}, mapping of str to str, or None
        Rule: by kind of institution, told from its name (ministries, provinces, regencies,
        cities, others); by quarter of the institutions in volume; one's own groups by name;
        or None for one group of all.

    Returns
    -------
    Series of str of shape (n_institutions,)
        Name of the group, in Indonesian.

    Raises
    ------
    UnknownNameError
        If the rule is not known, or a mapping lacks an institution.

    Examples
    --------
    >>> find_peers(pd.Series({"Kota X": 9, "Kementerian Y": 8}), "kind").tolist()
    ['kota', 'kementerian']
    """
    if peers is None:
        return pd.Series(label("peers.all"), index=volume.index)
    if isinstance(peers, Mapping):
        lacking = sorted(set(volume.index) - set(peers))
        if lacking:
            raise UnknownNameError(
                "unknown_name", kind="peer group of", value=lacking[0], allowed="one for each"
            )
        return pd.Series({name: peers[name] for name in volume.index}, dtype="object")
    if peers == "kind":
        return pd.Series({name: label(f"peers.{_kind(name)}") for name in volume.index})
    if peers == "volume":
        return _by_volume(volume)
    raise UnknownNameError(
        "unknown_name", kind="rule for peers", value=peers, allowed=", ".join(PEER_RULES)
    )


def _kind(name: str) -> str:
    folded = f"{name.strip().casefold()} "
    for kind, beginnings in _KINDS.items():
        if folded.startswith(beginnings):
            return kind
    return "other"


def _by_volume(volume: pd.Series) -> pd.Series:
    # By rank, so that equal volumes stay together and no class is empty of cases.
    order = volume.rank(method="min").to_numpy() - 1
    place = np.floor(order / len(volume) * _N_VOLUME_CLASSES).astype(int)
    names = {}
    for number in np.unique(place):
        inside = volume[place == number]
        names[number] = label("peers.volume_class", lowest=inside.min(), highest=inside.max())
    return pd.Series([names[number] for number in place], index=volume.index)
