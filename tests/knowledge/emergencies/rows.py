"""Small OpenFEMA files and activations for the tests, written as the real ones are."""

from __future__ import annotations

from datetime import UTC, datetime

DECLARATION = {
    "femaDeclarationString": "DR-9001-FL",
    "disasterNumber": "9001",
    "state": "FL",
    "declarationType": "DR",
    "declarationDate": "2026-10-01T00:00:00.000Z",
    "fyDeclared": "2027",
    "incidentType": "Hurricane",
    "declarationTitle": "HURRICANE TEST",
    "incidentBeginDate": "2026-09-28T00:00:00.000Z",
    "incidentEndDate": "",
    "disasterCloseoutDate": "",
    "tribalRequest": "False",
    "fipsStateCode": "12",
    "fipsCountyCode": "057",
    "placeCode": "99057",
    "designatedArea": "Hillsborough (County)",
    "lastRefresh": "2026-11-20T10:00:00.000Z",
}
ACTIVATION_HEADER = "activation_id,kind,title,state,county_fips,zip,begins,ends,authority,source_url,note\n"


def row(**changes: str) -> dict[str, str]:
    return {**DECLARATION, **changes}


def openfema_csv(*rows: dict[str, str]) -> bytes:
    lines = [",".join(rows[0])]
    lines += [",".join(f'"{value}"' for value in r.values()) for r in rows]
    return ("\n".join(lines) + "\n").encode()


def activations_csv(*lines: str) -> bytes:
    return (ACTIVATION_HEADER + "".join(line + "\n" for line in lines)).encode()


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
