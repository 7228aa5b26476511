"""Lesson 04: what else must be hidden, and who pays for it?"""
