"""`python -m editions.command` is the command `fifty-three`."""

from editions.command import run

if __name__ == "__main__":
    run()
