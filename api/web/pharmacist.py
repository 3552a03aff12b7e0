"""The pharmacist desk at `/pharmacist`: may I dispense, and may I donate or accept? Plain forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import msgspec
from litestar import Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.params import FromQuery, QueryParameter, URLEncodedBody

from api.access.page_roles import require_page_role, take_draft
from api.answering import read_clock, read_zip
from api.citing import citations_of
from api.lookups import read_state
from api.refilling import read_refill_question
from api.routes.donations import evidence_of
from api.services import InjectedServices, Services
from api.web.decision_view import DecisionView, decision_view
from api.web.pharmacist_items import COLUMNS, as_row, read_rows
from api.web.staff import staff_page
from api.wire import bad_field
from assistant.answer import Citation
from knowledge.errors import BadInput, FieldError
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.donation import MAX_ITEMS
from knowledge.rules.donation_program import DONOR_KINDS, DonationItem, ItemVerdict, ProgramVerdict

DESK = "/pharmacist"
TEMPLATE = "pharmacist.html"
# A whole list of 500 items with long names.
LIST_BYTES = 250_000
ORDER = {"eligible": 0, "needs_review": 1, "ineligible": 2}
INDEX_OF_ITEM = 1


class DispenseForm(msgspec.Struct, frozen=True, kw_only=True):
    """'May I dispense?': where the pharmacy is, the medicine, the patient's home, a drill's day."""

    state: str = ""
    zip: str = ""
    medicine: str = ""
    home_state: str = ""
    home_zip: str = ""
    day: str = ""


class DonateForm(msgspec.Struct, frozen=True, kw_only=True):
    """'May I donate or accept?': who gives, where, the list, and one item to add to it."""

    donor: str = "pharmacy"
    state: str = ""
    program: str = ""
    rows: str = ""
    action: str = "check"
    item: str = ""
    lot: str = ""
    expires: str = ""
    quantity: str = ""
    unit: str = ""
    sealed: str = "yes"
    original_packaging: str = "yes"
    cold_chain: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """One item with every program's verdict, best first."""

    row: int
    item: DonationItem
    medicine: str
    programs: tuple[ProgramVerdict, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DonationView:
    """The verdicts of a list, what they rest on, and the rows that could not be read."""

    items: list[Checked]
    errors: list[FieldError]
    citations: dict[str, Citation]


@get(DESK, operation_id="PharmacistDesk", include_in_schema=False, opt=require_page_role("pharmacist"))
async def pharmacist_desk(request: Request[Any, Any, Any], services: InjectedServices) -> Response[str]:
    """Both forms, with what was typed before a session ended."""
    draft = await take_draft(request)
    kept = {name: value for name, value in draft.items() if name in DonateForm.__struct_fields__}
    return await _desk(request, services, donate=DonateForm(**kept))


@get(
    f"{DESK}/dispense",
    operation_id="PharmacistDispense",
    include_in_schema=False,
    opt=require_page_role("pharmacist"),
)
async def may_dispense(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    of_state: Annotated[str, QueryParameter(name="state")] = "",
    zip_code: Annotated[str, QueryParameter(name="zip")] = "",
    medicine: FromQuery[str] = "",
    home_state: FromQuery[str] = "",
    home_zip: FromQuery[str] = "",
    day: FromQuery[str] = "",
) -> Response[str]:
    """The verdict on one medicine, or the form with what has to be corrected."""
    form = DispenseForm(
        state=of_state,
        zip=zip_code,
        medicine=medicine,
        home_state=home_state,
        home_zip=home_zip,
        day=day,
    )
    try:
        view = await sync_to_thread(_decided, form, request, services)
    except BadInput as error:
        return await _desk(request, services, 400, dispense=form, dispense_errors=error.errors)
    return await _desk(request, services, dispense=form, decision=view)


@post(
    f"{DESK}/donate",
    operation_id="PharmacistDonate",
    include_in_schema=False,
    opt=require_page_role("pharmacist"),
    status_code=200,
    request_max_body_size=LIST_BYTES,
)
async def may_donate(
    data: URLEncodedBody[DonateForm], request: Request[Any, Any, Any], services: InjectedServices
) -> Response[str]:
    """The verdict on every item of the list; or, with action 'add', the list with one more row."""
    if data.action == "add":
        return await _desk(request, services, donate=added(data))
    try:
        view = await sync_to_thread(_checked, data, request, services)
    except BadInput as error:
        return await _desk(request, services, 400, donate=data, donate_errors=error.errors)
    return await _desk(request, services, 400 if view.errors else 200, donate=data, donation=view)


def added(form: DonateForm) -> DonateForm:
    """The form with its item at the end of the list, and the item's fields empty for the next scan."""
    row = as_row({column: getattr(form, column) for column in COLUMNS}) if form.item.strip() else ""
    rows = "\n".join(part for part in (form.rows.rstrip(), row) if part)
    return DonateForm(donor=form.donor, state=form.state, program=form.program, rows=rows, day=form.day)


def check_list(
    form: DonateForm, at: datetime, services: Services
) -> tuple[list[Checked], list[ItemVerdict], list[FieldError]]:
    """(items, verdicts, errors by row): rows that break a rule are told, the others are checked all the
    same. Raises BadInput where the list is empty or too long, or the giver or the program is unknown."""
    known = services.knowledge
    rows, errors = read_rows(form.rows, known.medicines)
    if not rows and not errors:
        raise bad_field("list", "Add at least one item to the list.")
    if len(rows) > MAX_ITEMS:
        raise bad_field("list", f"Give at most {MAX_ITEMS} items at a time.")
    while rows:
        try:
            verdicts = known.donation_programs.check(
                [row.item for row in rows],
                donor=form.donor,
                state=read_state(form.state),
                at=at,
                vocabulary=known.medicines,
                program=form.program,
            )
        except BadInput as error:
            wrong = {int(each.field.split(".")[INDEX_OF_ITEM]) for each in _of_items(error)}
            if not wrong:
                raise
            errors += [
                FieldError(each.field.split(".")[-1], each.message, rows[_index(each)].number)
                for each in _of_items(error)
            ]
            rows = [row for index, row in enumerate(rows) if index not in wrong]
        else:
            checked = [
                Checked(row.number, row.item, each.medicine, _best_first(each.programs), each.notes)
                for row, each in zip(rows, verdicts, strict=True)
            ]
            return checked, verdicts, errors
    return [], [], errors


def _decided(form: DispenseForm, request: Request[Any, Any, Any], services: Services) -> DecisionView:
    question = read_refill_question(
        services.knowledge,
        state=form.state,
        county=_county(form.zip, form.state, "zip", services),
        medicine=form.medicine,
        home_state=form.home_state or None,
        home_county=_county(form.home_zip, form.home_state, "home_zip", services),
    )
    return decision_view(question, _clock(form.day, question.state, request, services), services.knowledge)


def _checked(form: DonateForm, request: Request[Any, Any, Any], services: Services) -> DonationView:
    at = _clock(form.day, read_state(form.state), request, services)
    items, verdicts, errors = check_list(form, at, services)
    errors.sort(key=lambda error: error.row or 0)
    citations = citations_of(evidence_of(verdicts, services.knowledge))
    return DonationView(items, errors, {each.id: each for each in citations})


def _county(code: str, state: str, field: str, services: Services) -> str | None:
    """The county of a ZIP code, None without one; it must lie in the state that was chosen."""
    if not code.strip():
        return None
    place = services.knowledge.places.by_zip(read_zip(code, services.knowledge.places, field))
    if place is None or (state and place.state != state):
        raise bad_field(field, "This ZIP code does not lie in the state that was chosen.")
    return place.county_fips


def _clock(day: str, state: str, request: Request[Any, Any, Any], services: Services) -> datetime:
    """Now, or noon of a drill's day in the state's own time zone."""
    if not day:
        return datetime.now(UTC)
    try:
        chosen = date.fromisoformat(day)
    except ValueError:
        raise bad_field("day", "Use a date like 2026-11-24.") from None
    zone = ZoneInfo(services.knowledge.places.state_timezone(state))
    noon = datetime.combine(chosen, time(12), tzinfo=zone)
    return read_clock(noon.isoformat(), request.user, services)


def _of_items(error: BadInput) -> list[FieldError]:
    return [each for each in error.errors if each.field.startswith("items.")]


def _index(error: FieldError) -> int:
    return int(error.field.split(".")[INDEX_OF_ITEM])


def _best_first(programs: Sequence[ProgramVerdict]) -> tuple[ProgramVerdict, ...]:
    return tuple(sorted(programs, key=lambda each: ORDER[each.verdict]))


async def _desk(
    request: Request[Any, Any, Any], services: Services, status: int = 200, **values: object
) -> Response[str]:
    empty = {
        "dispense": DispenseForm(),
        "dispense_errors": [],
        "decision": None,
        "donate": DonateForm(),
        "donate_errors": [],
        "donation": None,
    }
    return await staff_page(
        request,
        services,
        TEMPLATE,
        status,
        states=[(state.code, state.name) for state in JURISDICTIONS.values()],
        donors=DONOR_KINDS,
        programs=[(each.id, each.name) for each in services.knowledge.donation_programs.programs],
        drill=services.settings.drill_mode,
        **{**empty, **values},
    )
