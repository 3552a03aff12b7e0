"""Markdown of an answer becomes safe HTML: no raw HTML passes, [n] opens its source, a phone number dials."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# [3] is a source; 1-800-985-5990, (813) 555-0100 and 813-555-0100 are US numbers. Short codes are linked
# only after a word that says so: a bare 911 may be a street number.
MARKER = r"\[(?P<number>\d{1,3})\]"
PHONE = r"(?P<phone>(?<![\d-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\d-]))"
SHORT = (
    r"(?P<lead>\b(?:[Cc]all(?: or text)?|[Tt]ext|[Ll]lame(?: o escriba)? al|[Ee]scriba al) )"
    r"(?P<code>911|988|211)\b"
)
SPECIAL = re.compile(f"{MARKER}|{PHONE}|{SHORT}")


def to_html(markdown: str, anchor: str = "") -> Markup:
    """`markdown` as HTML; markers link to `#{anchor}-{number}`."""
    return Markup(_parser().render(markdown, {"anchor": anchor}))  # noqa: S704  markdown-it escapes all text


def dial(phone: str) -> str:
    """The `tel:` address of a number as written or in E.164."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) == 10:
        return f"tel:+1{digits}"
    return f"tel:+{digits}" if len(digits) > 10 else f"tel:{digits}"


def human_phone(phone: str) -> str:
    """+18135550100 as 813-555-0100; short codes and foreign numbers as they are."""
    digits = re.sub(r"\D", "", phone).removeprefix("1") if phone.startswith("+1") else phone
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 and digits.isdigit() else phone


def unbroken(text: str, phone: str) -> Markup:
    """`text` as HTML in which the number stays on one line and in its order, among Arabic letters too."""
    number = Markup('<bdi class="phone">{}</bdi>').format(phone)
    return Markup("<span>{}</span>").format(escape(text).replace(escape(phone), number))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415  only where a page is shown

    parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
        ["image", "reference", "html_block"]
    )
    parser.core.ruler.push("sources_and_phones", _link_specials)
    parser.add_render_rule("link_open", _outgoing_link)
    return parser


def _link_specials(state: StateCore) -> None:
    anchor = state.env.get("anchor", "")
    for block in state.tokens:
        if block.type == "inline" and block.children:
            block.children = [piece for token in block.children for piece in _pieces(token, anchor)]


def _pieces(token: Token, anchor: str) -> list[Token]:
    if token.type != "text" or not SPECIAL.search(token.content):
        return [token]
    pieces: list[Token] = []
    position = 0
    for match in SPECIAL.finditer(token.content):
        pieces += _text(token.content[position : match.start()] + (match["lead"] or ""))
        pieces += (
            _source(match["number"], anchor) if match["number"] else _call(match["phone"] or match["code"])
        )
        position = match.end()
    return pieces + _text(token.content[position:])


def _text(content: str) -> list[Token]:
    return [_token("text", content=content)] if content else []


def _source(number: str, anchor: str) -> list[Token]:
    attributes = {"href": f"#{anchor}-{number}", "class": "marker"}
    return [_token("link_open", "a", 1, attributes), *_text(number), _token("link_close", "a", -1)]


def _call(phone: str) -> list[Token]:
    attributes = {"href": dial(phone), "class": "phone"}
    return [_token("link_open", "a", 1, attributes), *_text(phone), _token("link_close", "a", -1)]


def _token(
    kind: str, tag: str = "", nesting: Any = 0, attributes: dict[str, Any] | None = None, content: str = ""
) -> Token:
    from markdown_it.token import Token  # noqa: PLC0415

    return Token(kind, tag, nesting, attrs=attributes or {}, content=content)


def _outgoing_link(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
    """Links to other sites tell them nothing about where they were followed from."""
    if str(tokens[index].attrGet("href") or "").startswith("http"):
        tokens[index].attrSet("rel", "noopener noreferrer")
    return str(self.renderToken(tokens, index, options, env))
