"""Every lesson as a page that needs nothing: no installation, no kernel, no network.

running     run the lesson once, and keep what its cells show        (in `editions`)
parts       what is shown -> a piece of HTML, or data for the script
completing  what an explorer would ask a kernel, worked out beforehand
language    the words of one language
markdown    texts -> HTML
page        cells -> one file
index       the page to begin with: the joke, 53 dots, one slider
building    all of them into a folder
"""
