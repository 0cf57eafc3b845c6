"""Keys and values of a table of a scenario file, laid over others, each with its place."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, Self

from lapor_lab.errors import InputFileError

__all__ = ["SOURCE", "ScenarioLayer"]

SOURCE: Final = "source"


class ScenarioLayer:
    """Keys and values of a table, and the place that each comes from.

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

    def __init__(
        self,
        path: str,
        place: str,
        values: Mapping[str, Any],
        places: Mapping[str, str] | None = None,
    ) -> None:
        self._path = path
        self._place = place
        self._values = values
        self._places = places or {}

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
                raise self.error("scenario_key", key, allowed=", ".join(sorted(allowed)))

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
            if key != SOURCE and key not in exempt and not sources.get(key, "").strip():
                raise self.error("scenario_source", key)

    def sources(self) -> dict[str, str]:
        """Return where each value comes from.

        Returns
        -------
        dict of str to str
            Source by key.
        """
        given = self.value(SOURCE, dict) if SOURCE in self._values else {}
        return {key: str(text) for key, text in given.items()}

    def values(self) -> dict[str, Any]:
        """Return all keys and values, unchecked.

        Returns
        -------
        dict of str to object
            A copy.
        """
        return dict(self._values)

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
            raise self.error("scenario_missing", key)
        value = self._values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self.refusal(key, kind.__name__, value)
        return value

    def over(self, defaults: "ScenarioLayer") -> Self:
        """Return this table, filled up from another.

        Parameters
        ----------
        defaults : ScenarioLayer
            What holds where this table says nothing.

        Returns
        -------
        ScenarioLayer
            A new table; a message about a value from `defaults` names its place there.
        """
        beneath = defaults.values()
        values = {**beneath, **self._values, SOURCE: defaults.sources() | self.sources()}
        filled = {key: defaults.layer_of(key) for key in beneath if key not in self._values}
        return type(self)(self._path, self._place, values, {**self._places, **filled})

    def only(self, values: Mapping[str, Any]) -> Self:
        """Return a table of the same place that holds other values.

        Parameters
        ----------
        values : mapping of str to object
            All that it holds.

        Returns
        -------
        ScenarioLayer
            A new table.
        """
        return type(self)(self._path, self._place, values)

    def error(self, code: str, key: str, **values: object) -> InputFileError:
        """Return an error that names the place of a key.

        Parameters
        ----------
        code : str
            Code of the message.
        key : str
            The key.
        **values : object
            What else the message tells.

        Returns
        -------
        InputFileError
            To be raised.
        """
        return InputFileError(code, path=self._path, key=self.place_of(key), **values)

    def refusal(self, key: str, allowed: str, value: object) -> InputFileError:
        """Return the error that refuses a value.

        Parameters
        ----------
        key : str
            Its key.
        allowed : str
            What it may be.
        value : object
            What stands there.

        Returns
        -------
        InputFileError
            To be raised.
        """
        return self.error("scenario_value", key, allowed=allowed, value=value)

    def place_of(self, key: str) -> str:
        """Return where a key stands in the file.

        Parameters
        ----------
        key : str
            The key, or a dotted one that begins with it.

        Returns
        -------
        str
            Its table and itself, joined by dots.
        """
        layer = self.layer_of(key.split(".", 1)[0])
        return f"{layer}.{key}" if layer else key

    def layer_of(self, key: str) -> str:
        """Return the table that a key comes from.

        Parameters
        ----------
        key : str
            The key.

        Returns
        -------
        str
            Name of the table in the file.
        """
        return self._places.get(key, self._place)
