"""The sample scenario: invented, marked, current, and never beside real data."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

from knowledge.availability.opening import understood
from knowledge.availability.records import KINDS, Reporter
from knowledge.availability.sample import sample_sites, sample_stock
from knowledge.availability.sample_store import clear_sample, load_sample, refresh_sample
from knowledge.availability.table import AvailabilityTable
from knowledge.medicines.vocabulary import Vocabulary
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA


def test_about_120_sites_of_all_kinds_all_marked() -> None:
    sites = sample_sites(NOW)
    assert len(sites) == 120
    assert {each.kind for each in sites} == set(KINDS)
    assert all(each.name.endswith("(sample)") and each.sample for each in sites)
    assert len({each.site_id for each in sites}) == len({each.name for each in sites}) == 120
    assert {"Tampa", "St. Petersburg", "Orlando", "Sarasota", "Lakeland"} <= {each.city for each in sites}


def test_phones_are_of_the_range_for_fiction_and_hours_can_be_evaluated() -> None:
    for each in sample_sites(NOW):
        assert re.fullmatch(r"\+1\d{3}55501\d\d", each.phone)
        assert not each.hours or understood(each.hours)


def test_some_ten_thousand_rows_of_all_ages_and_statuses(vocabulary: Vocabulary) -> None:
    rows = list(sample_stock(sample_sites(NOW), vocabulary.medicines, NOW))
    assert 9_000 < len(rows) < 12_000
    ages = [NOW - row.as_of for row in rows]
    assert min(ages) < timedelta(minutes=10)
    assert max(ages) > timedelta(days=4)
    assert min(Counter(row.status for row in rows).values()) > 300
    assert not any(vocabulary.by_name(row.medicine).class_mention for row in rows)  # type: ignore[union-attr]
    listed = {row.medicine for row in rows}
    critical = {
        m.name for m in vocabulary.medicines if m.interruption_risk == "critical" and not m.class_mention
    }
    assert len(critical - listed) < len(critical) * 0.05


def test_the_same_seed_gives_the_same_scenario(vocabulary: Vocabulary) -> None:
    later = NOW + timedelta(hours=5)
    first, second = sample_sites(NOW), sample_sites(later)
    assert [(s.site_id, s.latitude, s.operating_status) for s in first] == [
        (s.site_id, s.latitude, s.operating_status) for s in second
    ]
    rows = list(sample_stock(first, vocabulary.medicines, NOW))
    again = list(sample_stock(second, vocabulary.medicines, later))
    assert [(r.site_id, r.status, NOW - r.as_of) for r in rows] == [
        (r.site_id, r.status, later - r.as_of) for r in again
    ]


def test_insulin_is_found_near_downtown_tampa(table: AvailabilityTable) -> None:
    load_sample(table.engine, table.vocabulary, NOW)
    glargine = table.vocabulary.by_name("insulin glargine")
    assert glargine
    places = table.search([glargine], *TAMPA, NOW).places
    assert len(places) == 10
    assert all(place.sample and place.tier == "in_stock" for place in places)
    methadone = table.vocabulary.by_name("methadone")
    assert methadone
    programs = table.search([methadone], *TAMPA, NOW, opioid_use_disorder=True).places
    assert {place.kind for place in programs} == {"opioid_treatment_program"}


def test_it_is_loaded_only_where_nothing_was_imported_and_anew_when_old(
    either_table: AvailabilityTable,
) -> None:
    engine, vocabulary = either_table.engine, either_table.vocabulary
    assert refresh_sample(engine, vocabulary, NOW)
    assert not refresh_sample(engine, vocabulary, NOW + timedelta(hours=12))
    either_table.report(Reporter("key", "agent"), "sample-001", operating_status="closed", now=NOW)
    assert refresh_sample(engine, vocabulary, NOW + timedelta(hours=13))
    (source,) = either_table.freshness(NOW + timedelta(hours=13))
    assert (source.sites, source.freshness, source.sample) == (120, "fresh", True)
    assert clear_sample(engine)
    assert not clear_sample(engine)
    assert either_table.freshness(NOW) == ()
