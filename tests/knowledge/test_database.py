"""The schema's versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.database import database_url, migrate, open_database
from knowledge.errors import Unavailable


def test_tables_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    engine = open_database(database_url(tmp_path))
    migrate(engine)
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Unavailable, match=r"newer Tideover made these tables.*9999.*TIDEOVER_HOME"):
        migrate(engine)
    with engine.connect() as connection:
        held = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    assert held == "9999"
    engine.dispose()
