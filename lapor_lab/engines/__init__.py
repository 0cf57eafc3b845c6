"""Maps a task over parts and gathers the receipts; knows no complaint."""

from lapor_lab.engines.run import ENGINES, run

__all__ = ["ENGINES", "run"]
