"""A fair comparison as a section of a Word document."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lapor_lab.report.comparison_view import ComparisonView
from lapor_lab.report.fair_view import FairView
from lapor_lab.report.page import measure_definitions, render_macro
from lapor_lab.report.picture import Picture
from lapor_lab.report.word import WordDocument
from lapor_lab.schema import OUTSIDE, format_date, label

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["write_fair", "write_picture", "write_profile"]

_PROSE: Final = "fair_prose.html.jinja"
# As large as a picture can be drawn and still be little reduced on A4.
_WIDEST_INCHES, _TALLEST_INCHES = 7.6, 12.2
# Of the height on the page: two pictures and their captions stand on one sheet.
_FLATTER: Final = 0.85


def write_fair(
    document: WordDocument,
    fair: FairView,
    found: "Comparison",
    view: ComparisonView,
    *,
    max_rows: int,
) -> None:
    """Write one compared measure: method, what can be read, pictures, verdicts, checks.

    Parameters
    ----------
    document : WordDocument
        Where it goes, at the end.
    fair : FairView
        The comparison in words.
    found : Comparison
        The same in numbers.
    view : ComparisonView
        The whole that it is part of.
    max_rows : int
        Rows of a table at most; of more institutions only those are listed that lie outside
        the range of their peers.
    """
    document.heading(label("report.fair", measure=fair.title))
    document.facts(
        [
            (label("report.definition"), measure_definitions()[fair.measure]),
            (label("report.as_of"), format_date(view.comparison.as_of)),
            (label("column.denominator"), fair.denominator),
            (label("report.how"), " ".join(fair.method)),
        ]
    )
    document.bullets(fair.sentences)
    if fair.is_refused:
        document.fragment(render_macro(_PROSE, "alternatives_item", view.alternatives))
    for drawn in fair.pictures:
        write_picture(document, drawn.picture, drawn.caption)
    _write_verdicts(document, fair, found, view.grouping, max_rows=max_rows)
    document.fragment(render_macro(_PROSE, "reading_note", fair, view.grouping))
    document.heading(label("report.checks"), 2)
    checks = [(row["name"], f"{row['mark']} {row['status']}", row["reason"]) for row in fair.checks]
    names = [label(f"report.{name}") for name in ("step", "result", "reason")]
    caption = f"{label('report.checks')}: {fair.title}"
    document.table(pd.DataFrame(checks, columns=names, dtype=object), caption, widths=(3, 1.6, 6))
    if len(fair.missing) <= max_rows:
        document.heading(label("report.missing"), 2)
        document.table(
            _missing_table(fair, view.grouping), f"{label('report.missing')}: {fair.title}"
        )


def write_profile(document: WordDocument, view: ComparisonView, *, max_rows: int) -> None:
    """Write several compared measures side by side, and a composite where there is one.

    Parameters
    ----------
    document : WordDocument
        Where they go, at the end.
    view : ComparisonView
        What is shown, with a profile.
    max_rows : int
        Rows of a table at most; a longer one is left to the workbook.
    """
    profile = view.profile
    if profile is None:
        return
    document.heading(label("report.profile_title"))
    document.fragment(render_macro(_PROSE, "profile_note", view.grouping))
    picture = profile.picture.picture
    size = {"width_inches": picture.width_inches, "height_inches": picture.height_inches}
    # Its remarks need the width that it has on the page.
    document.figure(picture.draw, profile.picture.caption, picture.alt, **size)
    if not profile.composite:
        return
    document.heading(label("report.composite_title"), 2)
    document.fragment(render_macro(_PROSE, "composite_note", profile, view.grouping))
    if len(profile.composite) > max_rows:
        return
    names = [view.grouping.capitalize(), label("report.score"), label("report.composite_ranks")]
    rows = [(row["institution"], row["score"], row["ranks"]) for row in profile.composite]
    caption = label("report.composite_by", grouping=view.grouping)
    order = label("report.composite_order")
    document.table(pd.DataFrame(rows, columns=names, dtype=object), f"{caption}. {order}")


def write_picture(document: WordDocument, picture: Picture, caption: str) -> None:
    """Draw a picture of the page in the size of the paper, so that its letters can be read.

    Parameters
    ----------
    document : WordDocument
        Where it goes, at the end.
    picture : Picture
        As the page shows it.
    caption : str
        What it shows.
    """
    document.figure(
        picture.draw,
        caption,
        picture.alt,
        width_inches=min(picture.width_inches, _WIDEST_INCHES),
        height_inches=min(picture.height_inches * _FLATTER, _TALLEST_INCHES),
    )


def _write_verdicts(
    document: WordDocument, fair: FairView, found: "Comparison", grouping: str, *, max_rows: int
) -> None:
    rows = fair.rows
    caption = label("report.verdicts_by", grouping=grouping)
    if len(rows) > max_rows:
        is_outside = found.table["verdict"].isin(OUTSIDE)
        outside = set(found.table.loc[is_outside, "institution"])
        rows = [row for row in rows if row["institution"] in outside][:max_rows]
        caption = label("report.outside_only")
    if not rows:
        return
    order, below = label("report.alphabetical"), label("report.below_each")
    verdicts = _verdict_table(rows, fair, grouping)
    document.table(verdicts, f"{caption}. {order} {below}")
    more = label("report.judged_values")
    table = _value_table(rows, fair, grouping)
    document.table(table, f"{more}. {below}")


def _verdict_table(rows: list[dict[str, Any]], fair: FairView, grouping: str) -> pd.DataFrame:
    fraction = "report.fraction" if fair.has_numerator else "column.denominator"
    return pd.DataFrame(
        {
            grouping.capitalize(): [
                _lines(row["institution"], row["peer_group"] if fair.has_peers else "")
                for row in rows
            ],
            label("column.verdict"): [
                _lines(f"{row['mark']} {row['verdict']}".strip(), row["reason"]) for row in rows
            ],
            label(fraction): [row["fraction"] for row in rows],
            label("column.crude"): [_lines(row["crude"], row["crude_interval"]) for row in rows],
        },
        dtype=object,
    )


def _value_table(rows: list[dict[str, Any]], fair: FairView, grouping: str) -> pd.DataFrame:
    columns = {grouping.capitalize(): [row["institution"] for row in rows]}
    for name in ("adjusted", "shrunken") if fair.is_adjusted else ("shrunken",):
        columns[label(f"report.{name}")] = [
            _lines(row[name], row[f"{name}_interval"]) for row in rows
        ]
    columns[label("column.ranks")] = [_lines(row["ranks"], row["tier"]) for row in rows]
    columns[label("sheet.smallest_effect")] = [row["smallest_effect"] for row in rows]
    if fair.is_share:
        columns[label("report.n_to_benchmark")] = [row["n_to_benchmark"] for row in rows]
    return pd.DataFrame(columns, dtype=object)


def _missing_table(fair: FairView, grouping: str) -> pd.DataFrame:
    columns = {
        grouping.capitalize(): [row["institution"] for row in fair.missing],
        label("report.n_received"): [row["n"] for row in fair.missing],
        label("report.n_judged"): [row["denominator"] for row in fair.missing],
        label("sheet.unknown"): [
            _lines(row["n_unknown"], row["unknown_share"]) for row in fair.missing
        ],
    }
    for place, name in enumerate(fair.missing_columns):
        shares = [row["column_shares"][place] for row in fair.missing]
        columns[label("sheet.without", name=name)] = shares
    columns[label("column.availability")] = [row["availability"] for row in fair.missing]
    return pd.DataFrame(columns, dtype=object)


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
