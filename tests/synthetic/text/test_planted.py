"""Personal data stands where it is said to stand, and belongs to nobody."""

import re
from datetime import date

import pytest

from lapor_lab.privacy import Kind, find_personal
from lapor_lab.synthetic.persons import load_names
from lapor_lab.synthetic.text.atoms import PLANTED


@pytest.fixture(scope="module")
def values(made):
    """Every planted value: kind, value."""
    found = []
    rows = zip(
        made.title.to_pylist(), made.text.to_pylist(), made.personal_data.to_pylist(), strict=True
    )
    for title, text, planted in rows:
        for entry in planted.split():
            kind, start, end = entry.split(":")
            source = title if kind.startswith("judul.") else text
            found.append((kind.removeprefix("judul."), source[int(start) : int(end)]))
    return found


def of_kind(values, kind):
    return [value for found, value in values if found == kind]


def test_every_kind_is_planted(values):
    """Reporters, parties, witnesses, children, numbers, addresses: all are found."""
    assert {kind for kind, _ in values} == set(PLANTED)


def test_no_value_begins_or_ends_in_a_blank(values):
    """A span holds the value and nothing around it."""
    assert all(value and value == value.strip() for _, value in values)


@pytest.mark.parametrize("kind", ["nama_pelapor", "nama_terlapor", "nama_saksi", "nama_anak"])
def test_names_are_of_the_pool(values, kind):
    """Names are those of persons who do not exist; children may bear the first part only."""
    names = {name.lower() for name in load_names().to_pylist()}
    names |= {name.split()[0] for name in names}
    found = {value.lower() for value in of_kind(values, kind)}
    assert len(found) > 20
    assert found <= names


def test_a_nik_is_right_but_for_its_province(values):
    """Sixteen digits, province 00, a real date of birth; the day of a woman is 40 more."""
    found = of_kind(values, "nik")
    assert len(found) > 50
    for nik in found:
        assert re.fullmatch(r"00\d{14}", nik)
        day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
        assert date(1900 + year if year > 5 else 2000 + year, month, day % 40)
        assert int(nik[12:]) > 0


def test_a_telephone_has_a_prefix_that_no_operator_has(values):
    """084 is not among the mobile prefixes of Indonesia (081-083 and 085-089)."""
    found = of_kind(values, "telepon")
    assert len(found) > 50
    assert all(re.fullmatch(r"(?:0|\+62)84\d([- ]?)\d{4}\1\d{4}", value) for value in found)


def test_an_e_mail_leads_nowhere(values):
    """Addresses end in .invalid, which no network resolves."""
    found = of_kind(values, "surel")
    assert len(found) > 20
    assert all(re.fullmatch(r"[A-Za-z.'0-9]+@[a-z]+\.invalid", value) for value in found)


def test_an_address_has_a_door(values):
    """Street, house number, RT and RW."""
    pattern = r"(?i)(?:jl\.?|jalan|gang) .+ No\. \d+ RT \d\d RW \d\d, (?:desa|kelurahan) .+"
    found = of_kind(values, "alamat")
    assert len(found) > 50
    assert all(re.fullmatch(pattern, value) for value in found)


def test_no_other_number_could_be_a_persons(made):
    """A search for NIK and telephones finds none but planted ones, in titles and in texts."""
    texts = made.text.to_pylist()[:2_500] + made.title.to_pylist()[:2_500]
    for text in texts:
        for span in find_personal(text):
            value = text[span.start : span.end]
            if span.kind is Kind.NIK:
                assert value.startswith("00")
            if span.kind is Kind.PHONE:
                assert re.match(r"(?:0|\+62)84", value)
            if span.kind is Kind.EMAIL and not value.lower().startswith("@"):
                assert value.lower().endswith((".invalid", ".contoh"))


def test_links_lead_nowhere(made):
    """Every link is to a host under .invalid."""
    hosts = {
        host for text in made.text.to_pylist() for host in re.findall(r"https?://([^/\s?]+)", text)
    }
    assert hosts
    assert all(host.lower().endswith(".invalid") for host in hosts)
