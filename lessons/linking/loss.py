"""What the reader of a log with one row for each rating loses to one defence."""

import pandas as pd

from disclosure.measures.information import information, share_lost


def row_loss(before: pd.DataFrame, after: pd.DataFrame) -> float:
    """Return the share of a log that its reader loses to one defence, 0 (nothing) to 1 (everything).

    Each kind of defence has its own loss, which is seen from the two logs:

    - rows are left out: the share of rows;
    - days are blurred: the share of information about the day, 1 - H(after) / H(before), where H is the entropy of the
      day of a row, in bits (Shannon 1948).

    Args:
        before: the log as it was.
        after: the same log after one defence.

    Examples:
        >>> from lessons.linking.defences import BlurDays, SampleRows
        >>> log = pd.DataFrame({"viewer_id": range(4), "day": pd.date_range("2017-12-01", periods=4)})
        >>> row_loss(log, SampleRows(share=0.25)(log)), row_loss(log, BlurDays(days=2)(log))
        (0.75, 0.5)
    """
    if len(after) < len(before):
        return 1 - len(after) / len(before)
    if "day" not in before:
        return 0.0
    return share_lost(information(before, by=["day"]), information(after, by=["day"]))
