"""Every exception and warning that the package raises.

A message is written twice, once for each reader: in English here, for who calls the API,
and in Indonesian in the label catalogue under ``error.<code>``, for who types a command.
Both are filled from the same `values`.
"""

from functools import partial
from typing import Any, Final

__all__ = [
    "MESSAGES",
    "ColumnNotFoundError",
    "InputFileError",
    "LaporLabError",
    "OptionalDependencyError",
    "OutputError",
    "ParameterError",
    "UnknownNameError",
]

MESSAGES: Final = {
    "assessment_out": "The folder of the result is missing. Write it: `--out penilaian`.",
    "association_few": (
        "An association needs at least {minimum} institutions that have a level and an outcome, "
        "got {n}. Add institutions, or show both side by side without a correlation."
    ),
    "cell_too_long": (
        "{path}, row {row}, column {column!r}: the cell holds more than {allowed} characters, "
        "which no spreadsheet can. Shorten it, or close the quotation mark before it."
    ),
    "column_missing": (
        "{path}: column(s) {missing} not found; it has {found}. Rename yours or name another."
    ),
    "by_missing": ("`by` must be a column of the cases, got {column!r}. Choose one of {found}."),
    "event_log_alone": (
        "{path}: is an event log, which is imported alone. Import the other files apart."
    ),
    "events_absent": (
        "The log holds no events, so that its process cannot be told. Import an event log, or make "
        "one with `lapor-lab generate`."
    ),
    "file_bomb": (
        "{path}: would unpack to more than a table needs ({value}). Save it anew as .xlsx in a "
        "spreadsheet program, in parts if it is large."
    ),
    "file_disguised": (
        "{path}: its content is of another kind ({found}). Save it as .xlsx or .csv in the "
        "program that made it, or give it the ending of what it is."
    ),
    "file_locked": "{path}: is protected by a password. Save it without one.",
    "file_macro": "{path}: holds macros, which are never opened. Save it as .xlsx without macros.",
    "file_missing": "{path}: no such file or folder. Check the path.",
    "file_unreadable": "{path}: cannot be read ({reason}). Give a {allowed} file.",
    "file_empty": "{path}: holds no row. Give a file with a header and at least one row.",
    "file_kind": "{path}: unknown kind of input. Give {allowed}.",
    "file_no_date": (
        "{path}: bears no date, and holds no time to tell it from. Give `as_of` for this file."
    ),
    "folder_empty": "{path}: holds no file to read. Put {allowed} files there or name another.",
    "mapping_uncertain": (
        "{path}: the meaning of its columns cannot be told for certain. Write them down in a "
        "TOML file and give that as mapping."
    ),
    "not_a_form": (
        "{path}: is no assessment form. Write a blank one with "
        "`lapor-lab assess --form penilaian.xlsx`, and fill that in."
    ),
    "not_an_import": "{path}: was not made by `lapor-lab import`, so nothing was removed.",
    "option_missing": "`{option}` is missing. Give it.",
    "file_no_row": (
        "{path}: none of the {n_rows} rows can be used; the first says: {reason}. Mend the file."
    ),
    "as_of_after_data": (
        "`as_of` must not be later than the data, got {as_of}; {path} ends at {last}. "
        "Choose an earlier date."
    ),
    "option_date": "`{option}` must be a date like 2022-08-15, got {value!r}.",
    "option_number": "`{option}` must be a number, got {value!r}. Write 0.9 for 90 %.",
    "institution_needed": (
        "The data hold several institutions. Name one of {allowed} with `institution`."
    ),
    "whatif_institution": "Name the institution with `--institution`. Choose one of {allowed}.",
    "whatif_world": "Name a scenario, or give data with `--data`.",
    "option_whole_number": (
        "`{option}` must be a whole number of at least {minimum}, got {value!r}."
    ),
    "events_missing": (
        "{path}: the log holds no events, so that it cannot be written as one of events. "
        "Write its cases as .csv or .parquet."
    ),
    "too_short_to_calibrate": (
        "{path}: spans {n} day(s) up to its date; {smallest} are needed to estimate a year. "
        "Give a longer period."
    ),
    "too_few_to_calibrate": (
        "{path}: holds {n} report(s) of the institution; {smallest} are needed to estimate "
        "anything. Give a longer period."
    ),
    "form_or_example": (
        "Give one form, or `--example` without a form. A blank form: "
        "`lapor-lab assess --form form.xlsx`."
    ),
    "header_is_data": (
        "{path}, row {row}: the name of column {position} looks like data. "
        "Put a row with the names of the columns above the data."
    ),
    "mapping_key": "{path}: unknown key `{key}`. Choose one of {allowed}.",
    "mapping_missing": "{path}: `{key}` is missing. Add it.",
    "mapping_value": "{path}: `{key}` must be {allowed}, got {value!r}. Mend that line.",
    "not_before_as_of": (
        "{path}: no case was submitted before `as_of` {as_of}; the first is of {first}. "
        "Choose a later date."
    ),
    "output_is_input": "{path}: is the file that is read. Choose another name for the result.",
    "output_kind": "{path}: must end in {allowed}. Choose one of them.",
    "output_unwritable": "{path}: cannot be written ({reason}). Choose another place.",
    "output_busy": (
        "{path}: is being written by another run (process {pid}). Wait until it has ended, or "
        "choose another name."
    ),
    "output_edited": (
        "{path}: {name} was changed since it was written, or is none of the kit's. Choose another "
        "folder, or move that file away first."
    ),
    "output_exists": "{path}: exists and is not a folder made by lapor-lab. Choose another name.",
    "parameter_range": "`{name}` must be {allowed}, got {value!r}. {remedy}",
    "peers_lacking": (
        "{n} institution(s) have no peer group, the first is {value!r}. Add them to the file."
    ),
    "quote_open": (
        "{path}, row {row}: a quotation mark is opened and not closed, or stands single within "
        "a quoted cell. Close it or double it."
    ),
    "row_repeated": (
        "{path}, line {line}: `{column}` {value!r} stands twice for the same thing. Keep one."
    ),
    "row_value": (
        "{path}, line {line}: `{column}` must be {allowed}, got {value!r}. Mend that line."
    ),
    "row_weekend": (
        "{path}, line {line}: {value!r} is a Saturday or Sunday, which `{action}` cannot open. "
        "Name a day from Monday to Friday."
    ),
    "row_width": (
        "{path}, line {line}: {n_found} cells, but the header has {n_expected}. "
        "Put text that holds a comma between quotes."
    ),
    "scenario_key": "{path}: unknown key `{key}`. Choose one of {allowed}.",
    "scenario_missing": "{path}: `{key}` is missing. Add it.",
    "scenario_sensitive": (
        "{path}: `{key}` is a sensitive topic, which is off by default. "
        "Remove it, or write allow_sensitive = true under [scenario]."
    ),
    "scenario_source": (
        "{path}: `{key}` has no source. Write in the table's `source` where it comes from, "
        'or "asumsi".'
    ),
    "scenario_value": "{path}: `{key}` must be {allowed}, got {value!r}. Mend that line.",
    "several_tables": ("{path}: holds {n} sheets with a table. Save each as a file of its own."),
    "table_too_wide": (
        "{path}: {value} columns, but at most {allowed} are read. Remove the empty columns."
    ),
    "unknown_name": "Unknown {kind} {value!r}. Choose one of {allowed}.",
    "not_installed": "{package} is not installed. Run: {command}",
    "work_shape": "`{name}` must have shape {allowed}, got {value}.",
}


class LaporLabError(ValueError):
    """Any failure that a user can mend.

    Parameters
    ----------
    code : str
        Key of the message, in `MESSAGES` and (as ``error.<code>``) in the label catalogue.
    **values : object
        What the message's placeholders are filled with.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(MESSAGES[code].format(**values))
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        # Made again from code and values where another process takes it.
        return partial(type(self), self.code, **self.values), ()


class ParameterError(LaporLabError):
    """An argument lies outside its range."""


class UnknownNameError(LaporLabError):
    """A name (scenario, institution, practice, topic) is not one that is known."""


class ColumnNotFoundError(LaporLabError):
    """A table lacks a column that was asked for."""


class InputFileError(LaporLabError):
    """A file or folder cannot be read as what it should be."""


class OutputError(LaporLabError):
    """A result cannot be written where it should go."""


class OptionalDependencyError(LaporLabError):
    """A part of the kit needs a package that is not installed."""
