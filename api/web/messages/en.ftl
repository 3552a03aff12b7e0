# Words of the web pages in English: short words, US 6th-grade reading level.
# Translators: edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Find your medicine after a disaster
page-description = Where and how to get your medicine today, with sources.
skip-to-chat = Skip to the question box
language-switch = Language
language-english = English
language-spanish = Español
language-more = More languages

heading = Find your medicine after a disaster
lead = Tell us what you need and where you are. You get open places, the rule that helps you, and who can pay.
danger-line = Cannot breathe, passed out, or thinking of suicide?
danger-call-911 = Call 911
danger-call-988 = Call 988
sample-banner = PRACTICE DATA. The places and stock shown here are made up. Do not go to them.

your-question = Your question
question-hint = Say which medicine, where you are, and what happened. Example: “I left my Lantus at home. I am at a shelter in Tampa 33602.”
send = Ask
sending = Looking for answers…
you-asked = You asked
answer = Answer
answer-emergency = Get help now
answer-urgent = Act today
quick-replies = Choose an answer, or type it below
ask-more = Ask another question
new-chat = Start over
privacy-short = No account. No cookies. Your words are not stored.

places-heading = Places
place-miles = { $miles ->
    [one] { $miles } mile
   *[other] { $miles } miles
}
place-mail-order = By mail
place-approximate = about
place-open = Open now
place-closed-now = Closed now
place-opens = Closed, opens { $when }
place-hours-unknown = Hours not known: call first
place-status-closed = Closed
place-status-limited = Limited service
place-reported = reported { $age }
call = Call { $phone }
navigate = Directions
navigate-to = Directions to { $name }
call-place = Call { $name } at { $phone }

map-caption = You are the dot in the middle. North is up. Numbers are the places below.
map-table = Where the places are from you
map-number = Number
map-place = Place
map-distance = Distance
map-direction = Direction
direction-n = N
direction-ne = NE
direction-e = E
direction-se = SE
direction-s = S
direction-sw = SW
direction-w = W
direction-nw = NW

offline-title = You are offline
offline-lead = There is no network, or our service cannot be reached. This page is kept on your device.
offline-last = Your last answer
offline-saved = Saved on
offline-ages = Times in it are counted from then. Call before you go.
offline-kept = Your last answer is kept on this device for when you have no network. Saved on
offline-see = See it
offline-forget = Forget it
offline-what = What to do
offline-danger = Danger signs: when to call 911
offline-medicine = How to get your medicine
offline-bring = What to bring
offline-insulin = Insulin
offline-cold = Medicines that must stay cold
offline-lines = Phone lines
offline-text = Text: { $number }

location-use = Use my location
location-ask = We find places near you with it. It is rounded to about a mile and not stored.
location-yes = Yes, use it
location-no = No
location-looking = Looking for your location…
location-used = Your location goes along with your questions. You do not have to type a place.
location-stop = Stop using my location
location-failed = Your location could not be read. Please type a ZIP code or a city.

card-for-pharmacist = Card to show the pharmacist

stock-in_stock = In stock
stock-low = Almost out
stock-out = Out of stock
stock-unknown = Call to ask
stock-call-first = Call first
stock-as-of = reported { $age }
stock-free = free, for people without coverage: ask

age-now = just now
age-hours = { $hours ->
    [one] 1 hour ago
   *[other] { $hours } hours ago
}
age-days = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}

kind-pharmacy = Pharmacy
kind-clinic = Clinic
kind-health_center = Health center
kind-hospital = Hospital
kind-shelter = Shelter
kind-mobile_unit = Mobile unit
kind-mail_order = Mail order
kind-specialty_pharmacy = Specialty pharmacy
kind-opioid_treatment_program = Opioid treatment program
kind-charity = Charity

sources-count = Sources ({ $count })
source-page = Link to this source
source-checked = checked { $date }
source-not-confirmed = Not confirmed: ask the pharmacist

citation-quote = What it says
citation-where = Where it holds
citation-checked = When we checked it
citation-confidence = How sure we are
citation-program = Program
citation-holds = Holds
citation-holds-not = This does not hold today. See the dates below.
citation-holds-from = from { $date }
citation-holds-until = until { $date }
citation-original = Open the original
citation-no-original = This is a record in our own tables. It has no page of its own.
citation-back = Ask a question
confidence-high = High: read at the source
confidence-medium = Medium
confidence-low = Low: not confirmed
kind-document = Program document
kind-rule = Rule
kind-declaration = Disaster declaration
kind-availability = Report from a place
kind-medicine = Medicine
kind-hotline = Phone line

problem-title = That did not work
problem-try-again = Try again
problem-lost = The connection was lost. Your text is still here.
problem-limited = Too many questions at once. Please wait a moment and try again.
problem-not-found = There is no page at this address.
problem-server = Something went wrong on our side. Please try again in a moment.
problem-role = Your access key may not do this, or the page was too old. Go back, open the page again, or sign in with another key.
problem-request = The page could not read what was sent. Please go back and try again.
problem-back = Back to the start
