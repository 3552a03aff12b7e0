"""Phone and text lines that an answer may name, each with its source."""

from knowledge.hotlines.hotline import Hotline, for_people
from knowledge.hotlines.hotlines import Hotlines

__all__ = ["Hotline", "Hotlines", "for_people"]
