"""Who pays for this person: read from what they say about their insurance."""

from __future__ import annotations

import re
from typing import Literal

Coverage = Literal[
    "uninsured",
    "medicare",
    "medicaid",
    "commercial",
    "express_scripts",
    "cigna",
    "va",
    "tricare",
    "unknown",
]

# Most specific first: 'Cigna through my job' is Cigna, 'Medicare with Express Scripts' is Medicare (its
# disaster rules bind the plan, whoever runs the pharmacy benefit).
_PATTERNS: tuple[tuple[Coverage, str], ...] = (
    ("tricare", r"\btri[- ]?care\b|\bchampus\b|\bactive duty\b|\bmilitary (?:insurance|plan|health)"),
    (
        "va",
        r"\bva (?:card|pharmacy|hospital|clinic|benefits?|health|meds|doctor|coverage|insurance|prescription)"
        r"|\b(?:use|have|get|through|from|with|under) (?:the )?va\b|\bveterans? affairs\b|\bveterano"
        r"|\b(?:i'?m|i am|is|as|soy) a(?:n)? (?:\w+ )?vet(?:eran)?\b|\bveteran\b",
    ),
    ("medicaid", r"\bmedic?[- ]?aid\b|\bmedi[- ]?cal\b|\bchip\b|\btenncare\b|\bmasshealth\b|\bmedquest\b|\bsoonercare\b"),
    ("medicare", r"\bmedic?are\b|\bpart d\b|\bparte d\b|\bmedicare advantage\b"),
    (
        "uninsured",
        r"\b(?:no|without(?: any)?|lost (?:my|our)|don'?t have(?: any)?|do not have(?: any)?|have no|not have(?: any)?"
        r"|ain'?t got(?: no)?|can'?t afford) "
        r"(?:health |medical |drug |prescription )?(?:insurance|coverage|ins\b|plan\b)"
        r"|\bun-?insured\b|\bnot (?:insured|covered)\b|\bself[- ]pay\b|\bpay(?:ing)? (?:cash|out of pocket)\b"
        r"|\b(?:no (?:tengo|tiene|tenemos|hay)|sin|perdi (?:mi|el)) (?:ningun )?(?:seguro|cobertura|aseguranza)",
    ),
    ("express_scripts", r"\bexpress[- ]?scripts?\b|\besi (?:card|pharmacy|member)|\bexpress rx\b"),
    ("cigna", r"\bcigna\b|\bevernorth (?:plan|insurance|member)"),
    (
        "commercial",
        r"\b(?:blue ?cross|bcbs|blue ?shield|aetna|humana|kaiser|united ?health ?care|uhc|anthem|oscar|molina|ambetter"
        r"|florida blue|optum ?rx|caremark|obamacare|aca plan|marketplace plan|market ?place|healthcare\.gov"
        r"|covered california)\b"
        r"|\b(?:private|commercial|employer|work|job|company) (?:health )?(?:insurance|plan|coverage)"
        r"|\binsurance (?:through|from|at) (?:my|his|her|our) (?:work|job|employer)"
        r"|\bseguro (?:privado|del? (?:trabajo|mi trabajo|empleo))"
        r"|\b(?:i have|have|got|tengo|with my) (?:health |medical |good )?(?:insurance|seguro(?: medico)?)\b",
    ),
)
_COMPILED = tuple((coverage, re.compile(pattern)) for coverage, pattern in _PATTERNS)
_NOT_THIS = re.compile(r"\b(?:not|no|isn't|don't have|no tengo|never had)\s+(?:on\s+|a\s+)?$")


def find_coverage(folded: str) -> Coverage:
    """The coverage that a folded message names, "unknown" if none; a denied one ('no Medicare') does not count."""
    for coverage, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            if coverage == "uninsured" or not _NOT_THIS.search(folded[: match.start()]):
                return coverage
    return "unknown"
