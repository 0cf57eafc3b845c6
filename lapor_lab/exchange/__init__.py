"""Real files in and out: event logs, tables, the kit's own Parquet folder; quarantine."""

from lapor_lab.exchange.content_hash import hash_table
from lapor_lab.exchange.log_folder import (
    Receipt,
    new_log_folder,
    read_log_folder,
    read_manifest,
    write_log_folder,
    write_manifest,
    write_part,
)

__all__ = [
    "Receipt",
    "hash_table",
    "new_log_folder",
    "read_log_folder",
    "read_manifest",
    "write_log_folder",
    "write_manifest",
    "write_part",
]
