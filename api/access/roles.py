"""Roles: a route names those that may call it, and one guard checks all routes."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from api.access.keys import AccessKey, Role
from api.errors import problem

ROLES_OPTION = "roles"


def only_for(*roles: Role) -> dict[str, object]:
    """The `opt` of a route that only keys of these roles may call."""
    return {ROLES_OPTION: frozenset(roles)}


async def check_role(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Every route's guard: open where no roles are named, else 401 without a key, 403 with a wrong one."""
    roles = handler.opt.get(ROLES_OPTION)
    if roles is not None:
        require(connection.user, roles)


def require(key: AccessKey | None, roles: frozenset[Role]) -> None:
    """Refuse anyone without a key of one of these roles."""
    if key is None:
        raise problem(401, headers={"www-authenticate": "Bearer"})
    if key.role not in roles:
        raise problem(403, f"This needs an access key of the role {' or '.join(sorted(roles))}.")


def may_set_clock(key: AccessKey | None, drill_mode: bool) -> None:
    """`as_of` moves the clock for one request: open in drill mode, else any valid key."""
    if key is None and not drill_mode:
        detail = "Setting as_of needs an access key, or the server in drill mode (TIDEOVER_DRILL=on)."
        raise problem(401, detail, headers={"www-authenticate": "Bearer"})
