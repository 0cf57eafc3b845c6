"""One table of a scenario file, which knows its place, so that a message can name it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.scenario_files.scenario_layer import ScenarioLayer

__all__ = ["ScenarioTable"]

_Built = TypeVar("_Built")


class ScenarioTable(ScenarioLayer):
    """Keys and values, checked as they are read.

    Parameters
    ----------
    path : str
        Name of the file.
    place : str
        Name of the table in the file; empty for the file itself.
    values : mapping of str to object
        What the table holds.
    places : mapping of str to str, default=None
        Names of the tables that single keys come from; None if all are from `place`.
    """

    def text(self, key: str) -> str:
        """Return a text.

        Parameters
        ----------
        key : str
            Its key.

        Returns
        -------
        str
            The text.

        Raises
        ------
        InputFileError
            If it is missing or no text.
        """
        text: str = self.value(key, str)
        return text

    def typed(self, key: str, model: type) -> Any:
        """Return a value of the type that a field of a model has.

        Parameters
        ----------
        key : str
            Key of the value and name of the field.
        model : type
            A dataclass.

        Returns
        -------
        object
            The value; a list becomes a tuple.

        Raises
        ------
        InputFileError
            If it is missing or of another type.
        """
        kind = _kinds(model)[key]
        if kind is float:
            if isinstance(self._values.get(key), int):
                return float(self.value(key, int))
            return self.value(key, float)
        if isinstance(kind, type):
            return self.value(key, kind)
        if getattr(kind, "__origin__", None) is tuple:
            return tuple(self._number(key, v) for v in self.value(key, list))
        return {name: self._number(key, v) for name, v in self.value(key, dict).items()}

    def choice(self, key: str, allowed: Iterable[str]) -> str:
        """Return a text that must be one of a few.

        Parameters
        ----------
        key : str
            Its key.
        allowed : iterable of str
            What it may be.

        Returns
        -------
        str
            One of `allowed`.

        Raises
        ------
        InputFileError
            If it is missing or another.
        """
        text = self.text(key)
        if text not in set(allowed):
            raise self.refusal(key, " | ".join(allowed), text)
        return text

    def whole(self, key: str, *, default: int | None = None) -> int:
        """Return a whole number.

        Parameters
        ----------
        key : str
            Its key.
        default : int or None, default=None
            What holds where the key is missing; None refuses that.

        Returns
        -------
        int
            The number.

        Raises
        ------
        InputFileError
            If it is missing or none.
        """
        if default is not None and key not in self._values:
            return default
        number: int = self.value(key, int)
        return number

    def number(self, key: str) -> float:
        """Return a number.

        Parameters
        ----------
        key : str
            Its key.

        Returns
        -------
        float
            The number.

        Raises
        ------
        InputFileError
            If it is missing or none.
        """
        return self._number(key, self.value(key, object))

    def utilisation(self, key: str) -> float | None:
        """Return a utilisation.

        Parameters
        ----------
        key : str
            Its key.

        Returns
        -------
        float or None
            A share of capacity; None where the key is missing.

        Raises
        ------
        InputFileError
            If it is not above 0 and at most 1.
        """
        if not self.has(key):
            return None
        share = self.number(key)
        if not 0 < share <= 1:
            raise self.refusal(key, "> 0 … 1", share)
        return share

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is missing.

        Parameters
        ----------
        key : str
            Its key.

        Returns
        -------
        tuple of str
            The texts.

        Raises
        ------
        InputFileError
            If it is no list of texts.
        """
        if key not in self._values:
            return ()
        for text in self.value(key, list):
            if not isinstance(text, str):
                raise self.refusal(key, "str", text)
        return tuple(self.value(key, list))

    def tables(self, key: str) -> list["ScenarioTable"]:
        """Return the tables below a key.

        Parameters
        ----------
        key : str
            Key of a list of tables.

        Returns
        -------
        list of ScenarioTable
            In the order of the file.

        Raises
        ------
        InputFileError
            If there is no such list.
        """
        rows = self.value(key, list)
        for row in rows:
            if not isinstance(row, dict):
                raise self.refusal(key, "table", row)
        places = [str(row.get("id", position)) for position, row in enumerate(rows, start=1)]
        return [
            ScenarioTable(self._path, f"{self.place_of(key)}.{place}", row)
            for place, row in zip(places, rows, strict=True)
        ]

    def table(self, key: str) -> "ScenarioTable":
        """Return the table below a key.

        Parameters
        ----------
        key : str
            Its key.

        Returns
        -------
        ScenarioTable
            The table.

        Raises
        ------
        InputFileError
            If there is none.
        """
        return ScenarioTable(self._path, self.place_of(key), self.value(key, dict))

    def tables_by_name(self, key: str) -> dict[str, "ScenarioTable"]:
        """Return the named tables below a key.

        Parameters
        ----------
        key : str
            Key of a table of tables.

        Returns
        -------
        dict of str to ScenarioTable
            By name; none where the key is missing.

        Raises
        ------
        InputFileError
            If one of them is no table.
        """
        if not self.has(key):
            return {}
        below = self.table(key)
        return {name: below.table(name) for name in below.values()}

    def build(self, model: type[_Built], **values: object) -> _Built:
        """Make a model; a value that it refuses is named with its place.

        Parameters
        ----------
        model : type
            What to make.
        **values : object
            Its arguments.

        Returns
        -------
        object
            The model.

        Raises
        ------
        InputFileError
            If a value lies outside its range.
        """
        try:
            return model(**values)
        except ParameterError as error:
            name, allowed = str(error.values["name"]), str(error.values["allowed"])
            raise self.refusal(name, allowed, error.values["value"]) from error

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self.refusal(key, "float", value)
        return float(value)


@cache
def _kinds(model: type) -> Mapping[str, Any]:
    return {field.name: field.type for field in fields(model)}
