# What the deterministic writer says in English. Evacuees read at a US 6th-grade level: short words, short
# sentences. Every line is followed by the numbers of its sources, which the writer adds.

## Titles
title-danger = Get help now
title-next_step = What to do now
title-read-aloud = Read this aloud
title-small-talk = Tideover
title-places = Where to go
title-sites = Places: call before you go
title-rule = What the pharmacist may do
title-program = Good to know
title-answer = What we found
title-payment = Who pays
title-handling = How to keep it safe
title-donation = Donated medicine
title-bring = What to bring and say
title-hotlines = Who to call
title-clarify = One question
title-declined = What we cannot answer
title-declarations = Emergency declarations

## What to do now
next-critical = You need { $medicine } today. Do not wait.
next-critical-other = They need { $medicine } today. Do not wait.
next-critical-class = This medicine is needed today. Do not wait.
next-high-class = Try to get this medicine today.
next-high = Try to get { $medicine } today.
next-high-other = Try to get { $medicine } for them today.
next-note = About { $medicine }: { $note }
next-call-place = Call { $name } first, at { $phone }. Ask if they still have it.
next-ask-place = Call { $name } first, at { $phone }. Ask if they have it. We have no report from there.
next-go-place = Go to { $name } first.
next-no-place = We found no place near { $place } that reports { $medicine }. Call 211 and ask.
next-no-place-known = Tell us where you are. Then we can show places near you.
next-read-aloud-place = The nearest place that reports { $medicine } is { $name }, { $distance } miles away. The report is { $age } old. Please call first.

## Places
place-distance = { $distance } miles
place-mail = by mail
place-open = open now
place-opens-at = closed now, opens { $when }
place-closed = closed now
place-closed-marked = closed: call first
place-hours = hours: { $hours }
hours-holidays-closed = closed on public holidays
place-hours-unknown = hours not known, call first
place-status-limited = limited service
stock-in_stock = { $medicine }: in stock, reported { $age } ago
stock-low = { $medicine }: low stock, reported { $age } ago
stock-call-first = { $medicine }: call first, last report { $age } ago
stock-out = { $medicine }: out of stock, reported { $age } ago
stock-unknown = { $medicine }: no report, call first
stock-free = free, for people without coverage: ask
stock-differs = another report differs
places-apart = No place reports all of these. Call and ask.
places-not-held = We do not have that store on our list. Call it, or try these.
places-widened = We looked up to { $miles } miles away.
places-none-sites = We found no place like that near { $place }.

## Ages
age-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
age-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
age-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}

## Rules
rule-days = A pharmacist in { $state } may give you up to { $days ->
    [one] 1 day
   *[other] { $days } days
} of medicine without a new prescription.
rule-amount = What { $state } law allows without a new prescription: { $amount }.
rule-no-number = A pharmacist in { $state } may give you medicine without a new prescription. We found no number of days in the law.
rule-amount-unknown = We could not confirm how much { $state } law allows. The pharmacist can tell you.
rule-likely-days = A pharmacist in { $state } may be able to give you up to { $days ->
    [one] 1 day
   *[other] { $days } days
} without a new prescription.
rule-likely-amount = What { $state } law may allow without a new prescription: { $amount }.
rule-ordinary-days = On a normal day the limit in { $state } is { $days ->
    [one] 1 day
   *[other] { $days } days
}.
rule-ordinary-amount = On a normal day { $state } allows: { $amount }.
rule-decides = The pharmacist decides.
rule-law = The law: { $citation }.
rule-in-force = An emergency is in force for { $area }: { $title }.
rule-likely = A federal disaster is declared for { $area }: { $title }. Ask the pharmacist if the state's own order is in force.
rule-no-emergency = We know of no emergency in force for { $area } now.
rule-unknown-emergency = We do not know if an emergency is in force for { $area } now. Ask the pharmacist.
rule-none = We found no { $state } rule that lets a pharmacist refill this without a prescriber. Ask the pharmacist, or call { $board }.
rule-none-plain = We found no { $state } rule that lets a pharmacist refill this without a prescriber. Ask the pharmacist.
rule-insulin = { $state } also has its own rule for insulin and diabetes supplies: { $amount }.
rule-cii = { $medicine } is a Schedule II drug. No pharmacist may refill it. A prescriber must send a new prescription.
rule-controlled-excluded = { $medicine } is a controlled drug ({ $schedule }). This rule does not cover it. A prescriber must help.
rule-controlled-unknown = { $medicine } is a controlled drug ({ $schedule }). We do not know if this rule covers it. Ask the pharmacist.
rule-controlled-allowed = { $medicine } is a controlled drug ({ $schedule }). The rule covers it, with limits: { $text }.
rule-unconfirmed = This rule is not confirmed. Ask the pharmacist or call { $board }.
rule-unconfirmed-plain = This rule is not confirmed. Ask the pharmacist.

# For pharmacists and agents
pro-rule = { $kind } rule, { $state }: { $amount }. { $citation }.
pro-trigger = Trigger: { $trigger }.
pro-conditions = Conditions: { $conditions }.
pro-repeats = Repeats: { $repeats }.
pro-controlled = Controlled substances: { $text }.
pro-notify = Notify the prescriber within { $hours } hours.
pro-confidence = As of { $as_of }; confidence { $confidence }.
pro-confirm = Confirm first: { $text }
kind-ordinary = Ordinary
kind-declared_emergency = Declared-emergency
kind-insulin = Insulin
kind-out_of_state = Out-of-state
kind-none = No-authority

## Who pays
epap-active = The free medicine program EPAP is on for your area: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). For { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. For { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = not confirmed
not-confirmed-ask = If it says "not confirmed": ask the pharmacist, or call 211.
another-source = Another source differs: { $text }
stronger-source = A newer or stronger source differs: { $text }
in-english = in English

## Declarations
declaration-yes = Yes. An emergency is in force for { $area }.
declaration-likely = A federal disaster is declared for { $area }. The state's own order is not in our table.
declaration-no = No emergency is in force for { $area }, as far as our tables show.
declaration-unknown = We cannot tell if an emergency is in force for { $area }.
declaration-plain = { $title }. It began on { $began }.
declaration-next = Tell us your medicine and where you are. Then we can show what a pharmacist may do there.
declaration-item = { $title } ({ $id }), from { $began }{ $ended ->
    [none] .
   *[other] { " " }to { $ended }.
}

## Declined
declined-medical = We cannot tell you what dose to take, or whether to skip or change a medicine. Ask a pharmacist or doctor. It is free to ask.
declined-medical-poison = For too much medicine, call Poison Control: { $phone }.
declined-scope = We only help people find their medicine after a disaster. For food, shelter and other help, call 211.
declined-unsafe = We cannot help with that. If drugs or pain weigh on you, call 1-800-662-4357, day or night. It is free.
declined-no-evidence = We have no source that answers this. Call 211, or ask a pharmacist.

## Questions back
greeting = Hello. We help people find their medicine after a disaster.
about-us = We are a computer program, not a person. We help people find their medicine after a disaster. To talk to a person, call 211.
about-privacy = We do not keep your words, and we do not ask your name. What we understood (medicine, town, who pays) is kept for two hours, then it is gone. The page “What we keep” tells all of it.
you-are-welcome = You are welcome. Take care. We are here if you need more.
ask-medicine = Which medicine do you need?
ask-medicine-which = Which one do you mean?
ask-medicine-kind = Which kind is it? Look at the bottle or the box.
ask-current_place = Where are you now? A ZIP code or a city is enough.
ask-current_place-zip = We do not know the ZIP code { $zip }. Which ZIP code or city are you in?
ask-current_place-which = Which place do you mean?
ask-home_place = Where is your home? A ZIP code is enough. Free help may depend on it.
ask-coverage = Do you have health insurance?
ask-prescription_proof = Do you have the bottle, or a photo of the label?
option-uninsured = No insurance
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Insurance from work or the Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = I have the bottle
option-photo = I have a photo
option-nothing = I have nothing
