"""Who to call: the hotlines that fit, with number, hours and what they are for."""

from __future__ import annotations

from assistant.gathering import Gathered
from assistant.writing.draft import Draft
from assistant.writing.words import Words
from knowledge.hotlines.hotline import Hotline

HOTLINES_SHOWN = 4


def hotlines_section(gathered: Gathered, words: Words) -> Draft | None:
    """One line a hotline; None when none fits."""
    draft = Draft("program", words.say("title-hotlines"))
    for hotline in gathered.hotlines[:HOTLINES_SHOWN]:
        draft.add(hotline_line(hotline, words), hotline.evidence())
    return draft if draft.lines else None


def hotline_line(hotline: Hotline, words: Words) -> str:
    """'EPAP: 1-855-793-7470 (hours). For …'."""
    spanish = words.language == "es"
    return words.say(
        "hotline-line",
        name=hotline.title(words.language),
        phone=hotline.number,
        hours=hotline.hours_es if spanish else hotline.hours,
        purpose=hotline.purpose_es if spanish else hotline.purpose,
    )
