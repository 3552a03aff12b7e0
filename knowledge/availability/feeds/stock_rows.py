"""One row of stock.csv becomes a `Line`, or the reasons why it cannot.

Pure, and fast enough for ten million rows: a feed repeats itself, so what each field's text means is worked
out once and remembered. Only times are read anew, by the quickest way there is for the common notation.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from knowledge.availability.feeds import values
from knowledge.availability.feeds.identifying import identify
from knowledge.availability.feeds.remarks import Finding
from knowledge.availability.feeds.times import CLOCK_TOLERANCE, EARLIEST_YEAR, moment, not_in_future
from knowledge.availability.feeds.values import Reading, RefusedError, limited, optional, plain
from knowledge.availability.feeds.words import STATUS_SYNONYMS
from knowledge.availability.freshness import to_epoch
from knowledge.availability.judging import STATUS_NUMBERS
from knowledge.availability.records import REPORTS_SOURCE, SAMPLE_SOURCE, STOCK_STATUSES
from knowledge.medicines.vocabulary import Vocabulary

STOCK_COLUMNS = (
    "site_id", "medicine", "rxcui", "ndc", "strength", "form", "status", "quantity", "unit", "price",
    "program", "as_of", "source", "note",
)  # fmt: skip
REQUIRED_STOCK_COLUMNS = ("site_id", "status", "as_of")
IDENTIFYING_COLUMNS = ("medicine", "rxcui", "ndc")
PRODUCT_COLUMNS = (*IDENTIFYING_COLUMNS, "strength", "form", "program")
SAMPLE_STANDS_ALONE = "invented (sample) and real data are not mixed"
LONGEST = {"strength": 100, "form": 100, "program": 100, "unit": 40, "note": 500, "source": 200}
# Different texts remembered for each field; a feed with more is read a little slower, in the same memory.
REMEMBERED = 200_000

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class SitePlace(NamedTuple):
    """What a stock row must know of its site."""

    number: int
    cell: int
    zone: tzinfo
    sample: bool = False


@dataclass(slots=True)
class Product:
    """What stands on the shelf; the importer fills in the numbers."""

    medicine_name: str
    rxcui: str
    ndc: str
    strength: str
    form: str
    program: str
    medicine: int = 0
    item: int = 0


@dataclass(slots=True)
class Sender:
    """Who says so; the importer fills in the number."""

    name: str
    number: int = 0


class Line(NamedTuple):
    """One row that was understood. `status` is its number, `as_of` in epoch seconds."""

    product: Product
    site: SitePlace
    sender: Sender
    status: int
    as_of: int
    quantity: float | None
    unit: str | None
    price: str | None
    note: str | None


class Outcome(NamedTuple, Generic[Value]):
    """What a field (or several) means. `errors` refuse the row; `remarks` holds errors and mends together."""

    value: Value
    errors: tuple[Finding, ...] = ()
    mends: tuple[Finding, ...] = ()
    remarks: bool = False


NO_NOTE: Outcome[str] = Outcome("")


class StockReading(NamedTuple):
    """What a row gave: a line, or errors; and what was put right."""

    line: Line | None
    errors: Sequence[Finding]
    mends: Sequence[Finding]


class _Remembered(dict[Key, Outcome[Value]]):
    """The meaning of each text met so far; forgets all when it grows too large."""

    def __init__(self, read: Callable[[Key], Outcome[Value]]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: Key) -> Outcome[Value]:
        if len(self) >= REMEMBERED:
            self.clear()
        self[text] = outcome = self._read(text)
        return outcome


@dataclass(slots=True)
class StockRows:
    """Reads rows with these columns. `source` stands in where a row names none."""

    columns: Mapping[str, int]
    width: int
    sites: Mapping[str, SitePlace]
    vocabulary: Vocabulary
    now: datetime
    source: str
    _latest: int = field(init=False)
    _place: dict[str, int] = field(init=False)
    _product_fields: Callable[[Sequence[str]], tuple[str, ...]] = field(init=False)
    _products: _Remembered[tuple[str, ...], Product | None] = field(init=False)
    _statuses: _Remembered[str, int] = field(init=False)
    _amounts: _Remembered[str, tuple[float | None, str]] = field(init=False)
    _units: _Remembered[str, str] = field(init=False)
    _prices: _Remembered[str, str] = field(init=False)
    _senders: _Remembered[str, Sender | None] = field(init=False)

    def __post_init__(self) -> None:
        self._latest = to_epoch(self.now + CLOCK_TOLERANCE)
        # A missing column reads as the empty field that `read` puts behind the others.
        self._place = {name: self.columns.get(name, self.width) for name in STOCK_COLUMNS}
        self._product_fields = itemgetter(*(self._place[name] for name in PRODUCT_COLUMNS))
        self._products = _Remembered(self._product)
        self._statuses = _Remembered(_status)
        self._amounts = _Remembered(_amount)
        self._units = _Remembered(_unit)
        self._prices = _Remembered(_price)
        self._senders = _Remembered(self._sender)

    def read(self, fields: list[str]) -> StockReading:
        """The line in a row of `width` fields."""
        fields.append("")
        at = self._place
        site = self.sites.get(fields[at["site_id"]])
        product = self._products[self._product_fields(fields)]
        status = self._statuses[fields[at["status"]]]
        amount = self._amounts[fields[at["quantity"]]]
        unit = self._units[fields[at["unit"]]]
        price = self._prices[fields[at["price"]]]
        sender = self._senders[fields[at["source"]]]
        as_of = quick_time(fields[at["as_of"]])
        note = _note(fields[at["note"]]) if fields[at["note"]] else NO_NOTE
        odd = product.remarks or status.remarks or amount.remarks or unit.remarks or price.remarks
        if odd or sender.remarks or note.remarks or site is None or as_of is None or as_of > self._latest:
            return self._with_remarks(fields, (product, status, amount, unit, price, sender, note))
        quantity, counted_in = amount.value
        line = Line(
            product.value,  # type: ignore[arg-type]  # without remarks there is one
            site,
            sender.value,  # type: ignore[arg-type]
            status.value,
            as_of,
            quantity,
            unit.value or counted_in or None,
            price.value or None,
            note.value or None,
        )
        return _apart(line, ())

    def _with_remarks(self, fields: Sequence[str], outcomes: Sequence[Outcome[Any]]) -> StockReading:
        """The same for a row in which something is odd: every remark is collected."""
        place = self._site(fields[self._place["site_id"]])
        as_of = self._time(fields[self._place["as_of"]], place.value.zone if place.value else UTC)
        every = (place, *outcomes, as_of)
        errors = [finding for outcome in every for finding in outcome.errors]
        mends = [finding for outcome in every for finding in outcome.mends]
        if errors:
            return StockReading(None, errors, mends)
        product, status, amount, unit, price, sender, note = (outcome.value for outcome in outcomes)
        line = Line(
            product=product,
            site=place.value,
            sender=sender,
            status=status,
            as_of=as_of.value,
            quantity=amount[0],
            unit=unit or amount[1] or None,
            price=price or None,
            note=note or None,
        )
        return _apart(line, mends)

    def _site(self, text: str) -> Outcome[Any]:
        bare = plain(text)
        site_id = bare.value
        found = self.sites.get(site_id)
        if found is None:
            said = f"there is no site '{site_id[:60]}'; import its sites first" if site_id else "is empty"
            return _refused("site_id", said)
        return _taken("site_id", Reading(found, bare.mended))

    def _time(self, text: str, zone: tzinfo) -> Outcome[int]:
        def read(bare: str) -> Reading[int]:
            said = moment(bare, zone)
            return Reading(to_epoch(not_in_future(said.value, self.now)), said.mended)

        return _outcome("as_of", text, read, 0, needed=True)

    def _product(self, texts: tuple[str, ...]) -> Outcome[Product | None]:
        """The product that the six identifying fields describe."""
        read = {name: optional(text) for name, text in zip(PRODUCT_COLUMNS, texts, strict=True)}
        bare = {name: reading.value for name, reading in read.items()}
        identity = identify(self.vocabulary, bare["medicine"], bare["rxcui"], bare["ndc"])
        long = [
            (name, f"is longer than {LONGEST[name]} characters")
            for name in ("strength", "form", "program")
            if len(bare[name]) > LONGEST[name]
        ]
        if identity.found is None or long:
            return Outcome(None, (*identity.errors, *long), (), True)
        mends = [(name, reading.mended) for name, reading in read.items() if reading.mended]
        program = values.program(bare["program"])
        if program.mended:
            mends.append(("program", program.mended))
        mends += identity.mends
        found = identity.found
        product = Product(
            medicine_name=found.medicine.name,
            rxcui=found.rxcui,
            ndc=found.ndc,
            strength=bare["strength"] or found.strength,
            form=bare["form"],
            program=program.value,
        )
        return Outcome(product, (), tuple(mends), bool(mends))

    def _sender(self, text: str) -> Outcome[Sender | None]:
        name = optional(text).value or self.source
        if not name:
            return _refused("source", "is empty: who says so must be known")
        if len(name) > LONGEST["source"]:
            return _refused("source", f"is longer than {LONGEST['source']} characters")
        return Outcome(Sender(name))


def _apart(line: Line, mends: Sequence[Finding]) -> StockReading:
    """The line, unless it mixes invented and real data; what people report by phone may be about either."""
    name = line.sender.name
    if line.site.sample != (name == SAMPLE_SOURCE) and name != REPORTS_SOURCE:
        return StockReading(None, [("source", SAMPLE_STANDS_ALONE)], ())
    return StockReading(line, (), mends)


def quick_time(text: str) -> int | None:
    """Epoch seconds of an ISO time with offset; None for anything else, which is read with care."""
    if text[4:5] != "-":
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return int(read.timestamp()) if read.tzinfo is not None and read.year >= EARLIEST_YEAR else None


def _status(text: str) -> Outcome[int]:
    def read(bare: str) -> Reading[int]:
        said = values.word(bare, STOCK_STATUSES, STATUS_SYNONYMS)
        return Reading(STATUS_NUMBERS[said.value], said.mended)

    return _outcome("status", text, read, 0, needed=True)


def _amount(text: str) -> Outcome[tuple[float | None, str]]:
    return _outcome("quantity", text, values.quantity, (None, ""))


def _unit(text: str) -> Outcome[str]:
    return _outcome("unit", text, lambda bare: Reading(limited(bare, LONGEST["unit"])), "")


def _price(text: str) -> Outcome[str]:
    """A price that cannot be read is left out: the stock is what counts."""
    outcome = _outcome("price", text, values.price, "")
    if not outcome.errors:
        return outcome
    return Outcome("", (), tuple((name, f"{said}; it was left out") for name, said in outcome.errors), True)


def _note(text: str) -> Outcome[str]:
    bare = plain(text)
    if len(bare.value) <= LONGEST["note"]:
        return Outcome(bare.value, (), (("note", bare.mended),) if bare.mended else ())
    cut = f"cut to {LONGEST['note']} characters"
    return Outcome(bare.value[: LONGEST["note"]], (), (("note", cut),), True)


def _outcome(
    name: str, text: str, read: Callable[[str], Reading[Value]], empty: Value, *, needed: bool = False
) -> Outcome[Value]:
    """What a field means, with everything that is to be said of it."""
    bare = plain(text) if needed else optional(text)
    if not bare.value:
        return _refused(name, "is empty", empty) if needed else _taken(name, Reading(empty, bare.mended))
    try:
        found = read(bare.value)
    except RefusedError as refused:
        return _refused(name, str(refused), empty)
    said = "; ".join(part for part in (bare.mended, found.mended) if part)
    return _taken(name, Reading(found.value, said))


def _taken(name: str, reading: Reading[Value]) -> Outcome[Value]:
    mends = ((name, reading.mended),) if reading.mended else ()
    return Outcome(reading.value, (), mends, bool(mends))


def _refused(name: str, said: str, instead: Any = None) -> Outcome[Any]:
    return Outcome(instead, ((name, said),), (), True)
