"""The command line: what each command prints and with which exit code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from api.command_line import main

LANTUS = (
    "I left my Lantus at home when we evacuated St. Petersburg. "
    "I'm at a shelter in Tampa 33602, where can I get more?"
)
HEAVY = (
    "torch",
    "sentence_transformers",
    "chromadb",
    "langchain_core",
    "litestar",
    "sqlalchemy",
    "alembic",
    "rich",
)
SITES = (
    "site_id,name,kind,city,state,zip,status_as_of,operating_status,hours,colour\n"
    "a-1,Real Pharmacy,pharmacy,Tampa,FL,33602,2026-11-25T12:00:00Z,open,24/7,blue\n"
    "a-2,Castle,castle,Tampa,FL,33602,,,,\n"
)
DECLARATIONS = json.dumps(
    [
        {
            "femaDeclarationString": "DR-4834-FL",
            "disasterNumber": 4834,
            "state": "FL",
            "declarationType": "DR",
            "declarationDate": "2024-10-11T00:00:00.000Z",
            "incidentType": "Hurricane",
            "declarationTitle": "HURRICANE MILTON",
            "incidentBeginDate": "2024-10-05T00:00:00.000Z",
            "incidentEndDate": "2024-11-02T00:00:00.000Z",
            "fipsStateCode": "12",
            "fipsCountyCode": "057",
            "designatedArea": "Hillsborough (County)",
            "placeCode": "99057",
        }
    ]
)
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a data folder of its own."""
    monkeypatch.setenv("TIDEOVER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def run_(*arguments: str, **variables: str) -> Result:
        return CliRunner().invoke(main, list(arguments), env=variables, catch_exceptions=False)

    return run_


@pytest.fixture
def run_built(built_home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the shared data folder."""
    monkeypatch.setenv("TIDEOVER_HOME", str(built_home))

    def run_(*arguments: str, **variables: str) -> Result:
        return CliRunner().invoke(main, list(arguments), env=variables, catch_exceptions=False)

    return run_


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from api.command_line import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert "serve" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("serve", "--port", "x"),
        ("serve", "--workers", "0"),
        ("keys", "create", "--role", "boss", "--name", "x"),
        ("keys", "create", "--role", "agent"),
        ("availability", "import", "castles", "x.csv"),
        ("declarations", "import", "no-such-file.json"),
        ("documents", "add"),
        ("ask",),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(run: Run) -> None:
    made = run("keys", "create", "--role", "agent", "--name", "Call center", "--days", "30")
    assert made.exit_code == 0
    whole = made.stdout.strip()
    assert whole.startswith("tdo_")
    listed = run("keys", "list").stdout
    key_id = whole.split("_")[1]
    assert key_id in listed
    assert "Call center" in listed
    assert whole.split("_", 2)[2] not in listed
    assert run("keys", "revoke", key_id).exit_code == 0
    unknown = run("keys", "revoke", "000000000000")
    assert unknown.exit_code == 1
    assert "Error: There is no key" in unknown.stderr


def test_a_feed_goes_in_and_out(run: Run, tmp_path: Path) -> None:
    feed = tmp_path / "sites.csv"
    feed.write_text(SITES)
    done = run("availability", "import", "sites", str(feed), "--source", "county")
    assert done.exit_code == 0, done.output
    assert "accepted 1, updated 0, unchanged 0, mended" in done.stdout
    assert "rejected 1" in done.stdout
    assert (tmp_path / "sites.rejected.csv").read_text().splitlines()[0].endswith(",error")
    again = run("availability", "import", "sites", str(feed), "--source", "county")
    assert "accepted 0, updated 0, unchanged 1" in again.stdout
    out = tmp_path / "out.csv"
    assert run("availability", "export", "sites", str(out)).exit_code == 0
    assert "Real Pharmacy" in out.read_text()
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\x00\x01\x02")
    assert run("availability", "import", "stock", str(broken)).exit_code == 1


def test_declarations_and_activations_go_in_whole_or_not_at_all(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "declarations.json"
    file.write_text(DECLARATIONS)
    done = run("declarations", "import", str(file))
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("accepted 1 rows: 1 added")
    assert "1 unchanged" in run("declarations", "import", str(file)).stdout
    file.write_text("[{]")
    assert run("declarations", "import", str(file)).exit_code == 1
    rows = tmp_path / "activations.csv"
    rows.write_text(
        "activation_id,kind,title,state,county_fips,zip,begins,ends,authority,source_url,note\n"
        "a1,governor_emergency,Order 24-214,FL,,,2024-10-05,,EO 24-214,https://example.org,\n"
    )
    assert run("activations", "import", str(rows)).exit_code == 0
    rows.write_text("activation_id,kind\nx,party\n")
    assert run("activations", "import", str(rows)).exit_code == 1


def test_a_donation_is_checked_without_a_server(run: Run) -> None:
    done = run("donation", "check", "--medicine", "lisinopril", "--expires", "2099-12")
    assert done.exit_code == 0, done.output
    assert "lisinopril" in done.stdout
    assert "eligible" in done.stdout or "needs review" in done.stdout
    expired = run("donation", "check", "--medicine", "lisinopril", "--expires", "2020-01-01")
    assert expired.exit_code == 1
    assert "expire" in expired.stderr


def test_ask_answers_with_numbered_sources(run_built: Run) -> None:
    done = run_built("ask", LANTUS)
    assert done.exit_code == 0, done.output
    assert "Sources" in done.stdout
    assert "465.0275" in done.stdout
    assert "\x1b" not in done.stdout  # no colours where there is no terminal


def test_ask_as_json_is_the_answer_of_the_api(run_built: Run, client: Any) -> None:
    moment = "2026-11-25T18:00:00Z"
    told = json.loads(run_built("ask", LANTUS, "--json", "--as-of", moment).stdout)
    api = client.post("/v1/chat", json={"message": LANTUS, "as_of": moment}).json()
    assert [section["title"] for section in told["sections"]] == [
        section["title"] for section in api["sections"]
    ]
    assert [citation["id"] for citation in told["citations"]] == [
        citation["id"] for citation in api["citations"]
    ]
    near = json.loads(run_built("ask", "Where is Lantus?", "--near", "33602", "--json").stdout)
    assert near["understood"]["current_place"]["zip"] == "33602"


@pytest.mark.parametrize(
    "arguments", [("ask", " "), ("ask", "x", "--near", "00000"), ("ask", "x", "--as-of", "soon")]
)
def test_ask_tells_what_it_cannot_read(run_built: Run, arguments: tuple[str, ...]) -> None:
    done = run_built(*arguments)
    assert done.exit_code in (1, 2)
    assert "Error" in done.stderr


def test_doctor_tells_settings_and_freshness_and_hides_secrets(run_built: Run) -> None:
    done = run_built("doctor", TIDEOVER_STORE_URL="redis://user:hunter2@127.0.0.1:1/0", TIDEOVER_HOEM="x")
    assert "TIDEOVER_SAMPLE_DATA" in done.stdout
    assert "documents" in done.stdout
    assert "hunter2" not in done.output
    assert "TIDEOVER_HOEM is no setting" in done.stderr


def test_documents_are_added_listed_and_removed(run_built: Run, tmp_path: Path) -> None:
    file = tmp_path / "water.md"
    file.write_text(
        "# Boil water notice\n\nBoil tap water for one minute before you drink it in Drilltown.\n"
    )
    added = run_built("documents", "add", str(file))
    assert added.exit_code == 0, added.output
    document_id = added.stdout.split(": ")[1].split()[0]
    assert document_id in run_built("documents", "list").stdout
    assert run_built("documents", "remove", document_id).exit_code == 0
    assert document_id not in run_built("documents", "list").stdout
    assert run_built("documents", "remove", "no-such-document").exit_code == 1
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    refused = run_built("documents", "add", str(broken))
    assert refused.exit_code == 1
    assert "broken.pdf" in refused.stderr


def test_a_document_that_contradicts_is_told_and_decided_and_one_can_expire(
    run_built: Run, tmp_path: Path
) -> None:
    file = tmp_path / "epap-line.md"
    file.write_text(
        "---\nid: epap-new-line\ntitle: EPAP has a new hotline\nprogram: epap\naudience: [evacuee]\n"
        "jurisdiction: [US]\nlanguage: en\ntopics: []\n"
        "sources: [{url: '', title: A letter, checked: '2026-11-20'}]\n"
        "confidence: medium\n---\n## How do you sign up?\n"
        "Call the EPAP hotline at 1-855-555-0188 to ask if you qualify and to sign up. [1]\n"
    )
    added = run_built("documents", "add", str(file))
    assert added.exit_code == 0, added.output
    assert "contradicts: epap" in added.stdout
    listed = run_built("documents", "conflicts").stdout
    assert "1-855-555-0188" in listed
    conflict = next(line for line in listed.splitlines() if "1-855-555-0188" in line).split()[0]
    assert run_built("documents", "decide", conflict, "held").exit_code == 0
    assert conflict not in run_built("documents", "conflicts").stdout
    assert run_built("documents", "expire", "epap-new-line", "soon").exit_code == 2
    assert run_built("documents", "expire", "epap-new-line", "2020-01-01").exit_code == 0
    assert "epap-new-line" in run_built("doctor").stdout
    assert run_built("documents", "remove", "epap-new-line").exit_code == 0


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"TIDEOVER_DATABASE_URL": "nonsense"}, "TIDEOVER_DATABASE_URL"),
        ({"TIDEOVER_DATABASE_URL": "postgresql+psycopg://u:hunter2@127.0.0.1:1/x"}, "TIDEOVER_DATABASE_URL"),
        ({"TIDEOVER_HOME": f"{os.devnull}/x"}, "TIDEOVER_HOME"),
        ({"TIDEOVER_DRILL": "maybe"}, "TIDEOVER_DRILL"),
    ],
)
def test_what_is_configured_wrongly_is_told_in_one_sentence(
    run: Run, variables: dict[str, str], says: str
) -> None:
    done = run("keys", "list", **variables)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert says in done.stderr
    assert "hunter2" not in done.output
    assert "Traceback" not in done.output
