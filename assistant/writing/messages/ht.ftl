# What the deterministic writer says in Haitian Creole. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Chache èd kounye a
title-next_step = Kisa pou w fè kounye a
title-read-aloud = Li sa a byen fò
title-small-talk = Tideover
title-places = Ki kote pou w ale
title-sites = Kote ki genyen
title-rule = Sa famasyen an gen dwa fè
title-program = Bon pou w konnen
title-answer = Sa nou jwenn
title-payment = Kiyès ki peye
title-handling = Kijan pou w kenbe l an sekirite
title-donation = Medikaman yo bay
title-bring = Sa pou w pote ak sa pou w di
title-hotlines = Kiyès pou w rele
title-clarify = Yon kesyon
title-declined = Sa nou pa ka reponn
title-declarations = Deklarasyon ijans

## What to do now
next-critical = Ou bezwen { $medicine } jodi a. Pa tann.
next-critical-other = Moun nan bezwen { $medicine } jodi a. Pa tann.
next-critical-class = Medikaman sa a nesesè jodi a. Pa tann.
next-high-class = Eseye jwenn medikaman sa a jodi a.
next-high = Eseye jwenn { $medicine } jodi a.
next-high-other = Eseye jwenn { $medicine } pou moun nan jodi a.
next-note = Sou { $medicine } (an anglè): { $note }
next-call-place = Rele { $name } anvan, nan { $phone }. Mande si yo gen li toujou.
next-ask-place = Rele { $name } anvan, nan { $phone }. Mande si yo genyen li. Nou pa gen rapò sou kote sa a.
next-go-place = Ale nan { $name } anvan.
next-no-place = Nou pa jwenn okenn kote toupre { $place } ki di li gen { $medicine }. Rele 211 epi mande.
next-no-place-known = Di nou ki kote ou ye. Konsa nou ka montre w kote ki toupre w.
next-read-aloud-place = Kote ki pi pre ki di li gen { $medicine } se { $name }, a { $distance } mil. Rapò a gen { $age }. Tanpri rele anvan.

## Places
place-distance = { $distance } mil
place-mail = pa lapòs
place-open = louvri kounye a
place-opens-at = fèmen kounye a, ap louvri { $when }
place-closed = fèmen kounye a
place-closed-marked = fèmen: rele anvan
place-hours = lè li louvri: { $hours }
hours-holidays-closed = fèmen jou konje
place-hours-unknown = nou pa konnen ki lè li louvri
place-status-limited = sèvis limite
stock-in_stock = { $medicine }: genyen, rapòte sa gen { $age }
stock-low = { $medicine }: pa rete anpil, rapòte sa gen { $age }
stock-call-first = { $medicine }: rele anvan, dènye rapò a gen { $age }
stock-out = { $medicine }: pa genyen, rapòte sa gen { $age }
stock-unknown = { $medicine }: pa gen rapò, rele anvan
stock-free = gratis, pou moun ki pa gen asirans: mande
stock-differs = yon lòt rapò di yon lòt bagay
places-apart = Pa gen yon kote ki di li gen tout. Rele epi mande.
places-not-held = Nou pa gen magazen sa a nan lis nou. Rele l, oswa eseye sa yo.
places-widened = Nou chache jiska { $miles } mil.
places-none-sites = Nou pa jwenn yon kote konsa toupre { $place }.

## Ages
age-minutes = { $n } minit
age-hours = { $n } èdtan
age-days = { $n } jou

## Rules
rule-days = Nan { $state }, yon famasyen gen dwa ba ou jiska { $days } jou medikaman san yon nouvo preskripsyon.
rule-amount = Sa lwa { $state } pèmèt san yon nouvo preskripsyon (an anglè): { $amount }.
rule-no-number = Nan { $state }, yon famasyen gen dwa ba ou medikaman san yon nouvo preskripsyon. Nou pa jwenn okenn kantite jou nan lwa a.
rule-amount-unknown = Nou pa t kapab konfime konbyen lwa { $state } pèmèt. Famasyen an ka di ou.
rule-likely-days = Nan { $state }, yon famasyen ka petèt ba ou jiska { $days } jou san yon nouvo preskripsyon.
rule-likely-amount = Sa lwa { $state } petèt pèmèt san yon nouvo preskripsyon (an anglè): { $amount }.
rule-ordinary-days = Nan yon jou nòmal, limit la nan { $state } se { $days } jou.
rule-ordinary-amount = Nan yon jou nòmal, { $state } pèmèt (an anglè): { $amount }.
rule-decides = Se famasyen an ki deside.
rule-law = Lwa a: { $citation }.
rule-in-force = Gen yon ijans an vigè pou { $area }: { $title }.
rule-likely = Gen yon dezas federal ki deklare pou { $area }: { $title }. Mande famasyen an si lòd eta a menm an vigè.
rule-no-emergency = Nou pa konnen okenn ijans ki an vigè pou { $area } kounye a.
rule-unknown-emergency = Nou pa konnen si gen yon ijans an vigè pou { $area } kounye a. Mande famasyen an.
rule-none = Nou pa jwenn yon règ nan { $state } ki pèmèt yon famasyen bay sa a ankò san yon doktè. Mande famasyen an, oswa rele { $board }.
rule-none-plain = Nou pa jwenn yon règ nan { $state } ki pèmèt yon famasyen bay sa a ankò san yon doktè. Mande famasyen an.
rule-insulin = { $state } gen yon règ apa tou pou ensilin ak pwodui pou dyabèt (an anglè): { $amount }.
rule-cii = { $medicine } se yon medikaman Schedule II. Okenn famasyen pa gen dwa ranpli l ankò. Yon doktè dwe voye yon nouvo preskripsyon.
rule-controlled-excluded = { $medicine } se yon medikaman kontwole ({ $schedule }). Règ sa a pa kouvri l: yon doktè dwe ede.
rule-controlled-unknown = { $medicine } se yon medikaman kontwole ({ $schedule }). Nou pa konnen si règ sa a kouvri l. Mande famasyen an.
rule-controlled-allowed = { $medicine } se yon medikaman kontwole ({ $schedule }). Règ la kouvri l, ak limit (an anglè): { $text }.
rule-unconfirmed = Règ sa a pa konfime. Mande famasyen an oswa rele { $board }.
rule-unconfirmed-plain = Règ sa a pa konfime. Mande famasyen an.

# For pharmacists and agents
pro-rule = Règ { $kind }, { $state } (an anglè): { $amount }. { $citation }.
pro-trigger = Sa ki mete l an mach (an anglè): { $trigger }.
pro-conditions = Kondisyon (an anglè): { $conditions }.
pro-repeats = Repetisyon (an anglè): { $repeats }.
pro-controlled = Sibstans kontwole (an anglè): { $text }.
pro-notify = Avize moun ki preskri a nan { $hours } èdtan.
pro-confidence = Dat: { $as_of }; konfyans: { $confidence }.
pro-confirm = Konfime anvan (an anglè): { $text }
kind-ordinary = òdinè
kind-declared_emergency = ijans deklare
kind-insulin = ensilin
kind-out_of_state = preskripsyon lòt eta
kind-none = san otorite

## Who pays
epap-active = Pwogram medikaman gratis EPAP a an mach pou zòn ou: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). Pou (an anglè): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Pou (an anglè): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = pa konfime
not-confirmed-ask = Si li di "pa konfime" oswa "not confirmed": mande famasyen an, oswa rele 211.
another-source = Yon lòt sous di yon lòt bagay (an anglè): { $text }
stronger-source = Yon sous ki pi nouvo oswa pi solid di yon lòt bagay (an anglè): { $text }
in-english = an anglè

## Declarations
declaration-yes = Wi. Gen yon ijans an vigè pou { $area }.
declaration-likely = Gen yon dezas federal ki deklare pou { $area }. Lòd eta a menm pa nan tablo nou an.
declaration-no = Pa gen ijans an vigè pou { $area }, dapre tablo nou yo.
declaration-unknown = Nou pa ka di si gen yon ijans an vigè pou { $area }.
declaration-plain = { $title }. Li kòmanse { $began }.
declaration-next = Di nou ki medikaman ou bezwen ak ki kote ou ye. Konsa nou ka montre sa yon famasyen ka fè la.
declaration-item = { $title } ({ $id }), depi { $began }{ $ended ->
    [none] .
   *[other] { " " }jiska { $ended }.
}

## Declined
declined-medical = Nou pa bay konsèy medikal. Nou pa ka di ou ki dòz pou w pran, ni si pou w sote oswa chanje yon medikaman. Mande yon famasyen oswa yon doktè. Mande gratis.
declined-medical-poison = Si ou pran twòp medikaman, rele Sant Antipwazon an: { $phone }.
declined-scope = Nou sèlman ede moun jwenn medikaman yo apre yon dezas. Pou manje, abri ak lòt èd, rele 211.
declined-unsafe = Nou pa ka ede ak sa. Si dwòg oswa doulè ap peze sou ou, rele 1-800-662-4357, lajounen kou lannwit. Li gratis.
declined-no-evidence = Nou pa gen yon sous ki reponn sa a. Rele 211, oswa mande yon famasyen.

## Questions back
greeting = Bonjou. Nou ede moun jwenn medikaman yo apre yon dezas.
about-us = Nou se yon pwogram òdinatè, nou pa yon moun. Nou ede moun jwenn medikaman yo apre yon dezas. Pou pale ak yon moun, rele 211.
about-privacy = Nou pa kenbe mo ou yo, e nou pa mande non ou. Sa nou konprann (medikaman, vil, kiyès k ap peye) rete dezè, apre sa li efase.
you-are-welcome = Pa gen pwoblèm. Pran swen tèt ou. Nou la si ou bezwen plis.
ask-medicine = Ki medikaman ou bezwen?
ask-medicine-which = Kilès ou vle di?
ask-medicine-kind = Ki kalite li ye? Gade boutèy la oswa bwat la.
ask-current_place = Ki kote ou ye kounye a? (kòd postal oswa vil)
ask-current_place-zip = Nou pa konnen kòd postal { $zip }. Nan ki kòd postal oswa vil ou ye?
ask-current_place-which = Ki kote ou vle di?
ask-home_place = Ki kote lakay ou ye? Yon kòd postal ase. Èd gratis ka depann de sa.
ask-coverage = Èske ou gen asirans sante?
ask-prescription_proof = Èske ou gen boutèy la, oswa yon foto etikèt la?
option-uninsured = Pa gen asirans
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Asirans travay oswa Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = Mwen gen boutèy la
option-photo = Mwen gen yon foto
option-nothing = Mwen pa gen anyen
