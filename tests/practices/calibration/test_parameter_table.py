"""What a calibration found, as people read it."""

import dataclasses
import re

from lapor_lab.practices.calibration import (
    ASSUMED,
    DATA,
    Calibration,
    parameter_name,
    summarise_parameters,
    tabulate_parameters,
)
from lapor_lab.synthetic import InstitutionModel


def test_every_parameter_stands_with_what_it_rests_on(calibration: Calibration) -> None:
    """A row a parameter: value with interval where there is one, observations, basis, reason."""
    table = tabulate_parameters(calibration)
    assert len(table) == len(calibration.parameters)
    assert set(table["Dasar"]) == {"data", "asumsi"}
    misrouted = table.loc["Bagian disposisi yang salah alamat"]
    assert " … " in misrouted.iloc[0]
    assert misrouted["Alasan"] == "dari disposisi yang dijawab atau dikembalikan"
    away = table.loc["Ketidakhadiran setiap petugas setahun"]
    assert (away.iloc[0], away["n"], away["Dasar"]) == ("2,0", "–", "asumsi")
    assert table.loc["Banyaknya admin"].iloc[0] == "3"
    assert table.loc["Topik laporan"].iloc[0] == "–"


def test_a_category_is_named_behind_its_distribution() -> None:
    """Of reasons to archive the whole has a wider name than what a practice moves."""
    assert parameter_name("class_shares.Aspirasi") == "Bagian laporan menurut klasifikasi: Aspirasi"
    assert parameter_name("archive_reason_shares.Terlalu umum") == "Alasan arsip: Terlalu umum"


def test_many_parameters_are_named_by_what_they_are_about(calibration: Calibration) -> None:
    """Every parameter of an institution belongs to a group, each counted once."""
    every = [field.name for field in dataclasses.fields(InstitutionModel)]
    told = summarise_parameters([name for name in every if name not in ("id", "name")])
    counts = [int(n) for n in re.findall(r"\((\d+) parameter\)", told)]
    assert sum(counts) == len(every) - 2
    n_told = len(calibration.names_of(DATA)) + len(calibration.names_of(ASSUMED))
    assert n_told == len(every) - 2
