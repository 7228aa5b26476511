"""Lesson 06: we removed the names; whose row is it?"""
