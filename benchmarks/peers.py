"""What the maker is measured against: each peer does its own work, at its own pace."""

from collections.abc import Callable, Generator
from typing import Final

import ciw
import numpy as np
import simpy
from faker import Faker
from mimesis import Generic
from mimesis.locales import Locale

__all__ = ["PEERS", "Peer"]

# Runs a number of units once; what it returns is not looked at.
Peer = Callable[[int], object]

N_SERVERS: Final = 5
ARRIVAL_RATE: Final = 4.5
SEED: Final = 20220815


def faker_four_fields(n_rows: int) -> list[tuple[str, str, str, str]]:
    """Make name, address, phone number and a text of lorem ipsum with Faker, in Indonesian.

    Parameters
    ----------
    n_rows : int
        How many.

    Returns
    -------
    list of tuple of str
        The rows.
    """
    fake = Faker("id_ID")
    fake.seed_instance(SEED)
    return [(fake.name(), fake.address(), fake.phone_number(), fake.text()) for _ in range(n_rows)]


def mimesis_four_fields(n_rows: int) -> list[tuple[str, str, str, str]]:
    """Make the same with Mimesis, in English, as it has no Indonesian.

    Parameters
    ----------
    n_rows : int
        How many.

    Returns
    -------
    list of tuple of str
        The rows.
    """
    made = Generic(locale=Locale.EN, seed=SEED)
    person, place, words = made.person, made.address, made.text
    return [
        (person.full_name(), place.address(), person.phone_number(), words.text())
        for _ in range(n_rows)
    ]


def simpy_queue(n_customers: int) -> float:
    """Serve customers of one M/M/5 queue with SimPy, and nothing else.

    Parameters
    ----------
    n_customers : int
        How many.

    Returns
    -------
    float
        When the last of them left.
    """
    rng = np.random.default_rng(SEED)
    gaps = (rng.standard_exponential(n_customers) / ARRIVAL_RATE).tolist()
    services = rng.standard_exponential(n_customers).tolist()
    environment = simpy.Environment()
    servers = simpy.Resource(environment, N_SERVERS)

    def customer(service: float) -> Generator[simpy.Event]:
        with servers.request() as turn:
            yield turn
            yield environment.timeout(service)

    def arrivals() -> Generator[simpy.Event]:
        for gap, service in zip(gaps, services, strict=True):
            yield environment.timeout(gap)
            environment.process(customer(service))

    environment.process(arrivals())
    environment.run()
    return float(environment.now)


def ciw_queue(n_customers: int) -> int:
    """Serve customers of one M/M/5 queue with Ciw, and nothing else.

    Parameters
    ----------
    n_customers : int
        How many.

    Returns
    -------
    int
        Customers that left.
    """
    ciw.seed(SEED)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(ARRIVAL_RATE)],
        service_distributions=[ciw.dists.Exponential(1.0)],
        number_of_servers=[N_SERVERS],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(n_customers, method="Finish")
    return len(simulation.nodes[-1].all_individuals)


# Units of one repeat: about a second of work each.
PEERS: Final[dict[str, tuple[Peer, int, str]]] = {
    "Faker": (faker_four_fields, 8_000, "rows of name, address, phone, text"),
    "Mimesis": (mimesis_four_fields, 40_000, "rows of name, address, phone, text (English)"),
    "SimPy": (simpy_queue, 60_000, "customers of one bare M/M/5 queue"),
    "Ciw": (ciw_queue, 20_000, "customers of one bare M/M/5 queue"),
}
