"""Start here: does everything run, and what are the rules?"""
