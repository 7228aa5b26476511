"""What the lesson on recommendations claims, held against five worlds: with her in the data, and without her."""

from functools import cache

from disclosure.defences import KeepAtMost
from lessons.recommendations.attack import lonely_lists
from lessons.recommendations.defences import DrawViewers, NoisyTogether
from lessons.recommendations.known import some_viewers, titles_known
from lessons.recommendations.release import AlsoWatched, count_together, titles_of_profiles
from lessons.recommendations.scores import HERS
from lessons.recommendations.story import true_entries
from lessons.recommendations.sweep import Defence, day_sweep, defence_sweep, known_sweep, with_and_without_her
from tests.lessons.worlds import every_seed, world

PLAIN = AlsoWatched()
CHOICES = [("rarest", 0), ("any", 0), ("rarest", 50)]


@cache
def rows(seed):
    return titles_of_profiles(world(seed).views)


@cache
def swept(seed):
    return known_sweep(rows(seed), world(seed).titles, CHOICES).set_index(["which", "least"])


def leaks(seed, least_lists, before=lambda rows: rows, release=PLAIN):
    """How many right claims vanish without the target, of 400, under a defence."""
    counted = before(rows(seed))
    known = titles_known(rows(seed), some_viewers(rows(seed), 400))
    reads = count_together(counted, world(seed).titles), counted, known, release
    return with_and_without_her(*reads, least_lists=least_lists, truth=rows(seed)).vanished


@every_seed
def test_every_entry_of_every_lonely_list_is_true(seed):
    autumn = titles_of_profiles(world(seed).views, since="2017-09-01")
    lonely = lonely_lists(AlsoWatched()(count_together(autumn, world(seed).titles)))
    assert true_entries(lonely, autumn).all() and lonely["known"].nunique() > 30
    assert rows(seed)["title_id"].value_counts().eq(1).sum() < 10, "in all views, hardly any title has one viewer"


@every_seed
def test_of_rare_titles_it_is_a_leak_and_of_any_titles_mostly_inference(seed):
    right, without = swept(seed)["right"], swept(seed)["right_without"]
    assert right["rarest", 0] >= 3 * without["rarest", 0] and swept(seed)["low"]["rarest", 0] > 0
    assert right["any", 0] <= 1.5 * without["any", 0] and right["any", 0] > 2 * right["rarest", 0]


@every_seed
def test_a_minimum_of_fifty_viewers_does_not_close_the_gap(seed):
    vanished = swept(seed)["vanished"]
    assert vanished["rarest", 50] >= 0.8 * vanished["rarest", 0] and swept(seed)["low"]["rarest", 50] > 0


@every_seed
def test_fewer_viewers_show_more_and_shorter_lists_less(seed):
    assert leaks(seed, 3, before=DrawViewers(0.5)) > swept(seed)["vanished"]["rarest", 0]
    assert leaks(seed, 2, release=AlsoWatched(5)) < 0.5 * leaks(seed, 2)


def test_noise_that_hides_a_viewer_hides_everything():
    noise = {"noise": Defence(KeepAtMost(20), NoisyTogether(1.0, titles=20))}
    found = defence_sweep(rows(1), world(1).titles, noise, n=200).iloc[0]
    assert found["vanished"] <= 1 and found["same"] < 0.1


@every_seed
def test_no_right_claim_of_a_day_survives_without_what_was_watched_on_it(seed):
    young, old = (day_sweep(rows(seed), world(seed).titles, day, days=4, n=200) for day in ("2016-12-05", "2017-12-04"))
    right, right_old = (days.claims[days.claims["is"].eq(HERS)] for days in (young, old))
    assert len(right) > 5 * len(right_old) and not right["stays"].any() and not right_old["stays"].any()
    assert len(young.claims) < 0.1 * young.n, "on most evenings, nothing is said"
    weekly = day_sweep(rows(seed), world(seed).titles, "2016-12-05", days=1, every=7, n=200)
    right_weekly = weekly.claims[weekly.claims["is"].eq(HERS)]
    assert len(right_weekly) / weekly.n > len(right) / young.n and right_weekly["stays"].mean() < 0.1
