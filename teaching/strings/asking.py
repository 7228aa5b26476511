"""What predictions and concept questions say."""

from typing import Final

COMMIT: Final = "That is my guess"
GUESS_MADE: Final = "Your guess: {guess}. Go on to see the answer; you can change it until then."
GUESS_FIRST: Final = "Choose first, please."
NUMBER_FIRST: Final = "A number from {minimum} to {maximum}, please."
GUESS_NUMBER: Final = "your guess"
GUESS_RANGE: Final = "(from {minimum} to {maximum})"
REVEALED: Final = "You guessed {guess}. The answer: {truth}.{off}"
TOO_LOW: Final = " Your guess was {difference} too low."
TOO_HIGH: Final = " Your guess was {difference} too high."
REVEALED_RIGHT: Final = "You guessed {guess}, and so it is."
NOT_GUESSED: Final = "The answer: {truth}. You have not guessed; you can still do so, and run this cell again."
YOUR_GUESS: Final = "your guess"
THE_ANSWER: Final = "the answer"

CHECK: Final = "Check"
KEEP: Final = "Keep my answer"
KEPT: Final = "Kept. Whether it holds, you will see for yourself; the same is asked of another case at the end."
CHOOSE_FIRST: Final = "Choose an answer first."
RIGHT: Final = "✓ Right."
WRONG: Final = "✗ Not quite."
