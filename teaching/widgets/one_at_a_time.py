"""What controls set off runs one at a time, in whichever thread of the kernel the browser's message arrives.

JupyterLab sends what happens in a widget to a second thread of the kernel ("subshell"), so that a slider moves while a
cell runs; messages from before that thread was there go to the first. Two callbacks of one explorer can then run side
by side, and the one that takes longer would have the last word, however old its question.
"""

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import Any, TypeVar

Explorer = TypeVar("Explorer")
Callback = Callable[[Explorer, dict[str, Any]], None]
_TURN = RLock()


def one_at_a_time(callback: Callback[Explorer]) -> Callback[Explorer]:
    """Let a method wait until no other one that carries this decorator runs.

    It should ask the controls where they stand *now*, not what changed: that may have been overtaken while it waited.

    Examples:
        >>> class Explorer:
        ...     @one_at_a_time
        ...     def show(self, change):
        ...         print("shown")
        >>> Explorer().show({})
        shown
    """

    @wraps(callback)
    def alone(self: Explorer, change: dict[str, Any]) -> None:
        with _TURN:
            callback(self, change)

    return alone
