"""Practice 3: a performance target."""

from lapor_lab.practices import TARGET_KINERJA, adopt, load_of
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


def test_reminders_come_before_the_limit(scenario: Scenario) -> None:
    """Every size reminds early enough for a first follow-up within 5 working days."""
    levers = {lever.parameter: lever for lever in TARGET_KINERJA.levers}
    size = levers["reminder_after_days"].size
    assert max(size.low, size.standard, size.high) < 5
    changed = adopt(scenario, WHO, [TARGET_KINERJA]).institution(WHO)
    assert changed.reminder_after_days < scenario.institution(WHO).reminder_after_days


def test_what_is_no_longer_left_unread_is_work(scenario: Scenario) -> None:
    """Fewer reports are lost, so that officers have a little more to do: no practice is free."""
    before = load_of(scenario, WHO).officer_utilisation
    after = load_of(adopt(scenario, WHO, [TARGET_KINERJA]), WHO).officer_utilisation
    assert before < after < 1.05 * before
