"""The staff hour: twelve screens about numbers that give people away, in one file, for people who have never seen code.

screens     which screens an hour has, in which order, and for how many minutes   (screens.toml)
words       the words of one language                                             (words/en.toml)
questions   four questions before, four matched ones after                        (questions.toml)
dots        screen 4: 53 people fall into groups
card        screen 5: five rows and a remark
monday      screen 6: two tables of two Mondays
threshold   screens 7 and 8: a survey with small numbers hidden, in all settings
cases       screen 9: three cases, attacked in all combinations of choices
own         an office's own contact, sign and cases                               (a TOML file)
contents    all of these -> what the page carries
page        the file
papers      what the IT department and the data-protection officer want to read
building    all of them into a folder
"""
