"""Copies of the lessons for those who teach: from the run that makes the pages, by rule.

sections    the cells of a lesson that has been run -> its sections, and what of them is an answer
drawing     what a lesson shows, as it stands on paper: charts as pictures, questions with boxes to tick
tables      numbers at the end of their columns
by_hand     a table to repair, and letters to decide on, with a pencil
guide       the teacher's page of a lesson: what to do in each section, and the rest
slides      headings, questions, charts, key points
sheets      the handout, the paper pack for a room without laptops, and the instructor's copy
choice      all lessons, or those that are named
kept        what lies in a folder already
building    all of a kind into a folder

Slides, handout and paper pack hold nothing that a page keeps back until somebody has guessed, and no solution.
"""
