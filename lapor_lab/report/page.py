"""The one look of all pages: templates, their filters, what must be said on a cover."""

from collections.abc import Mapping
from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from lapor_lab.calendar import LegalLimit
from lapor_lab.schema import (
    Availability,
    format_bounds,
    format_count,
    format_date,
    format_difference,
    format_estimate,
    format_estimate_interval,
    format_interval,
    format_number,
    format_share,
    label,
    language,
    translate,
)

__all__ = [
    "KIND_SYNTHETIC",
    "cover_notices",
    "is_synthetic",
    "limit_note",
    "measure_definitions",
    "render_macro",
    "render_page",
    "scenario_caption",
]

KIND_SYNTHETIC = "sintetis"
# The scenario in which two ministries of the story bear their real names.
_CASE_STUDY = "kementerian"
# Languages with templates of their own, beside Indonesian.
_TRANSLATED = ("en",)


@cache
def _environment(spoken: str) -> Environment:
    # A template that the language lacks is taken in Indonesian.
    folders = [*([f"templates/{spoken}"] if spoken in _TRANSLATED else []), "templates"]
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("lapor_lab.report", name) for name in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "bounds": format_bounds,
        "count": format_count,
        "css_text": _css_text,
        "date": format_date,
        "estimate": lambda row: format_estimate(
            row["estimate"],
            row["measure"],
            row["availability"],
            bounds=(row["lower"], row["upper"]),
        ),
        "estimate_interval": lambda row: format_estimate_interval(
            row["lower"], row["upper"], row["measure"], row["availability"]
        ),
        "difference": lambda row: format_difference(
            row["difference"], row["lower"], row["upper"], row["measure"]
        ),
        "has_bounds": _has_bounds,
        "interval": format_interval,
        "limit_note": limit_note,
        "number": format_number,
        "said": translate,
        "share": format_share,
        "zip": zip,
        "value": lambda value, measure: format_estimate(value, measure, Availability.AVAILABLE),
    }
    environment.globals |= {"label": label, "language": language}
    return environment


def _has_bounds(columns: Mapping[str, Mapping[str, Mapping[str, object]]]) -> bool:
    cells = (row for rows in columns.values() for row in rows.values())
    return any(row["availability"] == Availability.BOUNDS for row in cells)


def _css_text(text: str) -> str:
    """Keep only what cannot end a CSS string or its style element."""
    return "".join(letter for letter in text if letter not in '"\\<>&\n')


def limit_note(limit: LegalLimit) -> str:
    """Write where a limit was read and what a reader should know of it.

    Parameters
    ----------
    limit : LegalLimit
        One row of the table of limits.

    Returns
    -------
    str
        Source and note.
    """
    return "; ".join(filter(None, (limit.source, limit.note)))


def render_page(template: str, **context: object) -> str:
    """Fill a template.

    Parameters
    ----------
    template : str
        Its name in the folder of templates.
    **context : object
        What it shows.

    Returns
    -------
    str
        A whole page that needs no other file.
    """
    return _environment(language()).get_template(template).render(**context)


def render_macro(template: str, macro: str, *values: object) -> str:
    """Fill one macro of a template.

    Parameters
    ----------
    template : str
        Its name in the folder of templates.
    macro : str
        Its name in the template.
    *values : object
        What it asks for.

    Returns
    -------
    str
        A piece of a page.
    """
    return str(getattr(_environment(language()).get_template(template).module, macro)(*values))


def measure_definitions() -> dict[str, str]:
    """Return what each measure counts.

    Returns
    -------
    dict of str to str
        Sentences by identifier.
    """
    module = _environment(language()).get_template("definitions.html.jinja").module
    return dict(vars(module)["definitions"])


def is_synthetic(provenance: Mapping[str, str]) -> bool:
    """Tell whether what a page shows was made up.

    Parameters
    ----------
    provenance : mapping of str to str
        As a `ComplaintLog` carries it.

    Returns
    -------
    bool
        Whether its kind is ``"sintetis"``.

    Examples
    --------
    >>> is_synthetic({"kind": "nyata"})
    False
    """
    return provenance.get("kind") == KIND_SYNTHETIC


def scenario_caption(provenance: Mapping[str, str]) -> str:
    """Write scenario and seed.

    Parameters
    ----------
    provenance : mapping of str to str
        As a `ComplaintLog` carries it.

    Returns
    -------
    str
        Empty where there is neither.

    Examples
    --------
    >>> scenario_caption({"kind": "sintetis", "scenario": "kementerian", "rng": "0"})
    'skenario kementerian, rng 0'
    """
    if not provenance.keys() & {"scenario", "rng"}:
        return ""
    named = {key: provenance.get(key, "–") for key in ("scenario", "rng")}
    return label("notice.scenario", **named)


def cover_notices(provenance: Mapping[str, str], *, always: tuple[str, ...]) -> list[str]:
    """List what a cover must say, the most important first.

    Parameters
    ----------
    provenance : mapping of str to str
        As a `ComplaintLog` carries it.
    always : tuple of str
        Labels of the notices that this kind of page always bears.

    Returns
    -------
    list of str
        Notices.

    Examples
    --------
    >>> cover_notices({"kind": "sintetis"}, always=("notice.simulation",))
    ['DATA SINTETIS, bukan kinerja sebenarnya', 'simulasi, bukan janji kinerja']
    """
    notices = [label(key) for key in always]
    if provenance.get("scenario") == _CASE_STUDY:
        notices.append(label("notice.case_study"))
    if not is_synthetic(provenance):
        return notices
    caption = scenario_caption(provenance)
    return [label("notice.synthetic") + (f" ({caption})" if caption else ""), *notices]
