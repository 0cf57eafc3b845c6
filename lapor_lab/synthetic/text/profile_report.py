"""Hold the texts beside the profile of real ones: ``python -m ...text.profile_report [file]``.

Without a file it measures texts that it makes; with one, the column `text` (and `title`) of a
Parquet or CSV file of the user, of which nothing but figures is printed.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.schema.vocabulary import Channel
from lapor_lab.synthetic.places import PROVINCE_OF_REGENCY, REGENCIES
from lapor_lab.synthetic.text.make import make_texts
from lapor_lab.synthetic.text.measure import measure_texts
from lapor_lab.synthetic.text.order import TextOrder, Texts
from lapor_lab.synthetic.text.profile import TextProfile
from lapor_lab.synthetic.text.real_profile import REAL
from lapor_lab.synthetic.text.registers import REGISTER_OF_CHANNEL, REGISTERS
from lapor_lab.synthetic.text.topic_list import MAIN_OF_TOPIC, TOPICS

__all__ = ["compare", "even_order", "even_shares", "examples", "is_near", "profile_table"]

_FACTOR: Final = 1.5
_POINTS: Final = 0.03
_QUANTILE_TOLERANCE: Final = 0.2
_HALF_COUNT: Final = 0.5  # quantiles of small counts are whole numbers
# Shares of channels in the regency's export; the small ones are rounded.
_CHANNELS: Final = {
    Channel.WEBSITE: 0.62, Channel.ANDROID: 0.221, Channel.HOTLINE: 0.073,
    Channel.INSTAGRAM: 0.038, Channel.SMS: 0.02, Channel.AGENCY_EMAIL: 0.01,
    Channel.FACE_TO_FACE: 0.005, Channel.WHATSAPP: 0.01, Channel.IOS: 0.003,
}  # fmt: skip
_PERIOD_DAYS: Final = 365


def is_near(feature: str, made: Sequence[float]) -> bool:
    """Say whether what was made comes near to what is real.

    Parameters
    ----------
    feature : str
        A key of `real_profile.REAL`.
    made : sequence of float
        Measured on made texts.

    Returns
    -------
    bool
        Quantiles: each within 20 %, or half a count, of the range of the two real sets. Shares:
        within a factor of 1.5 or 3 points of it.

    Examples
    --------
    >>> is_near("mohon", [0.43]), is_near("mohon", [0.9])
    (True, False)
    """
    for first, second, value in zip(*REAL[feature], made, strict=True):
        low, high = min(first, second), max(first, second)
        if len(made) > 1:
            low = min(low * (1 - _QUANTILE_TOLERANCE), low - _HALF_COUNT)
            high = max(high * (1 + _QUANTILE_TOLERANCE), high + _HALF_COUNT)
        else:
            low = min(low / _FACTOR, low - _POINTS)
            high = max(high * _FACTOR, high + _POINTS)
        if not low <= value <= high:
            return False
    return True


def compare(texts: Sequence[str], titles: Sequence[str] = ()) -> pd.DataFrame:
    """Measure texts and hold them beside real ones.

    Parameters
    ----------
    texts : sequence of str
        Texts, in the order of entry.
    titles : sequence of str, default=()
        Titles.

    Returns
    -------
    DataFrame
        Columns `feature`, `regency`, `nation`, `made` (lists of one or five figures) and `near`.
    """
    made = measure_texts(texts, titles)
    return pd.DataFrame(
        [
            {
                "feature": name,
                "regency": list(REAL[name][0]),
                "nation": list(REAL[name][1]),
                "made": values,
                "near": is_near(name, values),
            }
            for name, values in made.items()
        ]
    )


def profile_table(compared: pd.DataFrame) -> str:
    """Write a comparison as a table.

    Parameters
    ----------
    compared : DataFrame
        As `compare` returns it.

    Returns
    -------
    str
        Markdown.
    """
    lines = ["| feature | regency | nation | made | verdict |", "|---|---|---|---|---|"]
    for row in compared.to_dict("records"):
        figures = " | ".join(_figures(row[name]) for name in ("regency", "nation", "made"))
        lines.append(f"| {row['feature']} | {figures} | {'near' if row['near'] else 'FAR'} |")
    return "\n".join(lines)


def even_shares() -> npt.NDArray[np.float64]:
    """Return the shares of topics in which all main topics are as frequent.

    Returns
    -------
    ndarray of float64 of shape (n_topics,)
        Shares, with sum 1.
    """
    share = 1 / np.bincount(MAIN_OF_TOPIC)[MAIN_OF_TOPIC]
    return np.asarray(share / share.sum())


def even_order(n_texts: int, rng: int, channel: Channel | None = None) -> TextOrder:
    """Order texts on all main topics alike, and within each on all of its sub-topics.

    Parameters
    ----------
    n_texts : int
        How many.
    rng : int
        Seed.
    channel : Channel, default=None
        Channel of all of them; None is the mix of channels of one regency.

    Returns
    -------
    TextOrder
        Without copies.
    """
    draw = np.random.default_rng(rng)
    channels = list(Channel)
    shares = np.array([_CHANNELS.get(one, 0.0) for one in channels])
    drawn = draw.choice(len(channels), n_texts, p=shares / shares.sum())
    if channel is not None:
        drawn[:] = channels.index(channel)
    regency = draw.integers(0, len(REGENCIES), n_texts)
    seconds = np.sort(draw.integers(0, _PERIOD_DAYS * 86_400, n_texts))
    return TextOrder(
        subtopic=draw.choice(len(TOPICS), n_texts, p=even_shares()).astype(np.int32),
        channel=drawn.astype(np.int16),
        province=PROVINCE_OF_REGENCY[regency],
        regency=regency.astype(np.int16),
        reporter=draw.integers(0, max(n_texts, 1), n_texts),
        is_anonymous=draw.random(n_texts) < 0.4,  # noqa: PLR2004 (measured share)
        submitted_at=np.datetime64("2023-01-01T00:00:00") + seconds.astype("timedelta64[s]"),
        copy_of=np.arange(n_texts),
        copy_kind=np.zeros(n_texts, dtype=np.int8),
    )


def examples(n_each: int = 10, rng: int = 0) -> str:
    """Write examples of each register.

    Parameters
    ----------
    n_each : int, default=10
        How many of a register.
    rng : int, default=0
        Seed.

    Returns
    -------
    str
        Markdown; every person and place in it is made up.
    """
    lines = []
    for number, register in enumerate(REGISTERS):
        channel = next(one for one, name in REGISTER_OF_CHANNEL.items() if name == register)
        order = even_order(n_each, rng + number, channel)
        made = make_texts(order, TextProfile(), np.random.default_rng([rng, number]))
        lines += [f"### {register}", ""]
        for title, text in zip(made.title.to_pylist(), made.text.to_pylist(), strict=True):
            lines += [f"- **{title}**: " + text.replace("\n", " ⏎ ")]
        lines.append("")
    return "\n".join(lines)


def _figures(values: Sequence[float]) -> str:
    if len(values) == 1:
        return f"{values[0]:.3f}"
    return " / ".join(f"{value:.0f}" for value in values)


def _made(n_texts: int, rng: int) -> Texts:
    return make_texts(even_order(n_texts, rng), TextProfile(), np.random.default_rng(rng))


def _read(path: Path) -> tuple[list[str], list[str]]:
    table = pd.read_parquet(path) if path.suffix == ".parquet" else pd.read_csv(path)
    texts: npt.NDArray[np.object_] = table["text"].dropna().to_numpy()
    titles = table["title"].dropna().tolist() if "title" in table else []
    return list(texts), titles


def main() -> None:
    """Print the table, and with ``--examples`` examples of each register."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="Parquet or CSV with a column `text`")
    parser.add_argument("-n", "--n-texts", type=int, default=1_500, help="texts to make")
    parser.add_argument("--rng", type=int, default=0, help="seed")
    parser.add_argument("--examples", type=int, default=0, help="examples of each register")
    arguments = parser.parse_args()
    if arguments.file is None:
        made = _made(arguments.n_texts, arguments.rng)
        texts, titles = made.text.to_pylist(), made.title.to_pylist()
    else:
        texts, titles = _read(arguments.file)
    print(profile_table(compare(texts, titles)))  # noqa: T201 (a command)
    if arguments.examples:
        print("\n" + examples(arguments.examples, arguments.rng))  # noqa: T201 (a command)


if __name__ == "__main__":
    main()
