"""What fills the gaps of a fragment: names, numbers, places, dates; nothing of it is real.

NIK begin with province code 00, which does not exist. Telephone numbers begin with 084: no
operator has it (national numbering as in libphonenumber 9.0: mobile numbers are
8[1-35-9]...). E-mail addresses end in ``.invalid``, which RFC 2606 keeps out of the network.
Names come from the frozen pool of names, places are put together from parts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from lapor_lab.synthetic.persons import load_names
from lapor_lab.synthetic.places import PROVINCES, REGENCIES
from lapor_lab.synthetic.text.invented_places import (
    invented_streets,
    invented_villages,
    place_phrases,
)

__all__ = [
    "DAYS_PER_MONTH",
    "FIRST_YEAR",
    "MONTHS",
    "PLANTED",
    "SLOTS",
    "Atom",
    "Key",
    "atom_pools",
]


class Key(IntEnum):
    """What decides the value of an atom: the same key gives the same value."""

    REPORTER = 0
    TEXT = 1
    PLACE = 2
    OCCURRENCE = 3
    DATE = 4
    REGENCY = 5
    PROVINCE = 6


@dataclass(frozen=True)
class Atom:
    """One kind of value.

    Parameters
    ----------
    name : str
        Name within templates.
    key : Key
        What decides the value.
    """

    name: str
    key: Key


FIRST_YEAR: Final = 2000
_N_YEARS: Final = 100
MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
DAYS_PER_MONTH: Final = 31

_NUMBER_WORDS: Final = (
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
)
_HUNDREDS: Final = (
    "dua puluh", "dua puluh lima", "tiga puluh", "empat puluh", "lima puluh", "tujuh puluh lima",
    "seratus", "seratus lima puluh", "dua ratus", "tiga ratus", "lima ratus", "tujuh ratus",
)  # fmt: skip
_HOURS: Final = {
    "pagi": ("enam", "tujuh", "delapan", "sembilan", "sepuluh"),
    "siang": ("sebelas", "dua belas", "satu", "dua"),
    "sore": ("tiga", "empat", "lima"),
    "malam": ("tujuh", "delapan", "sembilan", "sepuluh"),
}

# Kinds of planted values, by slot.
PLANTED: Final = (
    "nama_pelapor", "nama_terlapor", "nama_saksi", "nama_anak", "nik", "telepon", "surel", "alamat",
)  # fmt: skip

# "<x>" stands for an atom, the rest is literal.
SLOTS: Final = {
    "nama_pelapor": "<reporter>",
    "nama_terlapor": "<accused>",
    "nama_saksi": "<witness>",
    "nama_anak": "<child>",
    "nik": "00<nik_area><birth_day><birth_year><nik_serial>",
    "telepon": "<phone_head><phone_gap><phone_middle><phone_gap><phone_tail>",
    "surel": "<mail_user><mail_number><mail_host>",
    "alamat": "<home_head><home_street> No. <house> RT <home_rt> RW <home_rw>, <home_village>",
    "jalan": "<street>",
    "desa": "<village>",
    "kecamatan": "<district>",
    "kabupaten": "<regency>",
    "provinsi": "<province>",
    "rt": "<rt>",
    "rw": "<rw>",
    "nomor": "<house>",
    "tempat": "<place>",
    "tanggal": "<day_month><year_behind>",
    "bulan": "<month>",
    "tahun": "<year>",
    "jumlah": "<amount>",
    "angka": "<count>",
    "jam": "<clock>",
    "kelas": "<grade>",
    "tiket": "<ticket>",
}

_ATOMS: Final = (
    Atom("reporter", Key.REPORTER), Atom("accused", Key.TEXT), Atom("witness", Key.TEXT),
    Atom("child", Key.TEXT), Atom("nik_area", Key.REPORTER), Atom("birth_day", Key.REPORTER),
    Atom("birth_year", Key.REPORTER), Atom("nik_serial", Key.REPORTER),
    Atom("phone_head", Key.REPORTER), Atom("phone_gap", Key.TEXT),
    Atom("phone_middle", Key.REPORTER), Atom("phone_tail", Key.REPORTER),
    Atom("mail_user", Key.REPORTER), Atom("mail_number", Key.REPORTER),
    Atom("mail_host", Key.REPORTER), Atom("home_head", Key.REPORTER),
    Atom("home_street", Key.REPORTER), Atom("house", Key.REPORTER), Atom("home_rt", Key.REPORTER),
    Atom("home_rw", Key.REPORTER), Atom("home_village", Key.REPORTER),
    Atom("street", Key.PLACE), Atom("village", Key.PLACE), Atom("district", Key.PLACE),
    Atom("regency", Key.REGENCY), Atom("province", Key.PROVINCE), Atom("rt", Key.PLACE),
    Atom("rw", Key.PLACE), Atom("place", Key.PLACE), Atom("day_month", Key.DATE),
    Atom("year_behind", Key.DATE), Atom("month", Key.DATE), Atom("year", Key.DATE),
    Atom("amount", Key.OCCURRENCE), Atom("count", Key.OCCURRENCE), Atom("clock", Key.OCCURRENCE),
    Atom("ticket", Key.TEXT),
    Atom("grade", Key.TEXT),
)  # fmt: skip


def atom_pools() -> dict[Atom, Sequence[str]]:
    """Return the values of every atom.

    Returns
    -------
    dict of Atom to sequence of str
        In the order of the atoms' numbers; those that share values share the list.

    Examples
    --------
    >>> pools = {atom.name: values for atom, values in atom_pools().items()}
    >>> pools["phone_head"][0], pools["mail_host"][0]
    ('0840', '@contoh.invalid')
    """
    names = load_names().to_pylist()
    first_names = list(dict.fromkeys(name.split()[0] for name in names))
    streets, villages = invented_streets(), invented_villages()
    digits = [f"{number:04d}" for number in range(10_000)]
    two_digits = [f"{number:02d}" for number in range(1, 13)]
    pools: dict[str, Sequence[str]] = {
        "reporter": names,
        "accused": names,
        "witness": names,
        "child": first_names + names[:2_000],
        "nik_area": [f"{number // 100:02d}{number % 100:02d}" for number in range(101, 8_000)],
        "birth_day": _birth_days(),
        "birth_year": [f"{year % 100:02d}" for year in range(1950, 2006)],
        "nik_serial": [f"{number:04d}" for number in range(1, 40)],
        "phone_head": [f"084{digit}" for digit in range(10)] + ["+6284" + str(d) for d in (2, 7)],
        "phone_gap": ["", "", "", "-", " "],
        "phone_middle": digits,
        "phone_tail": digits,
        "mail_user": [name.lower().replace(" ", ".") for name in names],
        "mail_number": ["", "", *(str(number) for number in range(100))],
        "mail_host": ["@contoh.invalid", "@surelku.invalid", "@pos.invalid", "@suratkita.invalid"],
        "home_head": ["Jl. ", "Jalan ", "Jl ", "Gang "],
        "home_street": streets,
        "house": [str(number) for number in range(1, 120)],
        "home_rt": two_digits,
        "home_rw": two_digits,
        "home_village": [f"Desa {name}" for name in villages]
        + [f"Kelurahan {name}" for name in villages],
        "street": (*streets, *villages[::3]),
        "village": villages,
        "district": villages,
        "regency": REGENCIES,
        "province": PROVINCES,
        "rt": two_digits + [str(number) for number in range(1, 10)],
        "rw": two_digits + [str(number) for number in range(1, 8)],
        "place": place_phrases(),
        "day_month": [f"{1 + k % DAYS_PER_MONTH} {month}" for k, month in _calendar()],
        "year_behind": ["", *(f" {FIRST_YEAR + k}" for k in range(_N_YEARS))],
        "month": list(MONTHS),
        "year": [str(FIRST_YEAR + k) for k in range(_N_YEARS)],
        "amount": _amounts(),
        "count": [str(number) for number in range(2, 30)],
        "clock": _clock(),
        "grade": [str(number) for number in range(1, 7)],
        "ticket": ["[***************]", "[***************]"]
        + [f"{k * 7_919 + 12_003_471}" for k in range(900)],
    }
    return {atom: pools[atom.name] for atom in _ATOMS}


def _calendar() -> list[tuple[int, str]]:
    return [(day, month) for month in MONTHS for day in range(DAYS_PER_MONTH)]


def _birth_days() -> list[str]:
    # 40 is added to the day of birth of a woman.
    days = [*range(1, 29), *range(41, 69)]
    return [f"{day:02d}{month:02d}" for month in range(1, 13) for day in days]


def _clock() -> list[str]:
    figures = [f"{hour:02d}.{minute:02d}" for hour in range(6, 22) for minute in (0, 15, 30, 45)]
    words = [f"{hour} {part}" for part, hours in _HOURS.items() for hour in hours]
    # Asumsi: half of the times are written in words.
    return figures + words * round(len(figures) / len(words))


def _amounts() -> list[str]:
    thousands = [*range(20, 100, 5), *range(100, 1_000, 25)]
    millions = range(1_000, 9_500, 250)
    dotted = [f"Rp{value:,}.000".replace(",", ".") for value in [*thousands, *millions]]
    spaced = [f"Rp {value:,}.000".replace(",", ".") for value in [*thousands, *millions][::3]]
    short = [f"{value} ribu" for value in thousands[::2]]
    short += [f"{value} juta" for value in range(1, 10)]
    figures = dotted + spaced + short
    words = [f"{number} ribu" for number in _HUNDREDS]
    words += [f"{number} juta" for number in _NUMBER_WORDS]
    # Asumsi: half of the amounts are written in words.
    return figures + words * round(1.0 * len(figures) / len(words))
