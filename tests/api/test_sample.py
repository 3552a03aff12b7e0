"""The sample scenario stands alone: whatever real comes in removes all of it, and a refused file nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.command_line import main
from api.preparing import opened_tables, prepare
from api.sample import sample_loaded
from api.settings import Settings
from knowledge.emergencies.freshness import freshness
from tests.api.command_line.test_commands import DECLARATIONS, SITES

ACTIVATIONS = (
    "activation_id,kind,title,state,county_fips,zip,begins,ends,authority,source_url,note\n"
    "a1,governor_emergency,Order 24-214,FL,,,2024-10-05,,EO 24-214,https://example.org,\n"
)
REFUSED = SITES.splitlines()[0] + "\na-2,Castle,castle,Tampa,FL,33602,,,,\n"


@pytest.fixture
def settings(untouched_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    home = Path(shutil.copytree(untouched_home, tmp_path / "home"))
    monkeypatch.setenv("TIDEOVER_HOME", str(home))
    return Settings(home=str(home))


def invented(settings: Settings) -> tuple[bool, bool]:
    """Whether invented places, and whether an invented emergency are held."""
    with opened_tables(settings) as engine, engine.connect() as connection:
        return sample_loaded(engine), freshness(connection).drill_loaded


@pytest.mark.parametrize(
    ("command", "text"),
    [
        (("availability", "import", "--source", "county", "sites"), SITES),
        (("declarations", "import"), DECLARATIONS),
        (("activations", "import"), ACTIVATIONS),
    ],
    ids=["sites", "declarations", "activations"],
)
def test_real_data_remove_all_that_is_invented(
    settings: Settings, tmp_path: Path, command: tuple[str, ...], text: str
) -> None:
    assert invented(settings) == (True, True)
    file = tmp_path / ("feed.json" if text == DECLARATIONS else "feed.csv")
    file.write_text(text)
    done = CliRunner().invoke(main, [*command, str(file)])
    assert done.exit_code == 0, done.output
    assert invented(settings) == (False, False)
    prepare(settings).engine.dispose()
    assert invented(settings) == (False, False), "it came back with the next start"


def test_a_refused_feed_removes_nothing(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "feed.csv"
    file.write_text(REFUSED)
    CliRunner().invoke(main, ["availability", "import", "--source", "county", "sites", str(file)])
    assert invented(settings) == (True, True)
