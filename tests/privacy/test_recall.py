"""What masking finds and what it eats, on invented texts written apart from it.

The texts of a and b were looked at while the rules were made. Those of c were not until they had
been measured once: names 0.978, NIK, phone and e-mail 1.000, false alarms 5 of 350. Three of these
five, by two causes, were mended afterwards.
"""

from collections import Counter
from pathlib import Path
from typing import Final

import pandas as pd
import pytest

from lapor_lab.privacy import mask_texts

DATA: Final = Path(__file__).parents[1] / "data"
LEAST_RECALL: Final = {"NIK": 0.99, "TELEPON": 0.99, "SUREL": 0.99, "NAMA": 0.9}
MOST_FALSE_ALARMS: Final = 0.01
LEAST_RUN: Final = 4


def read_part(part: str) -> pd.DataFrame:
    """Read planted values, one a row; `kind` is empty where a text holds none."""
    path = DATA / f"data_pribadi_{part}.csv"
    if not path.is_file():
        pytest.skip(f"no {path.name}")
    return pd.read_csv(path, dtype=str, keep_default_na=False).assign(path=path.name)


def survives(value: str, masked: str) -> bool:
    """Whether a run of half the value, and of four characters at least, can still be read."""
    n = min(max((len(value) + 1) // 2, LEAST_RUN), len(value))
    return any(value[i : i + n] in masked for i in range(len(value) - n + 1))


def measure(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the planted values that survive, and the clean texts that were changed."""
    texts = rows.drop_duplicates("text_id").set_index("text_id")["text"]
    masked, _ = mask_texts(texts)
    planted = rows[rows["kind"] != ""].assign(masked=lambda r: r["text_id"].map(masked))
    lost = [survives(v, m) for v, m in zip(planted["value"], planted["masked"], strict=True)]
    clean = rows.loc[rows["kind"] == "", "text_id"].unique()
    both = pd.DataFrame({"text": texts[clean], "masked": masked[clean]})
    return planted[lost], both[both["text"] != both["masked"]]


def summary(rows: pd.DataFrame) -> tuple[dict[str, float], float, str]:
    """Return recall by kind, the share of false alarms, and both in words."""
    missed, eaten = measure(rows)
    n = Counter(rows.loc[rows["kind"] != "", "kind"])
    n_missed = Counter(missed["kind"])
    recall = {kind: 1 - n_missed[kind] / n[kind] for kind in sorted(n)}
    n_clean = rows.loc[rows["kind"] == "", "text_id"].nunique()
    false_alarms = len(eaten) / n_clean
    lines = [
        f"{kind}: {n[kind] - n_missed[kind]} of {n[kind]} = {recall[kind]:.3f}" for kind in recall
    ]
    lines.append(f"false alarms: {len(eaten)} of {n_clean} = {false_alarms:.3f}")
    return recall, false_alarms, "\n".join(lines)


@pytest.mark.parametrize("part", ["a", "b", "c"])
def test_recall_and_false_alarms(part: str) -> None:
    """Nearly all planted numbers and nine names in ten go, and clean texts stay as they are."""
    recall, false_alarms, said = summary(read_part(part))

    assert {k: recall[k] for k, least in LEAST_RECALL.items() if recall[k] < least} == {}, said
    assert false_alarms <= MOST_FALSE_ALARMS, said
