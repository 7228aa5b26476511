"""Seeds: a number or a nickname, and one random stream for each frame and block of a world."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TypeAlias

import numpy as np

Seed: TypeAlias = int | str


def seed_key(seed: Seed) -> int:
    """The whole number behind a seed.

    A whole number of 0 or more stands for itself. A nickname is NFC-normalised, stripped and case-folded,
    then hashed with SHA-256, so that "Ada ", "ada" and "ADA" are the same world.

    Raises:
        TypeError: it is neither a whole number nor a nickname.
        ValueError: the number is negative, the nickname is empty, or it is an e-mail address.

    Examples:
        >>> seed_key(53)
        53
        >>> seed_key(" Zoë ") == seed_key("zoë")
        True
    """
    if isinstance(seed, (bool, np.bool_)) or not isinstance(seed, (int, np.integer, str)):
        raise TypeError(f"seed={seed!r}: a seed is a whole number of 0 or more, or a nickname in quotes.")
    if isinstance(seed, str):
        nickname = unicodedata.normalize("NFC", unicodedata.normalize("NFC", seed).strip().casefold())
        if not nickname:
            raise ValueError(f"seed={seed!r}: a nickname needs at least one letter.")
        if "@" in nickname:
            raise ValueError("seed has an @: choose a nickname. An e-mail address would stand in your notebook.")
        return int.from_bytes(hashlib.sha256(nickname.encode()).digest())
    if seed < 0:
        raise ValueError(f"seed={seed!r}: a seed that is a number must be 0 or more.")
    return int(seed)


def stream(seed: Seed, frame: str, block: int = 0) -> np.random.Generator:
    """The random stream of one block of one frame: always the same numbers for the same three keys.

    Because each frame and each block has a stream of its own, a frame that is added later, or a block that is
    made by another process, changes nothing elsewhere.

    Args:
        seed: of the world.
        frame: what is drawn, such as "viewers".
        block: the number of the block of viewers.

    Examples:
        >>> int(stream(53, "viewers").integers(1_000)) == int(stream(53, "viewers").integers(1_000))
        True
    """
    frame_key = int.from_bytes(hashlib.sha256(frame.encode()).digest()[:8])
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence([seed_key(seed), frame_key, block])))


def drawn(odds: np.ndarray, how_many: int, rng: np.random.Generator) -> np.ndarray:
    """Positions drawn with the given odds.

    Args:
        odds: of each position; they need not sum to one.
        how_many: the length of what is returned, int64.
        rng: draws them.

    Examples:
        >>> drawn(np.array([0.0, 2.0, 0.0]), 3, stream(53, "example"))
        array([1, 1, 1])
    """
    steps = np.cumsum(odds)
    return np.searchsorted(steps, rng.random(how_many) * steps[-1], side="right").clip(max=len(steps) - 1)


def scrambled(index: np.ndarray, seed: Seed, purpose: str, population: int) -> np.ndarray:
    """A number of its own for each position 0, 1, 2, ... that tells nothing of the position.

    A line, a cube and a line modulo a prime p with p = 2 (mod 3): each step is one-to-one, so no two positions meet.

    Args:
        index: positions, fewer than 8,999,993 of them for a population up to eight million.
        seed: of the world.
        purpose: another purpose gives other numbers.
        population: up to eight million, the numbers have seven digits, beyond nine.

    Examples:
        >>> numbers = scrambled(np.arange(1_000), 53, "example", 1_000)
        >>> len(set(numbers.tolist())), int(numbers.min()) >= 1_000_000, int(numbers.max()) <= 9_999_999
        (1000, True, True)
    """
    prime, first = (8_999_993, 1_000_000) if population <= 8_000_000 else (899_999_963, 100_000_000)
    slope, shift, slope_again, shift_again = stream(seed, f"scramble {purpose}").integers(1, prime, 4)
    x = (np.asarray(index, dtype=np.int64) * slope + shift) % prime
    x = (x * x % prime) * x % prime
    return (x * slope_again + shift_again) % prime + first
