"""Teach and benchmark the handling of public complaints.

A maker returns a complaint log; counting reduces it to small additive tables; a measure
turns counts into estimates; a comparison judges estimates; a plot or a report shows them.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
