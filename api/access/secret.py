"""The secret in an access key: how it is made, hashed and compared."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

KEY_PATTERN = re.compile(r"tdo_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
# About 16 MB and 40 ms a guess; the secret has 256 random bits, so this guards a leaked table.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**14, 8, 1
SALT_BYTES = 16
SECRET_BYTES = 32


def new_key() -> tuple[str, str, str]:
    """A fresh (key id, secret, whole key); the whole key is shown once and never stored."""
    key_id, secret = secrets.token_hex(6), secrets.token_urlsafe(SECRET_BYTES)
    return key_id, secret, f"tdo_{key_id}_{secret}"


def split_key(key: str) -> tuple[str, str] | None:
    """(key id, secret) of a well-formed key, else None."""
    match = KEY_PATTERN.fullmatch(key)
    return (match[1], match[2]) if match else None


def hash_secret(secret: str) -> str:
    """`scrypt$N$r$p$salt$hash`, so that the parameters can be raised later without losing old keys."""
    salt = secrets.token_bytes(SALT_BYTES)
    digest = _scrypt(secret, salt, SCRYPT_N, SCRYPT_R, SCRYPT_P)
    return f"scrypt${SCRYPT_N}${SCRYPT_R}${SCRYPT_P}${salt.hex()}${digest.hex()}"


def matches(secret: str, stored: str) -> bool:
    """Whether `secret` is the one behind `stored`; takes the same time for every wrong secret."""
    _, n, r, p, salt, digest = stored.split("$")
    found = _scrypt(secret, bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, bytes.fromhex(digest))


def _scrypt(secret: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(secret.encode(), salt=salt, n=n, r=r, p=p, dklen=32)
