"""Cutting documents into passages: by heading and paragraph."""
