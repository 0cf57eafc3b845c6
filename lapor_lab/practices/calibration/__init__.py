"""Estimate an institution's parameters from its own reports, and try practices out on the copy."""

from lapor_lab.practices.calibration.calibrate import calibrate
from lapor_lab.practices.calibration.calibrated_what_if import try_out_calibrated
from lapor_lab.practices.calibration.calibration import ASSUMED, DATA, Calibration

__all__ = ["ASSUMED", "DATA", "Calibration", "calibrate", "try_out_calibrated"]
