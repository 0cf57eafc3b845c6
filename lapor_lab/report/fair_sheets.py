"""The tables of one fair comparison as sheets."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import pandas as pd

from lapor_lab.report.excel import Sheet
from lapor_lab.report.fair_rows import verdict_words
from lapor_lab.report.fair_view import FairView
from lapor_lab.schema import JUDGED, Availability, Scale, grouping_names, label, scale_of, translate

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["KIND_OF_SCALE", "checks_sheet", "missing_sheet", "verdict_sheet"]

KIND_OF_SCALE: Final = {Scale.SHARE: "share", Scale.DAYS: "days", Scale.RATING: "number"}
_TOLD: Final = (Availability.AVAILABLE, Availability.BOUNDS)
_TEXTS: Final = ("institution", "peer_group", "verdict", "reason", "tier")
_COUNTS: Final = ("numerator", "denominator", "rank_low", "rank_high", "n_ranked", "n_to_benchmark")
# Told of every row; of the rest only what was judged.
_OF_ALL: Final = ("institution", "peer_group", "verdict", "reason", "numerator", "denominator")


def verdict_sheet(found: "Comparison", fair: FairView, grouping: str, mark: str) -> Sheet:
    """Put verdicts and the numbers behind them on a sheet.

    Parameters
    ----------
    found : Comparison
        Its numbers; of real reports, with the counts of small groups withheld.
    fair : FairView
        The same in words.
    grouping : str
        What makes the groups, in words.
    mark : str
        Behind the sheet's name, where there are several.

    Returns
    -------
    Sheet
        One row an institution; a row that was not judged has its crude value alone.
    """
    table = found.table.reset_index(drop=True)
    is_judged = table["verdict"].isin(JUDGED) & table["rank_low"].notna()
    is_told = table["availability"].isin(_TOLD)
    titles = _verdict_titles(fair, grouping)
    columns = {}
    for name, title in titles.items():
        values = table[name]
        if name.startswith("crude"):
            columns[title] = values.where(is_told)
        else:
            columns[title] = values if name in _OF_ALL else values.where(is_judged)
    told = zip(table["verdict"], table["availability"], strict=True)
    columns[titles["verdict"]] = _texts(verdict_words(*pair) for pair in told)
    tiers = zip(table["tier"], is_judged, strict=True)
    columns[titles["tier"]] = _texts(label(f"tier.{t}") if judged else "" for t, judged in tiers)
    effect = titles["smallest_effect"]
    is_unseen = is_judged & table["smallest_effect"].isna()
    columns[effect] = columns[effect].astype(object).mask(is_unseen, label("fair.effect_unseen"))
    kind = KIND_OF_SCALE[scale_of(found.measure)]
    kinds = dict.fromkeys(_COUNTS, "count") | dict.fromkeys(_TEXTS, "text")
    return Sheet(
        name=label("column.verdict") + mark,
        title=label("report.fair", measure=fair.title),
        frame=pd.DataFrame(columns),
        notes=(fair.denominator, *fair.method, *fair.sentences, label("report.alphabetical")),
        formats={title: kinds.get(name, kind) for name, title in titles.items()},
    )


def _verdict_titles(fair: FairView, grouping: str) -> dict[str, str]:
    values = {"crude": label("column.crude")}
    if fair.is_adjusted:
        values["adjusted"] = label("report.adjusted")
    values["shrunken"] = label("report.shrunken")
    titles = {"institution": grouping.capitalize()}
    if fair.has_peers:
        titles["peer_group"] = label("report.peer_group")
    titles |= {"verdict": label("column.verdict"), "reason": label("report.reason")}
    if fair.has_numerator:
        titles["numerator"] = label("column.numerator")
    titles["denominator"] = label("column.denominator")
    for name, title in values.items():
        titles[name] = title
        for end in ("lower", "upper"):
            titles[f"{name}_{end}"] = label(f"report.{end}", name=title)
    titles["target"] = label("sheet.target")
    titles |= {
        name: label(f"report.{name}") for name in ("rank_low", "rank_high", "n_ranked", "tier")
    }
    titles["smallest_effect"] = label("sheet.smallest_effect")
    if fair.is_share:
        titles |= {name: label(f"report.{name}") for name in ("benchmark", "n_to_benchmark")}
    return titles


def _texts(texts: Iterable[str]) -> pd.Series:
    return pd.Series(list(texts), dtype=object)


def checks_sheet(fair: FairView, mark: str) -> Sheet:
    """Put the steps of the checks on a sheet.

    Parameters
    ----------
    fair : FairView
        The comparison in words.
    mark : str
        Behind the sheet's name, where there are several.

    Returns
    -------
    Sheet
        One row a step.
    """
    titles = {"name": "step", "status": "result", "reason": "reason"}
    frame = pd.DataFrame(fair.checks, columns=list(titles), dtype=object)
    return Sheet(
        name=label("report.checks_short") + mark,
        title=f"{label('report.checks')}: {fair.title}",
        frame=frame.rename(columns={name: label(f"report.{key}") for name, key in titles.items()}),
    )


def missing_sheet(found: "Comparison", fair: FairView, grouping: str, mark: str) -> Sheet:
    """Put what is not known on a sheet.

    Parameters
    ----------
    found : Comparison
        Its numbers; of real reports, with the counts of small groups withheld.
    fair : FairView
        The same in words.
    grouping : str
        What makes the groups, in words.
    mark : str
        Behind the sheet's name, where there are several.

    Returns
    -------
    Sheet
        One row an institution.
    """
    rows = found.missing.sort_values("institution", key=lambda names: names.str.casefold())
    titles = {
        "institution": grouping.capitalize(),
        "n": label("report.n_received"),
        "denominator": label("report.n_judged"),
        "n_unknown": label("sheet.unknown"),
        "unknown_share": label("report.unknown_share"),
    }
    for name, told in zip(found.adjusted_by, grouping_names(found.adjusted_by), strict=True):
        titles[f"{name}_missing_share"] = label("sheet.without", name=told)
    titles["availability"] = label("column.availability")
    kinds = {"institution": "text", "availability": "text"}
    return Sheet(
        name=label("report.missing") + mark,
        title=f"{label('report.missing')}: {fair.title}",
        frame=rows[list(titles)]
        .assign(availability=rows["availability"].map(translate))
        .rename(columns=titles),
        formats={
            title: kinds.get(name, "share" if name.endswith("_share") else "count")
            for name, title in titles.items()
        },
    )
