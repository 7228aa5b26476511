"""Explaining: from what was found to sentences with their reasons."""
