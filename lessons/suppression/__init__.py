"""Lesson 02: does hiding small counts hide the people in them?"""
