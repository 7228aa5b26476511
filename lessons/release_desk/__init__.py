"""The release desk: what goes out, and what is found in all of it together?"""
