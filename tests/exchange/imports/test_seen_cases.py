"""Cases that were met before."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.exchange.imports.seen_cases import SeenCases


@given(st.lists(st.lists(st.integers(0, 60).map(str), unique=True, max_size=20), max_size=8))
def test_it_agrees_with_a_dictionary(tables: list[list[str]]) -> None:
    """What it says of every case is what a dictionary of first places says."""
    seen, places = SeenCases(), {}
    for source, ids in enumerate(tables):
        case_ids = pd.Series(ids, index=range(7, 7 + len(ids)), dtype="str")
        found = seen.find(case_ids)
        expected = [places.get(i, (-1, -1)) for i in ids]
        assert list(found.itertuples(index=False, name=None)) == expected
        new = case_ids[(found["source"] < 0).to_numpy()]
        seen.add(new, source)
        places.update({i: (source, row) for row, i in new.items()})
