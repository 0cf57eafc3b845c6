"""Words of a user's file before they are shown."""

from lapor_lab.report.foreign_text import fit_counts, fit_name

NIK = "32010" + "10101010001"


def test_a_whole_complaint_is_cut_to_a_name() -> None:
    """A wrongly chosen column shows at most 80 characters on one line."""
    shown = fit_name("Mohon perbaikan jalan\n" * 40)

    assert len(shown) <= 80
    assert "\n" not in shown
    assert shown.endswith("…")


def test_personal_data_in_a_name_are_masked() -> None:
    """A number of 16 digits in the name of a column is not shown."""
    assert NIK not in fit_name(f"NIK {NIK}")


def test_a_withheld_name_is_said_to_be_withheld() -> None:
    """A reader that does not show a name gives it empty; the page does not show a blank."""
    assert fit_counts({"": 3}) == {"(tidak ditampilkan)": 3}


def test_counted_names_add_up_and_end() -> None:
    """Of many names the most frequent hundred are kept, and nothing is lost from the sum."""
    counts = {f"status {number}": number + 1 for number in range(250)}

    shown = fit_counts(counts)

    assert len(shown) == 101
    assert sum(shown.values()) == sum(counts.values())
    assert next(iter(shown)) == "status 249"
    assert list(shown)[-1] == "(150 nama lain)"


def test_names_that_are_shown_alike_are_one() -> None:
    """Two statuses that differ by a masked number only are counted together."""
    assert list(fit_counts({f"a {NIK}": 2, f"a {NIK[:-1]}2": 3}).values()) == [5]
