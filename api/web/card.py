"""The pharmacist card at `/card`: one page in English to show or print. Nothing of it is stored."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.params import FromQuery, QueryParameter

from api.answering import read_clock
from api.refilling import read_refill_question
from api.services import InjectedServices
from api.web.decision_view import decision_view
from api.web.page import page
from api.web.texts import texts
from assistant.answer import Understood, UnderstoodPlace

CARD = "/card"


@get(CARD, operation_id="PharmacistCard", include_in_schema=False, sync_to_thread=True)
def pharmacist_card(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    of_state: Annotated[str, QueryParameter(name="state")],
    medicine: FromQuery[str | None] = None,
    county: FromQuery[str | None] = None,
    home_state: FromQuery[str | None] = None,
    home_county: FromQuery[str | None] = None,
    as_of: FromQuery[str | None] = None,
) -> Response[str]:
    """The rule that applies at a pharmacy in `state` and `county`, for a patient from `home_state`."""
    question = read_refill_question(
        services.knowledge,
        state=of_state,
        county=county,
        medicine=medicine,
        home_state=home_state,
        home_county=home_county,
    )
    view = decision_view(question, read_clock(as_of, request.user, services), services.knowledge)
    return page("card.html", t=texts("en"), view=view, sample=view.sample, drill=bool(as_of))


def card_links(understood: Understood) -> tuple[tuple[str, str], ...]:
    """(medicine, address) of each medicine's card; one without a medicine where none is known.

    The rule follows the place of the pharmacy, so there is none while the person's place is not known.
    """
    if understood.current_place is None:
        return ()
    names = [medicine.name for medicine in understood.medicines] or [""]
    where = _where(understood.current_place, understood.home_place)
    return tuple((name, f"{CARD}?{urlencode({**where, **_named(name)})}") for name in names)


def _named(name: str) -> dict[str, str]:
    return {"medicine": name} if name else {}


def _where(current: UnderstoodPlace, home: UnderstoodPlace | None) -> dict[str, str]:
    fields = {"state": current.state, "county": current.county_fips}
    if home is not None:
        fields |= {"home_state": home.state, "home_county": home.county_fips}
    return {name: value for name, value in fields.items() if value}
