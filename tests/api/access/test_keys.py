"""Keys are created, verified, revoked, and expire; what is remembered never outlives a revocation."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from api.access import keys as keys_module
from api.access.keys import KeyRing
from knowledge.errors import BadInput, NotFound


@pytest.fixture
def ring(engine: Engine) -> KeyRing:
    return KeyRing(engine)


def test_a_made_key_is_verified_and_its_text_stored_nowhere(ring: KeyRing, engine: Engine) -> None:
    made, whole = ring.create("agent", "Call center")
    assert ring.verify(whole) == made
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM access_key")).all()
    assert whole.split("_", 2)[2] not in str(rows)
    assert whole not in str(rows)


def test_wrong_unknown_and_malformed_keys_are_refused(ring: KeyRing) -> None:
    _, whole = ring.create("agent", "Call center")
    other = KeyRing(ring._engine).create("admin", "Other")[1]
    mixed = "_".join((*whole.split("_")[:2], other.split("_", 2)[2]))
    for wrong in (mixed, whole[:-1], whole + "x", "tdo_" + "0" * 12 + "_" + "x" * 43, "", "\x00"):
        assert ring.verify(wrong) is None


def test_revocation_holds_at_once_in_every_process(ring: KeyRing, engine: Engine) -> None:
    made, whole = ring.create("agent", "Call center")
    assert ring.verify(whole)
    assert ring.knows(whole)
    KeyRing(engine).revoke(made.id)  # as `tideover keys revoke` beside a running server
    assert ring.verify(whole) is None


def test_an_expired_key_is_refused(ring: KeyRing) -> None:
    _, gone = ring.create("agent", "Yesterday", datetime.now(UTC) - timedelta(seconds=1))
    _, held = ring.create("agent", "Tomorrow", datetime.now(UTC) + timedelta(days=1))
    assert ring.verify(gone) is None
    assert ring.verify(held)


def test_the_slow_hash_runs_once_per_key(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    _, whole = ring.create("agent", "Call center")
    assert ring.verify(whole)

    def fail(*_: object) -> bool:
        raise AssertionError("hashed again")

    monkeypatch.setattr(keys_module, "matches", fail)
    assert ring.verify(whole)


def test_last_use_is_noted(ring: KeyRing) -> None:
    made, _ = ring.create("agent", "Call center")
    assert ring.use_is_due(made)
    ring.note_uses([made.id])
    (listed,) = ring.all()
    assert listed.last_used_at is not None
    assert not ring.use_is_due(listed)


def test_bad_names_roles_and_ids_are_told(ring: KeyRing) -> None:
    with pytest.raises(BadInput):
        ring.create("agent", "  ")
    with pytest.raises(BadInput):
        ring.create("root", "x")  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        ring.revoke("0" * 12)
