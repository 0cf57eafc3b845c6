"""One table of a scenario file, which knows its place, so that a message can name it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from typing import Any, Final, TypeVar

from lapor_lab.errors import InputFileError, ParameterError

__all__ = ["ScenarioTable"]

_SOURCE: Final = "source"
_Built = TypeVar("_Built")


class ScenarioTable:
    """Keys and values, checked as they are read.

    Parameters
    ----------
    path : str
        Name of the file.
    place : str
        Name of the table in the file; empty for the file itself.
    values : mapping of str to object
        What the table holds.
    """

    def __init__(self, path: str, place: str, values: Mapping[str, Any]) -> None:
        self._path = path
        self._place = place
        self._values = values

    def check_keys(self, allowed: AbstractSet[str]) -> None:
        """Refuse a key that is not known.

        Parameters
        ----------
        allowed : set of str
            All known keys.

        Raises
        ------
        InputFileError
            If the table has another.
        """
        for key in self._values:
            if key not in allowed:
                raise InputFileError(
                    "scenario_key",
                    path=self._path,
                    key=self._name(key),
                    allowed=", ".join(sorted(allowed)),
                )

    def check_sources(self, exempt: AbstractSet[str]) -> None:
        """Refuse a value that does not say where it comes from.

        Parameters
        ----------
        exempt : set of str
            Keys that need no source.

        Raises
        ------
        InputFileError
            If a key has no text in the table's `source`.
        """
        sources = self.sources()
        for key in self._values:
            if key != _SOURCE and key not in exempt and not sources.get(key, "").strip():
                raise InputFileError("scenario_source", path=self._path, key=self._name(key))

    def sources(self) -> dict[str, str]:
        """Return where each value comes from.

        Returns
        -------
        dict of str to str
            Source by key.
        """
        return {key: str(text) for key, text in self._values.get(_SOURCE, {}).items()}

    def values(self) -> dict[str, Any]:
        """Return all keys and values, unchecked.

        Returns
        -------
        dict of str to object
            A copy.
        """
        return dict(self._values)

    def over(self, defaults: "ScenarioTable") -> "ScenarioTable":
        """Return this table, filled up from another.

        Parameters
        ----------
        defaults : ScenarioTable
            What holds where this table says nothing.

        Returns
        -------
        ScenarioTable
            A new table with the place of this one.
        """
        return ScenarioTable(self._path, self._place, {**defaults.values(), **self._values})

    def value(self, key: str, kind: type) -> Any:
        """Return a value of a given type.

        Parameters
        ----------
        key : str
            Its key.
        kind : type
            What it must be.

        Returns
        -------
        object
            The value.

        Raises
        ------
        InputFileError
            If it is missing or of another type.
        """
        if key not in self._values:
            raise InputFileError("scenario_missing", path=self._path, key=self._name(key))
        value = self._values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self._wrong(key, kind.__name__, value)
        return value

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
        kind = next(field.type for field in fields(model) if field.name == key)
        if kind is float:
            if isinstance(self._values.get(key), int):
                return float(self.value(key, int))
            return self.value(key, float)
        if isinstance(kind, type):
            return self.value(key, kind)
        if getattr(kind, "__origin__", None) is tuple:
            return tuple(self._number(key, v) for v in self.value(key, list))
        return {name: self._number(key, v) for name, v in self.value(key, dict).items()}

    def has(self, key: str) -> bool:
        """Return whether the table has a key.

        Parameters
        ----------
        key : str
            The key.

        Returns
        -------
        bool
            True if it is there.
        """
        return key in self._values

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
            raise self._wrong(key, " | ".join(allowed), text)
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
                raise self._wrong(key, "str", text)
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
                raise self._wrong(key, "table", row)
        places = [str(row.get("id", position)) for position, row in enumerate(rows, start=1)]
        return [
            ScenarioTable(self._path, f"{self._name(key)}.{place}", row)
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
        return ScenarioTable(self._path, self._name(key), self.value(key, dict))

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
            raise self._wrong(name, allowed, error.values["value"]) from error

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self._wrong(key, "float", value)
        return float(value)

    def _wrong(self, key: str, allowed: str, value: object) -> InputFileError:
        return InputFileError(
            "scenario_value", path=self._path, key=self._name(key), allowed=allowed, value=value
        )

    def _name(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key
