"""Lesson 05: a repaired table: what do the people in it still learn?"""
