"""Every table and document set is counted, with its oldest check and what is not confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.holdings import holdings

if TYPE_CHECKING:
    from api.services import Services


def test_every_table_is_counted(services: Services) -> None:
    held = {holding.name: holding for holding in holdings(services.knowledge)}
    assert held["documents (en)"].count >= 70
    assert held["documents (es)"].count > 0
    assert held["refill rules"].count == 121
    assert held["refill rules"].unconfirmed == 19
    assert held["boards of pharmacy"].count == 54
    assert held["donation programs"].count == 64
    assert held["medicines"].count > 1000
    assert held["ZIP codes"].count > 40_000
    assert {"hotlines", "declarations", "activations"} <= held.keys()
    assert held["hotlines"].oldest_checked.startswith("20")
