"""What a class has handed in: checked again, counted, and shown without giving anybody away.

hand_ins      files -> hand-ins; what is damaged is named
values        a value as somebody wrote it -> the value, without running anything
tasks         the exercises of a lesson, in the learner's world where they ask for it
verdicts      one answer -> right, not yet, not checked
running_code  functions of learners, in a process of their own
rechecking    all answers, those that are alike once; wrong ones that are right in somebody else's world
counting      how many of the class, small counts hidden by the kit's own rule, and the audit run on what is shown
picture       what the class found hard, as a page
notes         what is for the teacher alone
"""
