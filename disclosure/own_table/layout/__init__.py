"""From a sheet to what it means: which cells are counts, labels, totals, marks, footnotes, and which were not used."""
