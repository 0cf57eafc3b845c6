"""What decides a result decides its key."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from types import MappingProxyType

import pytest

from lapor_lab.exchange.order_key import order_key


class Kind(Enum):
    """A value with a name."""

    FIRST = "pertama"


@dataclass(frozen=True)
class Order:
    """What may be part of an order."""

    name: str = "a"
    share: float = 0.1
    day: date = date(2022, 8, 15)
    kinds: tuple[Kind, ...] = (Kind.FIRST,)
    shares: Mapping[str, float] = field(
        default_factory=lambda: MappingProxyType({"x": 1.0, "y": 2.0})
    )


def test_equal_orders_have_one_key() -> None:
    """The order of a mapping means nothing, and neither does where it was made."""
    turned = Order(shares=MappingProxyType({"y": 2.0, "x": 1.0}))
    assert order_key(order=Order(), rng=1) == order_key(rng=1, order=turned)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "b"},
        {"share": 0.1000001},
        {"day": date(2022, 8, 16)},
        {"kinds": ()},
        {"shares": MappingProxyType({"x": 1.0, "y": 2.5})},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_change_changes_the_key(change: dict[str, object]) -> None:
    """Each field decides."""
    assert order_key(order=replace(Order(), **change)) != order_key(order=Order())  # type: ignore[arg-type]


def test_none_is_not_nothing() -> None:
    """An open size, a size and no size are three orders."""
    assert len({order_key(n=None), order_key(n=0), order_key()}) == 3


def test_what_has_no_plain_value_is_refused() -> None:
    """A function may change without a trace."""
    with pytest.raises(TypeError, match=r"^a builtin_function_or_method is no part of an order$"):
        order_key(task=len)
