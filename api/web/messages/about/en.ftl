# The pages about this service, in English: how fresh the data are, and what is kept.

status-title = How fresh our data is
status-looked = Looked at { $age }.
status-parts = What we need to answer
status-part = Part
status-state = State
status-newest = Newest
status-ready = Ready
status-missing = Missing
status-no-date = never loaded
status-part-tables = Tables
status-part-documents = Program documents
status-part-declarations = Federal disaster declarations
status-part-activations = State emergencies and programs
status-part-availability = Places and stock
status-sources = Where places and stock come from
status-source = Source
status-holds = What it holds
status-counts = { $sites } places, { $rows } stock rows
status-made-up = made up for practice
status-no-source = No places or stock are loaded.
status-stock = Stock by freshness
status-rows = { $rows } rows
status-stock-note = Stale stock is never shown as in stock. It is shown as “call first”.
freshness-fresh = fresh
freshness-ageing = ageing
freshness-stale = stale
status-reports = Reports per hour
status-reports-note = { $count ->
    [0] No report
    [one] 1 report
   *[other] { $count } reports
} from { $from } to { $to }.
status-as-table = Show as a table
status-hour = Hour
status-report-count = Reports
status-active = What is active where
status-none-active = Nothing that we know of is active today.
status-active-note = A place that is not listed may have an emergency that we do not know of yet.
status-from = from { $date }
status-until = until { $date }
status-declared = declared { $age } ({ $date })
status-areas = { $count ->
    [one] 1 area
   *[other] { $count } areas
}
status-fire = fire grant: gives households nothing
activation-governor_emergency = state of emergency
activation-board_notice = notice of the board of pharmacy
activation-epap = free medicine program EPAP
activation-part_d = Medicare Part D
activation-public_health_emergency = public health emergency
activation-payer_relief = relief by a health plan

privacy-title = What we keep
privacy-never = What we never keep
privacy-never-words = Your words. They are read to answer you. Then they are gone.
privacy-never-person = Your name. We do not ask for it. Please do not type it.
privacy-never-place = Your exact place. Points from your device are rounded and not stored.
privacy-never-cookies = Cookies. These pages set none until an agent or pharmacist signs in.
privacy-never-others = Visits. No other company gets data when you open these pages.
privacy-model = Who words the answers
privacy-model-sent = A language model: { $model }. It is sent your question and what we found. Its words are checked before you see them. Where it runs on the computers of another company, that company gets your question.
privacy-kept = What we keep for a while
privacy-kept-slots = What we understood: medicine, ZIP code or town, and who pays. We keep it { $hours } hours after your last question, under a random number. Then it is gone.
privacy-kept-ledger = For each answer: its number, its time, and which sources it used. Not what you asked.
privacy-kept-feedback = If you say that an answer helped or did not: that, with the words you add.
privacy-kept-calls = How often people ask for a medicine at a place. It is a count. It does not say who asked.
privacy-kept-limits = Your network address, for one minute, so that one visitor cannot block the others.
privacy-kept-log = Our log: which page was opened, when, and if it worked. No words, no medicine, no ZIP code, no address.
privacy-device = What stays on your device
privacy-device-answer = Your last answer, so that you can read it without a network. It names your medicine and the places near you. It never leaves your device. “Forget it” below the chat, or on the offline page, removes it. On a borrowed phone, please do that.
privacy-device-pages = The offline page with its phone lines. It says nothing about you.
privacy-device-draft = What you typed and did not send, only while the page changes its language.
privacy-staff = Agents and pharmacists
privacy-staff-cookie = Signing in sets one cookie. It ends at sign-out, when the browser closes, or after { $hours } hours without use.
privacy-staff-callers = What callers say, and the answers, stay in the agent’s browser tab. They are dropped when the agent signs out or closes the tab, or when somebody else signs in there.
privacy-staff-keys = For each access key: its name, its role, when it was made and last used. Not the key.
privacy-staff-reports = Each report about a place: which key made it, when, and what was shown before.
