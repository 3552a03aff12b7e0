"""A message becomes a Request: language, intents, medicines, places and their roles, coverage."""
