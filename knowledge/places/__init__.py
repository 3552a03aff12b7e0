"""Places: ZIP codes, cities, counties and states of the USA, and finding them in what people type."""
