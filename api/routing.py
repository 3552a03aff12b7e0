"""Every route, in the order of the contract."""

from __future__ import annotations

from litestar.datastructures import CacheControlHeader
from litestar.static_files import create_static_files_router
from litestar.types import ControllerRouterHandler

from api.access.limits import FREE_OPTION
from api.metrics import Metrics
from api.routes.calls import claim_call, list_calls
from api.routes.chat import chat
from api.routes.citations import citation
from api.routes.declarations import find_declarations
from api.routes.documents import get_document, search_documents
from api.routes.donations import check_donation
from api.routes.feedback import feedback
from api.routes.health import healthz, readyz
from api.routes.imports import import_availability
from api.routes.medicines import find_medicines
from api.routes.places import find_places
from api.routes.refill_rules import find_refill_rules
from api.routes.reports import report_availability, withdraw_report
from api.web.agent import agent_ask, agent_documents, agent_next_call, agent_page, agent_report
from api.web.card import pharmacist_card
from api.web.chat import chat_form, chat_page
from api.web.offline import manifest, offline_page, service_worker
from api.web.page import STATIC
from api.web.pharmacist import may_dispense, may_donate, pharmacist_desk
from api.web.privacy import privacy_page
from api.web.sign_in import sign_in, sign_in_page, sign_out
from api.web.status import status_page

# The address of an asset carries the hash of its content, so it never changes.
ONE_YEAR_SECONDS = 31_536_000


def route_handlers() -> list[ControllerRouterHandler]:
    """The API, the pages and their assets."""
    return [
        chat,
        find_places,
        find_refill_rules,
        find_declarations,
        find_medicines,
        search_documents,
        get_document,
        check_donation,
        report_availability,
        withdraw_report,
        list_calls,
        claim_call,
        import_availability,
        feedback,
        citation,
        healthz,
        readyz,
        Metrics,
        chat_page,
        sign_in_page,
        sign_in,
        sign_out,
        agent_page,
        agent_ask,
        agent_report,
        agent_next_call,
        agent_documents,
        status_page,
        privacy_page,
        chat_form,
        pharmacist_card,
        offline_page,
        service_worker,
        manifest,
        pharmacist_desk,
        may_dispense,
        may_donate,
        create_static_files_router(
            "/static",
            [STATIC],
            cache_control=CacheControlHeader(public=True, max_age=ONE_YEAR_SECONDS, immutable=True),
            opt={FREE_OPTION: True},
            include_in_schema=False,
        ),
    ]
