"""The useful order of places, as the contract has it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.availability import search
from knowledge.availability.table import AvailabilityTable
from tests.knowledge.availability.conftest import NOW
from tests.knowledge.availability.world import TAMPA, entry, shown, site, store


def test_fresh_before_ageing_before_low_before_call_first_before_out(table: AvailabilityTable) -> None:
    store(
        table,
        [
            site("out", 1),
            site("stale", 2),
            site("unknown", 3),
            site("low", 4),
            site("ageing", 5),
            site("fresh", 6),
        ],
        [
            entry("out", status="out"),
            entry("stale", hours=80),
            entry("unknown", status="unknown"),
            entry("low", status="low"),
            entry("ageing", hours=30),
            entry("fresh", hours=2),
        ],
    )
    assert shown(table) == ["fresh", "ageing", "low", "stale", "unknown", "out"]


def test_within_a_tier_the_nearer_comes_first(table: AvailabilityTable) -> None:
    store(table, [site(f"s{m}", m) for m in (9, 3, 7)], [entry(f"s{m}", hours=m) for m in (9, 3, 7)])
    assert shown(table) == ["s3", "s7", "s9"]


def test_a_site_that_opens_within_12_hours_counts_like_an_open_one(table: AvailabilityTable) -> None:
    # It is Wednesday 14:00.
    hours = {"late": "Th 09:00-17:00", "soon": "Th 01:00-17:00", "open": "We 09:00-17:00"}
    store(
        table,
        [site(name, miles, hours=hours[name]) for miles, name in enumerate(hours, start=1)],
        [entry(name) for name in hours],
    )
    assert shown(table) == ["soon", "open", "late"]
    places = table.search([glargine(table)], *TAMPA, NOW).places
    assert [place.open_now for place in places] == [False, True, False]
    assert places[0].opens_at == NOW + timedelta(hours=11)
    assert places[1].closes_at == NOW + timedelta(hours=3)


def glargine(table: AvailabilityTable):  # type: ignore[no-untyped-def]
    return table.vocabulary.by_name("insulin glargine")


def test_hours_that_nobody_listed_rest_on_the_reported_status(table: AvailabilityTable) -> None:
    store(
        table,
        [site("nothing known", 1, hours="", operating_status="unknown"), site("reported open", 2, hours="")],
        [entry("nothing known"), entry("reported open")],
    )
    assert shown(table) == ["reported open", "nothing known"]
    assert table.search([glargine(table)], *TAMPA, NOW).places[0].open_now is None


def test_closed_sites_are_left_out_unless_nothing_else_is_near(table: AvailabilityTable) -> None:
    store(
        table, [site("shut", 1, operating_status="closed"), site("far", 200)], [entry("shut"), entry("far")]
    )
    assert shown(table) == ["far"]
    assert shown(table, radius_miles=50) == ["shut"]


def test_the_circle_widens_while_fewer_than_three_have_stock(table: AvailabilityTable) -> None:
    store(
        table,
        [site("near", 5), site("forty", 40), site("ninety", 90), site("far", 240), site("beyond", 260)],
        [entry(name) for name in ("near", "forty", "ninety", "far", "beyond")],
    )
    result = table.search([glargine(table)], *TAMPA, NOW)
    assert [place.site_id for place in result.places] == ["near", "forty", "ninety"]
    assert result.widened_to_miles == 100


def test_stale_stock_does_not_end_the_widening(table: AvailabilityTable) -> None:
    store(
        table,
        [site(f"stale{n}", n) for n in range(1, 5)] + [site(f"good{n}", 30 + n) for n in range(3)],
        [entry(f"stale{n}", hours=100) for n in range(1, 5)] + [entry(f"good{n}") for n in range(3)],
    )
    result = table.search([glargine(table)], *TAMPA, NOW)
    assert result.widened_to_miles == 50
    assert [p.site_id for p in result.places][:4] == ["good0", "good1", "good2", "stale1"]


def test_widening_is_told_in_steps_however_sites_are_read(
    table: AvailabilityTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MANY_SITES", 4)
    monkeypatch.setattr(search, "FEWEST_READ", 4)
    store(table, [site(f"s{n}", 30 + n) for n in range(12)], [entry(f"s{n}") for n in range(12)])
    result = table.search([glargine(table)], *TAMPA, NOW, limit=1)
    assert ([place.site_id for place in result.places], result.widened_to_miles) == (["s0"], 50)


def test_sites_at_one_place_hide_none_farther_out(
    table: AvailabilityTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW_SITES", 1)
    monkeypatch.setattr(search, "MANY_SITES", 4)
    monkeypatch.setattr(search, "FEWEST_READ", 4)
    crowd = [f"s{n}" for n in range(30)]
    listing = [*crowd[:2], "far"]
    store(table, [*(site(each, 1) for each in crowd), site("far", 9)], [entry(each) for each in listing])
    assert shown(table)[:3] == ["s0", "s1", "far"]


def test_within_25_miles_nothing_is_said_of_widening(table: AvailabilityTable) -> None:
    store(table, [site(f"s{n}", n) for n in range(3)], [entry(f"s{n}") for n in range(3)])
    assert table.search([glargine(table)], *TAMPA, NOW).widened_to_miles is None


def test_an_explicit_radius_never_widens(table: AvailabilityTable) -> None:
    store(table, [site("near", 5), site("forty", 40)], [entry("near"), entry("forty")])
    result = table.search([glargine(table)], *TAMPA, NOW, radius_miles=30)
    assert [place.site_id for place in result.places] == ["near"]
    assert result.widened_to_miles is None


def test_nothing_anywhere_says_how_far_was_looked(table: AvailabilityTable) -> None:
    result = table.search([glargine(table)], *TAMPA, NOW)
    assert (result.places, result.widened_to_miles) == ((), 250)


def test_several_medicines_mean_all_of_them(table: AvailabilityTable) -> None:
    store(
        table,
        [site("both", 5), site("one", 1, kind="clinic"), site("worse", 2)],
        [
            entry("both"),
            entry("both", "lisinopril"),
            entry("one"),
            entry("worse"),
            entry("worse", "lisinopril", hours=100),
        ],
    )
    assert shown(table, "insulin glargine", "lisinopril") == ["both", "worse"]
    place = table.search([glargine(table)] * 2, *TAMPA, NOW).places[0]
    assert [line.medicine for line in place.stock] == ["insulin glargine"]


def test_a_pharmacy_that_lists_one_of_two_may_be_called_about_the_other(table: AvailabilityTable) -> None:
    store(
        table, [site("one", 1), site("both", 9)], [entry("one"), entry("both"), entry("both", "lisinopril")]
    )
    result = table.search(
        [glargine(table), table.vocabulary.by_name("lisinopril")],
        *TAMPA,
        NOW,  # type: ignore[list-item]
    )
    assert [(place.site_id, place.tier) for place in result.places] == [
        ("both", "in_stock"),
        ("one", "unlisted"),
    ]
    assert [line.medicine for line in result.places[1].stock] == ["insulin glargine"]


def test_a_group_searches_its_members_and_each_line_says_which(table: AvailabilityTable) -> None:
    store(table, [site("a"), site("b", 2)], [entry("a", "insulin lispro"), entry("b", "lisinopril")])
    group = table.vocabulary.by_name("insulin (type not stated)")
    assert group
    result = table.search([group], *TAMPA, NOW)
    assert [line.medicine for line in result.places[0].stock] == ["insulin lispro"]
    assert [place.tier for place in result.places] == ["in_stock", "unlisted"]


def test_open_pharmacies_without_a_row_come_after_those_with_one(table: AvailabilityTable) -> None:
    store(
        table,
        [
            site("silent", 1),
            site("asleep", 1, hours="Fr 09:00-10:00"),
            site("clinic", 1, kind="clinic"),
            site("stale", 9),
            site("out", 2),
        ],
        [entry("stale", hours=100), entry("out", status="out")],
    )
    result = table.search([glargine(table)], *TAMPA, NOW)
    assert [(p.site_id, p.tier) for p in result.places] == [
        ("stale", "call"),
        ("silent", "unlisted"),
        ("asleep", "unlisted"),
        ("out", "out"),
    ]
    assert result.places[1].call_first


def test_in_stock_keeps_only_fresh_and_ageing_stock(table: AvailabilityTable) -> None:
    store(
        table,
        [site("good", 5), site("low", 6), site("stale", 1), site("silent", 2)],
        [entry("good", hours=50), entry("low", status="low"), entry("stale", hours=73)],
    )
    assert shown(table, in_stock=True) == ["good", "low"]


def test_open_now_keeps_only_what_is_open_at_this_moment(table: AvailabilityTable) -> None:
    store(
        table,
        [site("open", 5), site("soon", 1, hours="We 20:00-22:00"), site("maybe", 2, hours="")],
        [entry("open"), entry("soon"), entry("maybe")],
    )
    assert shown(table, open_now=True) == ["open"]


def test_mail_order_comes_last_and_has_no_distance(table: AvailabilityTable) -> None:
    store(
        table,
        [
            site("post", kind="mail_order", latitude=None, longitude=None),
            site("out", 3),
            site("warehouse", 1, kind="mail_order"),
        ],
        [entry("post"), entry("out", status="out"), entry("warehouse", hours=30)],
    )
    result = table.search([glargine(table)], *TAMPA, NOW)
    assert [(p.site_id, p.distance_miles) for p in result.places] == [
        ("out", 3.0),
        ("post", None),
        ("warehouse", None),
    ]


def test_methadone_for_opioid_use_disorder_is_only_at_treatment_programs(table: AvailabilityTable) -> None:
    store(
        table,
        [
            site("pharmacy", 1),
            site("program", 9, kind="opioid_treatment_program"),
            site("silent program", 12, kind="opioid_treatment_program"),
        ],
        [entry("pharmacy", "methadone"), entry("program", "methadone")],
    )
    assert shown(table, "methadone", opioid_use_disorder=True) == ["program", "silent program"]
    assert shown(table, "methadone") == ["pharmacy", "program"]
    assert shown(table, "addiction treatment medicine (type not stated)")[0] == "program"


@pytest.mark.parametrize(
    ("kind", "services", "medicine", "expected"),
    [
        ("clinic", (), "oxycodone", False),
        ("mail_order", (), "oxycodone", False),
        ("hospital", (), "oxycodone", True),
        ("hospital", (), "insulin glargine", False),
        ("hospital", ("emergency", "outpatient_pharmacy"), "insulin glargine", True),
        ("shelter", (), "insulin glargine", True),
    ],
)
def test_who_can_hand_it_over(
    table: AvailabilityTable, kind: str, services: tuple[str, ...], medicine: str, expected: bool
) -> None:
    store(table, [site("s", kind=kind, services=services)], [entry("s", medicine)])
    assert shown(table, medicine) == (["s"] if expected else [])


def test_donated_stock_only_at_charities_and_clinics_and_only_without_coverage(
    table: AvailabilityTable,
) -> None:
    store(
        table,
        [site("pharmacy", 1), site("clinic", 2, kind="clinic"), site("charity", 3, kind="charity")],
        [entry(s, program="direct-relief") for s in ("pharmacy", "clinic", "charity")]
        + [entry("charity", hours=50)],
    )
    assert shown(table) == ["clinic", "charity", "pharmacy"]  # the pharmacy as one to call
    for coverage, expected in (("uninsured", ["clinic", "charity"]), ("medicare", ["charity"])):
        places = table.search([glargine(table)], *TAMPA, NOW, coverage=coverage).places
        assert [place.site_id for place in places if place.stock] == expected
    donated = table.search([glargine(table)], *TAMPA, NOW).places[0]
    assert donated.free_for_uninsured
    assert donated.stock[0].program == "direct-relief"


def test_the_newer_of_two_sources_is_shown_and_the_other_named(table: AvailabilityTable) -> None:
    store(
        table,
        [site("a")],
        [entry("a", hours=9, status="in_stock"), entry("a", hours=2, status="out", source="other")],
    )
    place = table.search([glargine(table)], *TAMPA, NOW).places[0]
    (line,) = place.stock
    assert (place.tier, line.status, line.source) == ("out", "out", "other")
    assert line.another_source_differs
    assert [(d.source, d.status) for d in line.differs] == [("feed", "in_stock")]


def test_an_older_row_of_another_source_cannot_make_a_site_look_better(table: AvailabilityTable) -> None:
    store(
        table,
        [site("lost", 1)] + [site(f"s{n}", 5 + n) for n in range(3)],
        [entry("lost", hours=9), entry("lost", hours=2, status="out", source="other")]
        + [entry(f"s{n}") for n in range(3)],
    )
    assert shown(table, limit=3) == ["s0", "s1", "s2"]


def test_strengths_stand_side_by_side_and_another_than_asked_for_is_an_alternative(
    table: AvailabilityTable,
) -> None:
    store(
        table,
        [site("a")],
        [
            entry("a", strength="100 units/mL", form="pen"),
            entry("a", strength="300 units/mL", form="pen", hours=0.5),
        ],
    )
    place = table.search([glargine(table)], *TAMPA, NOW, strength="100 Units/mL").places[0]
    assert [(line.strength, line.alternative) for line in place.stock] == [
        ("100 units/mL", False),
        ("300 units/mL", True),
    ]


def test_the_worth_of_a_report_follows_its_sources_cadence(table: AvailabilityTable) -> None:
    store(table, [site("a")], [entry("a", hours=100)])
    assert table.search([glargine(table)], *TAMPA, NOW).places[0].stock[0].freshness == "stale"
    table.set_cadence("feed", fresh_hours=168, ageing_hours=336)
    line = table.search([glargine(table)], *TAMPA, NOW).places[0].stock[0]
    assert (line.freshness, line.status, line.age_hours) == ("fresh", "in_stock", 100.0)


def test_ages_move_with_the_clock(table: AvailabilityTable) -> None:
    store(table, [site("a")], [entry("a")])
    for hours, expected in (
        (0, "fresh"),
        (23, "fresh"),
        (24, "ageing"),
        (71, "ageing"),
        (72, "stale"),
        (-5, "fresh"),
    ):
        line = table.search([glargine(table)], *TAMPA, NOW + timedelta(hours=hours)).places[0].stock[0]
        assert (line.freshness, line.age_hours) == (expected, max(0, hours + 1))


def test_no_medicine_means_the_nearest_sites(table: AvailabilityTable) -> None:
    store(table, [site("b", 2), site("a", 1, kind="shelter")])
    assert [p.site_id for p in table.search([], *TAMPA, NOW).places] == ["a", "b"]
