"""The topics that a document may name; plans ask for key points by these words."""

from __future__ import annotations

AUDIENCES = ("evacuee", "agent", "pharmacist")
_TOPICS = """
    pay.uninsured pay.medicare pay.medicaid pay.commercial pay.express_scripts pay.cigna pay.va pay.tricare
    pay.ihs pay.unknown
    handling.insulin handling.cold handling.heat handling.flood handling.inhaler equipment
    bring say next.steps
    controlled.cii controlled.ciii_v controlled.otp controlled.buprenorphine controlled.benzodiazepine
    naloxone specialty transplant dialysis oxygen hiv hemophilia cancer seizure mental_health asthma diabetes
    child pregnancy heart immigration
    transfer telehealth clinic mail_order history
    donate.individual donate.pharmacy donate.company receive_donations state_repository dscsa evernorth
    assistance hotlines safety status_tools opioid_um
"""
TOPICS = frozenset(_TOPICS.split())
# The states, DC and the territories that have a board of pharmacy; "US" stands for all of them.
_CODES = """
    US AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND
    OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU AS MP
"""
JURISDICTION_CODES = frozenset(_CODES.split())
