"""Estimate an institution's parameters from its own reports, and try practices out on the copy."""

from lapor_lab.practices.calibration.calibrate import calibrate
from lapor_lab.practices.calibration.calibrated_what_if import try_out_calibrated
from lapor_lab.practices.calibration.calibration import ASSUMED, DATA, Calibration
from lapor_lab.practices.calibration.parameter_table import (
    parameter_name,
    summarise_parameters,
    tabulate_parameters,
)

__all__ = [
    "ASSUMED",
    "DATA",
    "Calibration",
    "calibrate",
    "parameter_name",
    "summarise_parameters",
    "tabulate_parameters",
    "try_out_calibrated",
]
