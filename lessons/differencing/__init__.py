"""Lesson 03: two tables, each fine: what does one tell that the other does not?"""
