"""Declarations and activations in the contract's shape."""

from __future__ import annotations

from datetime import date

import msgspec

from knowledge.emergencies.records import Activation, Declaration


class AreaView(msgspec.Struct):
    """One area; `reach` 'named' (tribal lands, districts) has no county code and is matched by name only."""

    county_fips: str
    name: str
    reach: str


class DeclarationView(msgspec.Struct, kw_only=True):
    """One federal declaration. `counts_for_people` is false for fire grants (FM)."""

    id: str
    title: str
    kind: str
    incident: str
    state: str
    areas: list[AreaView]
    declared: date
    began: date | None
    ended: date | None
    counts_for_people: bool
    source_url: str
    sample: bool


class ActivationView(msgspec.Struct, kw_only=True):
    """One area of a governor's emergency, a board notice or a program that is switched on.

    `begins` and `ends` are ISO dates (whole days there, both included) or times with offset.
    """

    id: str
    title: str
    kind: str
    state: str
    county_fips: str
    zip: str
    begins: str
    ends: str | None
    authority: str
    source_url: str
    note: str
    sample: bool


def declaration_view(declaration: Declaration) -> DeclarationView:
    """The record as the look-ups show it."""
    return DeclarationView(
        id=declaration.id,
        title=declaration.title,
        kind=declaration.kind,
        incident=declaration.incident,
        state=declaration.state,
        areas=[AreaView(area.county_fips, area.name, area.reach) for area in declaration.areas],
        declared=declaration.declared_on,
        began=declaration.began,
        ended=declaration.ended,
        counts_for_people=declaration.for_people,
        source_url=declaration.source_url,
        sample=declaration.sample,
    )


def activation_view(activation: Activation) -> ActivationView:
    """The record as the look-ups show it."""
    return ActivationView(
        id=activation.id,
        title=activation.title,
        kind=activation.kind,
        state=activation.state,
        county_fips=activation.county_fips,
        zip=activation.zip,
        begins=activation.begins.isoformat(),
        ends=activation.ends.isoformat() if activation.ends else None,
        authority=activation.authority,
        source_url=activation.source_url,
        note=activation.note,
        sample=activation.sample,
    )
