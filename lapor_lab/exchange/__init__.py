"""Real files in and out: event logs, tables, the kit's own Parquet folder; quarantine."""

from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.case_table import read_case_table
from lapor_lab.exchange.column_mapping import ColumnMapping
from lapor_lab.exchange.content_hash import hash_table
from lapor_lab.exchange.event_log import read_event_log
from lapor_lab.exchange.log_folder import (
    Receipt,
    iter_case_logs,
    new_log_folder,
    read_log_folder,
    read_manifest,
    write_log_folder,
    write_manifest,
    write_part,
)
from lapor_lab.exchange.mapping_file import read_mapping, write_mapping
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.read import read_log
from lapor_lab.exchange.sample import load_sample, sample_path
from lapor_lab.exchange.snapshot import as_known_at
from lapor_lab.exchange.table_file import write_table
from lapor_lab.exchange.xes import read_xes
from lapor_lab.exchange.xes_writer import write_xes

__all__ = [
    "ColumnMapping",
    "Imported",
    "Receipt",
    "as_known_at",
    "atomic_file",
    "hash_table",
    "iter_case_logs",
    "load_sample",
    "new_log_folder",
    "read_case_table",
    "read_event_log",
    "read_log",
    "read_log_folder",
    "read_manifest",
    "read_mapping",
    "read_xes",
    "sample_path",
    "write_log_folder",
    "write_manifest",
    "write_mapping",
    "write_part",
    "write_table",
    "write_xes",
]
