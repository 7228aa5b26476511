"""Lesson 07: how many things must somebody know about you?"""
