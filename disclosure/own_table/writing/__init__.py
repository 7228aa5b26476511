"""From a repaired table back to a file of the same shape.

fields      where each field of a text file stands
text_file   CSV: only the changed cells change
workbook    XLSX: values only
formulas    labels that a spreadsheet would run, made harmless
same_shape  all of these: which file is written how
folder      several files in a folder, all or none
"""

from disclosure.own_table.writing.folder import put_into
from disclosure.own_table.writing.same_shape import same_shape

__all__ = ["put_into", "same_shape"]
