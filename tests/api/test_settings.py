"""The settings are read from the environment over `.env`, checked, and all described in the README."""

from pathlib import Path

import pytest

from api.settings import Settings, describe, load_settings, unknown_variables, variable
from knowledge.errors import BadInput

NO_FILE = Path("no-such-file")
README = Path(__file__).parents[2] / "README.md"


def test_defaults_need_no_network_and_no_key() -> None:
    settings = load_settings({}, NO_FILE)
    assert (settings.database_url, settings.chroma_url, settings.store_url, settings.chat_model) == ("",) * 4
    assert settings.home_path == Path("~/.tideover").expanduser()
    assert not settings.drill_mode


def test_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TIDEOVER_DRILL=on\nTIDEOVER_SAMPLE_DATA=off\nOTHER=1\n")
    settings = load_settings({"TIDEOVER_DRILL": "off"}, file)
    assert (settings.drill, settings.sample_data) == ("off", "off")


def test_an_empty_value_is_the_default() -> None:
    assert load_settings({"TIDEOVER_SAMPLE_DATA": " "}, NO_FILE) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIDEOVER_DRILL", "yes"),
        ("TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE", "many"),
        ("TIDEOVER_ADDRESS_REQUESTS_PER_MINUTE", "0"),
        ("TIDEOVER_LOG_LEVEL", "everything"),
    ],
)
def test_a_bad_value_names_its_variable_and_not_itself(name: str, value: str) -> None:
    with pytest.raises(BadInput) as caught:
        load_settings({name: value}, NO_FILE)
    assert name in caught.value.message
    assert f" {value}" not in caught.value.message


def test_misspelt_variables_are_told() -> None:
    assert unknown_variables({"TIDEOVER_HOEM": "x", "PATH": "y"}, NO_FILE) == ["TIDEOVER_HOEM"]


def test_every_setting_says_what_it_means() -> None:
    assert [name for name, _, meaning in describe() if len(meaning) < 10] == []
    assert len(describe()) == len(Settings.__struct_fields__)


def test_the_readme_lists_every_setting() -> None:
    readme = README.read_text("utf-8")
    missing = [
        variable(field) for field in Settings.__struct_fields__ if f"`{variable(field)}`" not in readme
    ]
    assert missing == []
