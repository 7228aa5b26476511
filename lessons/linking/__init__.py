"""Lesson 08: does a public review lead to a private log, and to whose?"""
