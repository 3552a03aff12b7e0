"""`/readyz` says what can be used and how fresh it is; a broken part makes it 503 and hides no other."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from litestar.testing import TestClient
from sqlalchemy import text

from api.application import create_app
from api.services import opened
from api.settings import Settings

Client = TestClient[Any]
PARTS = ["tables", "documents", "declarations", "activations", "availability"]


def test_all_parts_are_ready_and_say_how_fresh_they_are(client: Client) -> None:
    response = client.get("/readyz")
    assert response.status_code == 200
    body = response.json()
    assert body["ready"] is True
    assert [part["name"] for part in body["parts"]] == PARTS
    fresh = {part["name"]: part["as_of"] for part in body["parts"]}
    assert fresh["documents"]
    assert fresh["availability"]
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_broken_part_is_named_and_the_server_goes_on(untouched_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(untouched_home, home)
    settings = Settings(home=str(home), log_level="error")
    with opened(settings) as services, TestClient(create_app(settings, services)) as client:
        with services.knowledge.engine.begin() as connection:
            connection.execute(text("DROP TABLE stock"))
        response = client.get("/readyz")
        assert response.status_code == 503
        broken = [part["name"] for part in response.json()["parts"] if not part["ready"]]
        assert broken == ["availability"]
        assert client.get("/healthz").status_code == 200
        assert client.get("/v1/medicines?q=lantus").status_code == 200
        failed = client.get("/v1/places?near=33602&medicine=lantus")
        assert failed.status_code == 500
        assert "stock" not in failed.text


def test_metrics_name_paths_by_their_template(client: Client) -> None:
    client.get("/c/medicine.insulin-glargine")
    metrics = client.get("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain")
    assert 'path="/c/{citation_id}"' in metrics.text
    assert "glargine" not in metrics.text
