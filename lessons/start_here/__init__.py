"""Lesson 00: does everything run, and what are the rules?"""
