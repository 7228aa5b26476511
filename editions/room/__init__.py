"""A room without internet: one laptop serves the hour and all lessons' pages to the others, and pools their guesses.

questions   what the pages ask: name, scale, truth    (read from the pages)
pooling     many guesses -> what may be shown of them (pure; the rules of the room)
answers     one answer, as a page sends it            (checked)
book        all answers, in one file that can be taken up again
shelf       the files that are served, and no others
screens     the page to begin with, and the trainer's
serving     requests -> all of these
opening     addresses of this laptop, tokens, the QR code, the file of the answers
session     from opening the room to closing it
"""
