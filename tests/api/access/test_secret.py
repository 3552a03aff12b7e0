"""Secrets are long, salted, hashed slowly and compared whole."""

from api.access.secret import hash_secret, matches, new_key, split_key


def test_a_key_takes_apart_into_what_it_was_made_of() -> None:
    key_id, secret, whole = new_key()
    assert split_key(whole) == (key_id, secret)
    assert len(secret) >= 43  # 256 bits
    assert new_key()[2] != whole


def test_the_hash_holds_no_secret_and_two_of_one_secret_differ() -> None:
    _, secret, _ = new_key()
    stored = hash_secret(secret)
    assert secret not in stored
    assert stored != hash_secret(secret)
    assert matches(secret, stored)
    assert not matches(secret[:-1] + ("A" if secret[-1] != "A" else "B"), stored)


def test_what_is_no_key_does_not_take_apart() -> None:
    for text in ("", "tdo_", "tdo_0123456789ab_short", "tdo_0123456789ab_" + "x" * 44, " " + new_key()[2]):
        assert split_key(text) is None
