"""Two messages of a browser can arrive in two threads of the kernel, and both set something off."""

from threading import Event, Thread

from lessons.complementary_suppression import strings
from lessons.complementary_suppression.explorer import explore_repairs
from teaching.widgets.one_at_a_time import one_at_a_time
from tests.disclosure.repair.small_tables import table_of

TABLE = table_of([3, 9, 12, 7], [9, 20, 9, 8], [11, 9, 6, 30])


def test_a_slow_answer_does_not_replace_a_later_one(monkeypatch):
    explorer = explore_repairs(TABLE, thresholds=range(3, 9))
    begun, overtaken, sentence_of = Event(), Event(), explorer._sentence

    def slow(setting, best):
        if not begun.is_set():
            begun.set()
            overtaken.wait(timeout=1)
        return sentence_of(setting, best)

    monkeypatch.setattr(explorer, "_sentence", slow)
    first = Thread(target=lambda: setattr(explorer.protect, "value", strings.PROTECT["width 2"]))
    first.start()
    begun.wait()
    explorer.threshold.value = 5
    overtaken.set()
    first.join()
    assert explorer.threshold.sentence.startswith("With k = 5,")


class Nested:
    """One callback that sets off another one, as a button does that moves a slider."""

    shown = 0

    @one_at_a_time
    def pressed(self, change):
        self.show(change)

    @one_at_a_time
    def show(self, change):
        self.shown += 1


def test_a_callback_may_set_off_another():
    nested = Nested()
    nested.pressed({})
    assert nested.shown == 1
