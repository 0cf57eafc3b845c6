"""Registers: how people write by the channel they write in."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.schema.vocabulary import Channel
from lapor_lab.synthetic.model.checks import check_at_least, check_positive

__all__ = ["REGISTERS", "REGISTER_OF_CHANNEL", "STYLES", "RegisterStyle", "register_codes"]

REGISTERS: Final = ("web", "ponsel", "whatsapp", "sms", "media_sosial", "surel", "lisan")

REGISTER_OF_CHANNEL: Final[Mapping[Channel, str]] = MappingProxyType(
    {
        Channel.WEBSITE: "web",
        Channel.API: "web",
        Channel.ANDROID: "ponsel",
        Channel.IOS: "ponsel",
        Channel.SMS: "sms",
        Channel.WHATSAPP: "whatsapp",
        Channel.LINE: "whatsapp",
        Channel.TELEGRAM: "whatsapp",
        Channel.FACEBOOK_MESSENGER: "whatsapp",
        Channel.INSTAGRAM: "media_sosial",
        Channel.TWITTER: "media_sosial",
        Channel.AGENCY_EMAIL: "surel",
        Channel.POST: "surel",
        Channel.FACE_TO_FACE: "lisan",
        Channel.HOTLINE: "lisan",
    }
)


@dataclass(frozen=True, kw_only=True)
class RegisterStyle:
    """How long, how informal and how courteous the texts of a register are.

    Parameters
    ----------
    median_chars : float
        Median length in characters; lengths are log-normal.
    spread : float
        Standard deviation of the logarithm of the length.
    max_chars : int, default=0
        No text is longer; 0 is no limit.
    informal_factor : float, default=1.0
        Times the share of texts in short spellings.
    courtesy_factor : float, default=1.0
        Times the shares of salutation, introduction and thanks.

    Raises
    ------
    ParameterError
        If a length or the spread is not above 0, or a factor lies below 0.
    """

    median_chars: float
    spread: float
    max_chars: int = 0
    informal_factor: float = 1.0
    courtesy_factor: float = 1.0

    def __post_init__(self) -> None:
        check_positive("median_chars", self.median_chars)
        check_positive("spread", self.spread)
        check_at_least("max_chars", self.max_chars, 0)
        check_at_least("informal_factor", self.informal_factor, 0)
        check_at_least("courtesy_factor", self.courtesy_factor, 0)


# Medians of web, ponsel, media_sosial and lisan: one regency 2021-24 (356, 362, 130, 400), drawn
# half of the way to a national crawl of 2017 (249 over all). A text message holds 160
# characters. The rest is asumsi.
STYLES: Final[Mapping[str, RegisterStyle]] = MappingProxyType(
    {
        "web": RegisterStyle(median_chars=310, spread=0.9, informal_factor=0.9),
        "ponsel": RegisterStyle(median_chars=310, spread=0.88, informal_factor=1.2),
        "whatsapp": RegisterStyle(median_chars=210, spread=0.75, informal_factor=1.5),
        "sms": RegisterStyle(
            median_chars=120, spread=0.3, max_chars=160, informal_factor=1.9, courtesy_factor=0.4
        ),
        "media_sosial": RegisterStyle(
            median_chars=125, spread=0.6, informal_factor=1.7, courtesy_factor=0.5
        ),
        "surel": RegisterStyle(
            median_chars=650, spread=0.6, informal_factor=0.25, courtesy_factor=2.0
        ),
        "lisan": RegisterStyle(
            median_chars=380, spread=0.7, informal_factor=0.5, courtesy_factor=0.15
        ),
    }
)

_CODES: Final = np.array(
    [REGISTERS.index(REGISTER_OF_CHANNEL[channel]) for channel in Channel], dtype=np.int8
)


def register_codes(channels: npt.NDArray[np.int16]) -> npt.NDArray[np.int8]:
    """Return the number of the register of each channel.

    Parameters
    ----------
    channels : ndarray of int16
        Codes of channels: positions in `Channel`.

    Returns
    -------
    ndarray of int8
        Positions in `REGISTERS`.

    Examples
    --------
    >>> REGISTERS[register_codes(np.array([list(Channel).index(Channel.SMS)]))[0]]
    'sms'
    """
    return _CODES[channels]
