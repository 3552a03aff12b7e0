"""Keeps the book of sites, and renews it when the tables say that sites changed."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Connection

from knowledge.availability.catalog import Catalog
from knowledge.availability.queries import all_sites, statuses_since
from knowledge.availability.site_book import SiteBook

# Searches that began before a change still read what held then, while later ones read what holds now.
BOOKS_KEPT = 3


class SiteReader:
    """Hands out the sites of a connection's snapshot; reads the tables only when they changed."""

    def __init__(self) -> None:
        # By the version of the catalog and of the sites, the newest last.
        self._kept: dict[tuple[int, int], SiteBook] = {}
        # Reading all sites takes a moment: of many searches at once one does, the others wait for it.
        self._reading = Lock()

    def read(self, connection: Connection, catalog: Catalog) -> SiteBook:
        """The sites as this connection, whose catalog it is, sees them."""
        key = (catalog.sites_version, catalog.version)
        book = self._kept.get(key)
        if book is None:
            with self._reading:
                book = self._kept.get(key) or self._renewed(connection, key)
                # A new dictionary, so that who reads the old one needs no lock.
                self._kept = dict([*self._kept.items(), (key, book)][-BOOKS_KEPT:])
        return book

    def _renewed(self, connection: Connection, key: tuple[int, int]) -> SiteBook:
        """From the last book before this version, where only reports came since; else from all sites."""
        sites_version, version = key
        older = [each for each in self._kept if each[0] == sites_version and each[1] < version]
        if not older:
            return SiteBook(all_sites(connection))
        book = self._kept[max(older)]
        since = statuses_since(connection, max(older)[1])
        return book.restated(since) if since else book
