"""Real files in and out: exports, tables, event logs, the kit's own folder; quarantine."""

from lapor_lab.exchange.atomic import atomic_file, atomic_folder
from lapor_lab.exchange.case_table import read_case_table
from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.columns.mapping_file import read_mapping, write_mapping
from lapor_lab.exchange.columns.mapping_proposal import Proposal
from lapor_lab.exchange.content_hash import hash_table
from lapor_lab.exchange.events.event_log import read_event_log
from lapor_lab.exchange.events.xes import read_xes
from lapor_lab.exchange.events.xes_writer import write_xes
from lapor_lab.exchange.imports.import_files import import_files
from lapor_lab.exchange.imports.import_removal import remove_import
from lapor_lab.exchange.imports.import_source import ImportOptions, ImportSource
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts, ImportSummary
from lapor_lab.exchange.imports.masked_copy import write_masked_copy
from lapor_lab.exchange.imports.project_key import project_key_path
from lapor_lab.exchange.imports.protection import protect_groups
from lapor_lab.exchange.imports.quarantine_file import write_quarantine
from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.exchange.log_folder import (
    Receipt,
    iter_case_logs,
    iter_part_logs,
    new_log_folder,
    read_log_folder,
    read_manifest,
    read_recap_rows,
    write_log_folder,
    write_manifest,
    write_part,
)
from lapor_lab.exchange.log_run import write_log_parts
from lapor_lab.exchange.official_table import (
    LAYOUTS,
    OfficialLayout,
    official_table,
    synthetic_preamble,
)
from lapor_lab.exchange.order_key import order_key
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.exchange.read import read_log
from lapor_lab.exchange.sample import load_sample, sample_path
from lapor_lab.exchange.snapshot import as_known_at
from lapor_lab.exchange.table_file import write_table
from lapor_lab.exchange.text_file import check_zone

__all__ = [
    "LAYOUTS",
    "AsOfOrigin",
    "ColumnMapping",
    "FileFacts",
    "ImportOptions",
    "ImportSource",
    "ImportSummary",
    "Imported",
    "OfficialLayout",
    "Proposal",
    "RawTable",
    "Receipt",
    "Remark",
    "as_known_at",
    "atomic_file",
    "atomic_folder",
    "check_zone",
    "hash_table",
    "import_files",
    "iter_case_logs",
    "iter_part_logs",
    "load_sample",
    "new_log_folder",
    "official_table",
    "open_tables",
    "order_key",
    "project_key_path",
    "protect_groups",
    "read_case_table",
    "read_event_log",
    "read_log",
    "read_log_folder",
    "read_manifest",
    "read_mapping",
    "read_recap_rows",
    "read_xes",
    "remove_import",
    "sample_path",
    "synthetic_preamble",
    "write_log_folder",
    "write_log_parts",
    "write_manifest",
    "write_mapping",
    "write_masked_copy",
    "write_part",
    "write_quarantine",
    "write_table",
    "write_xes",
]
