"""Complaint texts in the style of SP4N-LAPOR!, whose best attainable accuracy is known."""

from typing import Final, cast

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lapor_lab.synthetic.text_kinds import draw_facts, draw_labels
from lapor_lab.synthetic.text_pools import Pools, load_pools
from lapor_lab.synthetic.text_profile import TextProfile
from lapor_lab.synthetic.text_topics import Values, covered_topics, subtopic_numbers
from lapor_lab.synthetic.text_writer import write_texts

__all__ = ["covered_topics", "make_texts"]

Integers = npt.NDArray[np.int64]
# Asumsi. Title case 0.6, sentence case, capitals 0.03: between two sets of real titles.
_TITLE_FORMS: Final = (0.6, 0.97)
_TITLE_PLACE_SHARE: Final = 0.3
_PROVINCE_SHARE: Final = 0.25


def make_texts(
    topic: Values,
    subtopic: Values,
    province: Values,
    regency: Values,
    rng: np.random.Generator,
    *,
    profile: TextProfile | None = None,
) -> pd.DataFrame:
    """Make a title and a text for each case, and the label that it bears.

    Salutation, place, length, spelling and typos do not depend on the topic, so that
    `text_ceiling.text_ceiling` can say what the best classifier reaches.

    Parameters
    ----------
    topic : array of str of shape (n_cases,)
        True main topic.
    subtopic : array of str of shape (n_cases,)
        True sub-topic; missing for "Topik Lainnya".
    province, regency : array of str of shape (n_cases,)
        Where the case lies; missing values are not named in the text.
    rng : Generator
        Source of randomness.
    profile : TextProfile, default=None
        Shares of everything; None is the standard one.

    Returns
    -------
    DataFrame of shape (n_cases, 4)
        Columns `title`, `text`, `observed_topic` and `template_family`.

    Raises
    ------
    UnknownNameError
        If no fragments exist for a topic or for a sub-topic of it.

    Examples
    --------
    >>> made = make_texts(["Kesehatan"], ["Antrian Lama"], ["Banten"], ["Kota Serang"],
    ...                   np.random.default_rng(1))
    >>> list(made.columns), made["template_family"][0].split("/")[0]
    (['title', 'text', 'observed_topic', 'template_family'], 'Antrian Lama')
    """
    profile = profile or TextProfile()
    pools = load_pools()
    numbers = subtopic_numbers(topic, subtopic)
    facts = draw_facts(numbers, pools, profile, rng)
    labels = draw_labels(pools.main_of_subtopic[numbers], pools, profile.label_noise_share, rng)
    regencies, places = _places(regency, province, rng)
    text = write_texts(facts, places, pools, profile, rng)
    title = _titles(facts.first, regencies, pools, rng)
    made = pa.table(
        {
            "title": title.cast(pa.string()),
            "text": text,
            "observed_topic": pa.array(pools.main_topics).take(pa.array(labels)),
            "template_family": pa.array(pools.family_names).take(pa.array(facts.main)),
        }
    )
    return cast("pd.DataFrame", made.to_pandas())


def _places(
    regency: Values, province: Values, rng: np.random.Generator
) -> tuple[pa.Array, pa.Array]:
    """Regency (or null), and regency with the province behind it in some texts."""
    regencies = pa.array(pd.Series(regency, dtype=object), pa.string(), from_pandas=True)
    provinces = pa.array(pd.Series(province, dtype=object), pa.string(), from_pandas=True)
    is_named = pa.array(rng.random(len(regencies)) < _PROVINCE_SHARE)
    full = pc.binary_join_element_wise(regencies, provinces, " ")
    return regencies, pc.if_else(pc.and_(is_named, pc.is_valid(provinces)), full, regencies)


def _titles(
    first: Integers, regencies: pa.Array, pools: Pools, rng: np.random.Generator
) -> pa.Array:
    form = np.searchsorted(_TITLE_FORMS, rng.random(len(first)), side="right")
    title = pools.titles.take(pa.array(3 * first + form))
    is_named = pa.array(rng.random(len(first)) < _TITLE_PLACE_SHARE)
    named = pc.if_else(is_named, regencies, pa.scalar(None, pa.string()))
    return pc.binary_join_element_wise(title, named, " ", null_handling="skip")
