"""Excel workbooks: one sheet a table, numbers as numbers, text as text."""

from lapor_lab.report.excel.sheet import Sheet
from lapor_lab.report.excel.workbook import Workbook

__all__ = ["Sheet", "Workbook"]
