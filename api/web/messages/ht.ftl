# Words of the web pages in Haitian Creole. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Jwenn medikaman ou apre yon dezas
page-description = Ki kote ak kijan pou w jwenn medikaman ou jodi a, ak sous yo.
skip-to-chat = Ale nan bwat kesyon an
language-switch = Lang
language-english = English
language-spanish = Español
language-more = Lòt lang

heading = Jwenn medikaman ou apre yon dezas
lead = Di nou sa ou bezwen ak ki kote ou ye. N ap ba ou kote ki louvri, règ ki ka ede w, ak kiyès ki ka peye.
danger-line = Ou pa ka respire, yon moun endispoze, oswa ou ap panse touye tèt ou?
danger-call-911 = Rele 911
danger-call-988 = Rele 988
sample-banner = DONE POU PRATIK. Kote yo ak medikaman yo isit la pa reyèl. Pa ale la.

your-question = Kesyon ou
question-hint = Di ki medikaman, ki kote ou ye, ak sa ki rive. Egzanp: “Mwen kite Lantus mwen lakay mwen. Mwen nan yon abri nan Tampa 33602.”
send = Mande
sending = N ap chache repons…
you-asked = Ou te mande
answer = Repons
answer-emergency = Chache èd kounye a
answer-urgent = Aji jodi a
quick-replies = Chwazi yon repons, oswa ekri l anba a
ask-more = Poze yon lòt kesyon
new-chat = Kòmanse ankò
privacy-short = Pa gen kont. Pa gen cookies. Nou pa konsève mo ou yo.

places-heading = Kote
place-miles = { $miles } mil
place-mail-order = Pa lapòs
place-approximate = apeprè
place-open = Louvri kounye a
place-closed-now = Fèmen kounye a
place-opens = Fèmen, ap louvri { $when }
place-hours-unknown = Nou pa konnen lè yo: rele anvan
place-status-closed = Fèmen
place-status-limited = Sèvis limite
place-reported = rapòte { $age }
call = Rele { $phone }
navigate = Wout pou ale
navigate-to = Wout pou ale nan { $name }
call-place = Rele { $name } nan { $phone }

map-caption = Ou se pwen ki nan mitan an. Nò anwo. Nimewo yo se kote ki anba yo.
map-table = Ki bò kote yo ye parapò ak ou
map-number = Nimewo
map-place = Kote
map-distance = Distans
map-direction = Direksyon
direction-n = N
direction-ne = NE
direction-e = E
direction-se = SE
direction-s = S
direction-sw = SW
direction-w = W
direction-nw = NW

offline-title = Ou pa gen entènèt
offline-lead = Pa gen rezo, oswa nou pa ka jwenn sèvis la. Paj sa a rete sou aparèy ou.
offline-last = Dènye repons ou
offline-saved = Anrejistre
offline-ages = Lè ki ladan l yo konte apati de moman sa a. Rele anvan ou ale.
offline-kept = Dènye repons ou rete sou aparèy sa a pou lè ou pa gen rezo. Anrejistre
offline-see = Gade l
offline-forget = Efase l
offline-what = Kisa pou w fè
offline-danger = Siy danje: ki lè pou w rele 911
offline-medicine = Kijan pou w jwenn medikaman ou
offline-bring = Sa pou w pote
offline-insulin = Ensilin
offline-cold = Medikaman ki dwe rete frèt
offline-lines = Liy telefòn
offline-text = Tèks: { $number }

location-use = Sèvi ak kote mwen ye a
location-ask = Avèk li nou jwenn kote ki toupre w. Li awondi a anviwon yon mil, epi nou pa konsève l.
location-yes = Wi, sèvi avè l
location-no = Non
location-looking = N ap chache kote ou ye…
location-used = Kote ou ye a ale ansanm ak kesyon ou yo. Ou pa bezwen ekri yon kote.
location-stop = Sispann sèvi ak kote mwen ye a
location-failed = Nou pa t ka li kote ou ye. Tanpri ekri yon kòd postal oswa yon vil.

card-for-pharmacist = Kat pou montre famasyen an

stock-in_stock = Genyen
stock-low = Pa rete anpil
stock-out = Pa genyen
stock-unknown = Rele pou mande
stock-call-first = Rele anvan
stock-as-of = rapòte { $age }
stock-free = gratis, pou moun ki pa gen asirans: mande

age-now = kounye a menm
age-hours = sa gen { $hours } èdtan
age-days = sa gen { $days } jou

kind-pharmacy = Famasi
kind-clinic = Klinik
kind-health_center = Sant sante
kind-hospital = Lopital
kind-shelter = Abri
kind-mobile_unit = Inite mobil
kind-mail_order = Pa lapòs
kind-specialty_pharmacy = Famasi espesyalize
kind-opioid_treatment_program = Pwogram tretman pou opyoyid
kind-charity = Òganizasyon charite

sources-count = Sous ({ $count })
source-page = Lyen pou sous sa a
source-checked = verifye { $date }
source-not-confirmed = Pa konfime: mande famasyen an

citation-quote = Sa li di
citation-where = Ki kote li valab
citation-checked = Ki lè nou verifye l
citation-confidence = Ki konfyans nou genyen
citation-program = Pwogram
citation-holds = Valab
citation-holds-not = Sa a pa valab jodi a. Gade dat ki anba yo.
citation-holds-from = depi { $date }
citation-holds-until = jiska { $date }
citation-original = Louvri orijinal la
citation-no-original = Sa a se yon dosye nan tablo pa nou. Li pa gen yon paj pa l.
citation-back = Poze yon kesyon
confidence-high = Wo: nou li l nan sous la
confidence-medium = Mwayen
confidence-low = Ba: pa konfime
kind-document = Dokiman pwogram
kind-rule = Règ
kind-declaration = Deklarasyon dezas
kind-availability = Rapò yon kote
kind-medicine = Medikaman
kind-hotline = Liy telefòn

problem-title = Sa pa mache
problem-try-again = Eseye ankò
problem-lost = Koneksyon an koupe. Tèks ou a la toujou.
problem-limited = Twòp kesyon an menm tan. Tanpri tann yon ti moman epi eseye ankò.
problem-not-found = Pa gen paj nan adrès sa a.
problem-server = Gen yon bagay ki pa mache bò kote pa nou. Tanpri eseye ankò talè.
problem-role = Kle aksè ou a pa gen dwa fè sa, oswa paj la te twò vye. Tounen, louvri paj la ankò, oswa konekte ak yon lòt kle.
problem-request = Paj la pa t ka li sa ki te voye. Tanpri tounen epi eseye ankò.
problem-back = Tounen nan kòmansman
