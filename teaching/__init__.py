"""What every lesson uses: exercises and their checks, progress, questions, predictions, charts and controls."""

import sys

# Altair imports jsonschema, and that would prepare a grammar of internationalised web addresses, for seconds in every
# kernel, to check addresses that no chart has. Where the grammar is missing, jsonschema goes without.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
