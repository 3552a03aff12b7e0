"""The useful order by brute force: every site is looked at, in the words of the contract, without cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.availability.opening import opening
from knowledge.availability.records import Site, StockEntry
from knowledge.medicines.medicine import Medicine
from knowledge.places.distance import distance_miles
from tests.knowledge.availability.conftest import NOW

FRESH_TO_WORST = ["in_stock", "ageing", "low", "call", "unlisted", "out"]
GOOD = ("in_stock", "ageing", "low")


@dataclass(frozen=True)
class Asked:
    """A question to the oracle."""

    medicines: tuple[Medicine, ...]
    latitude: float
    longitude: float
    radius: float | None
    limit: int
    in_stock: bool
    open_now: bool
    coverage: str
    opioid_use_disorder: bool


def answer(
    sites: Sequence[Site], stock: Sequence[StockEntry], asked: Asked
) -> tuple[list[tuple[str, str]], int | None]:
    """[(site_id, tier)] in order, and how far the circle was widened."""
    radius, widened = asked.radius, None
    if radius is None:
        for radius in (25, 50, 100, 250):
            near = _ranked(sites, stock, asked, radius)
            enough = [e for e in near if e[1] in GOOD]
            best = [e for e in near if e[0][:2] == (0, 0)]
            if len(enough) >= 3 or len(best) >= asked.limit:
                break
        widened = radius if radius > 25 else None
    places = _ranked(sites, stock, asked, radius)
    if not places:
        places = _ranked(sites, stock, asked, radius, closed=True)
    places += _mail(sites, stock, asked)
    return [(site.site_id, tier) for _, tier, site in places[: asked.limit]], widened


def _ranked(sites, stock, asked, radius, closed=False):  # type: ignore[no-untyped-def]
    found = []
    for number, site in enumerate(sites):
        if site.kind == "mail_order" or (site.operating_status == "closed") != closed:
            continue
        away = distance_miles(asked.latitude, asked.longitude, site.latitude, site.longitude)
        tier = _tier(site, stock, asked)
        if away > radius or tier is None or not _kept(site, tier, asked):
            continue
        soon = opening(site.hours, site.timezone, site.operating_status, NOW).soon
        if tier == "unlisted":
            if closed:
                continue
            group = 2 if soon else 3
        elif tier == "out":
            group = 4
        else:
            group = 0 if soon else 1
        found.append(((group, FRESH_TO_WORST.index(tier), away, number), tier, site))
    return sorted(found, key=lambda each: each[0])


def _mail(sites, stock, asked):  # type: ignore[no-untyped-def]
    found = []
    for number, site in enumerate(sites):
        if site.kind == "mail_order" and site.operating_status != "closed":
            listed = any(e.site_id == site.site_id and e.medicine == asked.medicines[0].name for e in stock)
            tier = _tier(site, stock, asked)
            if listed and tier and _kept(site, tier, asked):
                found.append(((FRESH_TO_WORST.index(tier), number), tier, site))
    return sorted(found, key=lambda each: each[0])


def _kept(site: Site, tier: str, asked: Asked) -> bool:
    if asked.in_stock and tier not in GOOD:
        return False
    open_now = opening(site.hours, site.timezone, site.operating_status, NOW).open_now
    return bool(open_now) or not asked.open_now


def _tier(site: Site, stock: Sequence[StockEntry], asked: Asked) -> str | None:
    """The worst over the medicines asked for; None when the site is no help."""
    tiers = []
    for medicine in asked.medicines:
        mine = [e for e in stock if e.site_id == site.site_id and e.medicine == medicine.name]
        best = _best(site, mine, medicine, asked)
        if best is None:
            callable_kind = "pharmacy"
            if medicine.name == "methadone" and asked.opioid_use_disorder:
                callable_kind = "opioid_treatment_program"
            if site.kind != callable_kind:
                return None
            best = "unlisted"
        tiers.append(best)
    if "unlisted" in tiers and "out" in tiers:
        return None
    return max(tiers, key=FRESH_TO_WORST.index)


def _best(site: Site, rows: Sequence[StockEntry], medicine: Medicine, asked: Asked) -> str | None:
    if medicine.name == "methadone" and asked.opioid_use_disorder:
        if site.kind != "opioid_treatment_program":
            return None
    elif medicine.schedule:
        if site.kind not in ("pharmacy", "specialty_pharmacy", "hospital", "opioid_treatment_program"):
            return None
    elif site.kind == "hospital" and "outpatient_pharmacy" not in site.services:
        return None
    visible = [row for row in rows if _may_see(site, row, asked)]
    # One product each in these worlds: the newest row is what holds, apart for bought and donated stock.
    newest = {}
    for row in sorted(visible, key=lambda row: row.as_of):
        newest[row.program] = row
    tiers = [_tier_of(row) for row in newest.values()]
    return min(tiers, key=FRESH_TO_WORST.index) if tiers else None


def _may_see(site: Site, row: StockEntry, asked: Asked) -> bool:
    if not row.program:
        return True
    gives = site.kind in ("clinic", "health_center", "charity", "mobile_unit")
    return gives and asked.coverage in ("unknown", "uninsured")


def _tier_of(row: StockEntry) -> str:
    hours = (NOW - row.as_of).total_seconds() / 3600
    if hours > 72 or row.status == "unknown":
        return "call"
    if row.status == "in_stock":
        return "in_stock" if hours <= 24 else "ageing"
    return row.status
