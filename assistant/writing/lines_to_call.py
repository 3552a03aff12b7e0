"""Who to call: the hotlines that fit, with number, hours and what they are for."""

from __future__ import annotations

from assistant.gathering import Gathered
from assistant.writing.draft import Draft
from assistant.writing.words import Words
from knowledge.hotlines.hotline import Hotline

HOTLINES_SHOWN = 4
# What the table says where the source gives no hours: nothing to read out.
HOURS_NOT_STATED = "not stated"


def hotlines_section(gathered: Gathered, words: Words) -> Draft | None:
    """One line a hotline; None when none fits."""
    draft = Draft("program", words.say("title-hotlines"))
    for hotline in gathered.hotlines[:HOTLINES_SHOWN]:
        draft.add(hotline_line(hotline, words), hotline.evidence())
    return draft if draft.lines else None


def hotline_line(hotline: Hotline, words: Words) -> str:
    """'EPAP: 1-855-793-7470 (hours). For …'."""
    spanish = words.language == "es"
    purpose = hotline.purpose_es if spanish else hotline.purpose
    said = {"name": hotline.title(words.language), "phone": hotline.number, "purpose": purpose}
    if hotline.hours == HOURS_NOT_STATED:
        return words.say("hotline-line-no-hours", **said)
    return words.say("hotline-line", hours=hotline.hours_es if spanish else hotline.hours, **said)
