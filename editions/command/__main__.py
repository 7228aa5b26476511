"""`python -m editions.command` is the command `fifty-three`."""

import sys

from editions.command import main

if __name__ == "__main__":
    sys.exit(main())
