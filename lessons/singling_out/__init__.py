"""Lesson 01: does a count of 53 speak of trends, or of people?"""
