"""Build the staff hour: `python -m editions.staff --out dist/staff`."""

import argparse
from pathlib import Path

from disclosure.starting import start
from editions.builds import Build
from editions.home import MADE
from editions.staff.building import Order, build_staff
from editions.staff.own import NOTHING, read_own


def main(arguments: list[str]) -> str:
    """Build the hour as asked for; return where it is."""
    parser = argparse.ArgumentParser(description="Make the staff hour: one file that needs nothing but a browser.")
    parser.add_argument("--out", type=Path, default=MADE / "staff", help="the folder (dist/staff); made anew")
    parser.add_argument("--length", default="hour", help="which list of screens: hour, or core (45 minutes)")
    parser.add_argument("--build", choices=["alone", "room", "platform"], default="alone", help="for whom (alone)")
    parser.add_argument("--own", type=Path, help="a TOML file with your contact, sign and cases")
    parser.add_argument("--score", action="store_true", help="tell the learning platform the score (off)")
    parser.add_argument("--interactions", action="store_true", help="tell the platform each answer (off)")
    chosen = parser.parse_args(arguments)
    try:
        build = Build(chosen.build, chosen.score, chosen.interactions)
        own = read_own(chosen.own) if chosen.own else NOTHING
        file = build_staff(chosen.out, Order(chosen.length, build, own))
    except (ValueError, OSError) as failure:
        parser.exit(1, f"{failure}\n")
    return f"The hour is in {file}. Beside it: for-your-IT.md, accessibility.md, data-protection.md."


if __name__ == "__main__":
    start(main)
