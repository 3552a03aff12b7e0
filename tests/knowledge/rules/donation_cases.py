"""The kinds of items and donors that every donation program is asked about in `cases/donations.csv`."""

from __future__ import annotations

from typing import Any

# Each case changes one thing of an item that a program with known rules could take.
GOOD: dict[str, Any] = {
    "medicine": "lisinopril",
    "expires": "2028-06-30",
    "sealed": True,
    "original_packaging": True,
    "quantity": 10,
    "lot": "A1",
}
CASES: dict[str, dict[str, Any]] = {
    "sealed_long": {},
    "opened": {"sealed": False},
    "short_dating": {"expires": "2026-12-15"},
    "controlled": {"medicine": "alprazolam"},
    "refrigerated": {"medicine": "insulin glargine", "refrigerated_chain_kept": True},
    "cold_chain_broken": {"medicine": "insulin glargine", "refrigerated_chain_kept": False},
    "rems": {"medicine": "isotretinoin"},
    "cancer": {"medicine": "imatinib"},
    "unknown_medicine": {"medicine": "zzyzxol"},
}
DONORS = ("individual", "pharmacy")
