# Words of the web pages in Tagalog. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Hanapin ang iyong gamot pagkatapos ng sakuna
page-description = Saan at paano makukuha ang gamot mo ngayong araw, kasama ang pinagmulan.
skip-to-chat = Pumunta sa kahon ng tanong
language-switch = Wika
language-english = English
language-spanish = Español
language-more = Iba pang wika

heading = Hanapin ang iyong gamot pagkatapos ng sakuna
lead = Sabihin sa amin ang kailangan mo at kung nasaan ka. Makikita mo ang mga bukas na lugar, ang patakarang makakatulong, at kung sino ang maaaring magbayad.
danger-line = Hindi makahinga, nawalan ng malay, o nag-iisip magpakamatay?
danger-call-911 = Tumawag sa 911
danger-call-988 = Tumawag sa 988
sample-banner = DATOS SA PAGSASANAY. Hindi totoo ang mga lugar at stock dito. Huwag pumunta roon.

your-question = Ang tanong mo
question-hint = Sabihin kung aling gamot, nasaan ka, at ano ang nangyari. Halimbawa: “Naiwan ko ang Lantus ko sa bahay. Nasa shelter ako sa Tampa 33602.”
send = Magtanong
sending = Naghahanap ng sagot…
you-asked = Itinanong mo
answer = Sagot
answer-emergency = Humingi ng tulong ngayon
answer-urgent = Kumilos ngayong araw
quick-replies = Pumili ng sagot, o i-type ito sa ibaba
ask-more = Magtanong ng iba pa
new-chat = Magsimula muli
privacy-short = Walang account. Walang cookies. Hindi itinatabi ang iyong mga salita.

places-heading = Mga lugar
place-miles = { $miles } milya
place-mail-order = Sa koreo
place-approximate = mga
place-open = Bukas ngayon
place-closed-now = Sarado ngayon
place-opens = Sarado, magbubukas { $when }
place-hours-unknown = Hindi alam ang oras: tumawag muna
place-status-closed = Sarado
place-status-limited = Limitadong serbisyo
place-reported = iniulat { $age }
call = Tawagan ang { $phone }
navigate = Direksyon
navigate-to = Direksyon papunta sa { $name }
call-place = Tawagan ang { $name } sa { $phone }

map-caption = Ikaw ang tuldok sa gitna. Nasa itaas ang hilaga. Ang mga numero ay ang mga lugar sa ibaba.
map-table = Kung nasaan ang mga lugar mula sa iyo
map-number = Numero
map-place = Lugar
map-distance = Layo
map-direction = Direksyon
direction-n = H
direction-ne = HS
direction-e = S
direction-se = TS
direction-s = T
direction-sw = TK
direction-w = K
direction-nw = HK

offline-title = Offline ka
offline-lead = Walang network, o hindi maabot ang serbisyo namin. Nakatabi ang pahinang ito sa device mo.
offline-last = Ang huling sagot mo
offline-saved = Naitabi noong
offline-ages = Bilang mula noon ang mga oras dito. Tumawag muna bago pumunta.
offline-kept = Nakatabi sa device na ito ang huling sagot mo para kapag wala kang network. Naitabi noong
offline-see = Tingnan
offline-forget = Burahin
offline-what = Ano ang gagawin
offline-danger = Mga tanda ng panganib: kailan tatawag sa 911
offline-medicine = Paano makukuha ang gamot mo
offline-bring = Ano ang dadalhin
offline-insulin = Insulin
offline-cold = Mga gamot na dapat manatiling malamig
offline-lines = Mga linya ng telepono
offline-text = Text: { $number }

location-use = Gamitin ang lokasyon ko
location-ask = Gamit ito, hinahanap namin ang mga lugar na malapit sa iyo. Niru-round ito sa mga isang milya at hindi itinatabi.
location-yes = Oo, gamitin
location-no = Hindi
location-looking = Hinahanap ang lokasyon mo…
location-used = Kasama ng mga tanong mo ang lokasyon mo. Hindi mo kailangang mag-type ng lugar.
location-stop = Itigil ang paggamit ng lokasyon ko
location-failed = Hindi nabasa ang lokasyon mo. Mag-type ng ZIP code o lungsod.

card-for-pharmacist = Card na ipapakita sa parmasyutiko

stock-in_stock = Mayroon
stock-low = Paubos na
stock-out = Ubos na
stock-unknown = Tumawag para magtanong
stock-call-first = Tumawag muna
stock-as-of = iniulat { $age }
stock-free = libre para sa mga walang insurance: magtanong

age-now = ngayon lang
age-hours = { $hours } oras na ang nakalipas
age-days = { $days } araw na ang nakalipas

kind-pharmacy = Botika
kind-clinic = Klinika
kind-health_center = Sentro ng kalusugan
kind-hospital = Ospital
kind-shelter = Shelter
kind-mobile_unit = Mobile unit
kind-mail_order = Sa koreo
kind-specialty_pharmacy = Espesyal na botika
kind-opioid_treatment_program = Programa sa paggamot ng opioid
kind-charity = Kawanggawa

sources-count = Mga pinagmulan ({ $count })
source-page = Link sa pinagmulang ito
source-checked = sinuri noong { $date }
source-not-confirmed = Hindi kumpirmado: magtanong sa parmasyutiko

citation-quote = Ang sinasabi nito
citation-where = Kung saan ito umiiral
citation-checked = Kung kailan namin sinuri
citation-confidence = Gaano kami katiyak
citation-program = Programa
citation-holds = Umiiral
citation-holds-not = Hindi ito umiiral ngayong araw. Tingnan ang mga petsa sa ibaba.
citation-holds-from = mula { $date }
citation-holds-until = hanggang { $date }
citation-original = Buksan ang orihinal
citation-no-original = Tala ito sa sarili naming mga talaan. Wala itong sariling pahina.
citation-back = Magtanong
confidence-high = Mataas: binasa sa pinagmulan
confidence-medium = Katamtaman
confidence-low = Mababa: hindi kumpirmado
kind-document = Dokumento ng programa
kind-rule = Patakaran
kind-declaration = Deklarasyon ng sakuna
kind-availability = Ulat mula sa isang lugar
kind-medicine = Gamot
kind-hotline = Linya ng telepono

problem-title = Hindi iyon gumana
problem-try-again = Subukan muli
problem-lost = Naputol ang koneksyon. Narito pa ang isinulat mo.
problem-limited = Masyadong maraming tanong nang sabay. Maghintay sandali at subukan muli.
problem-not-found = Walang pahina sa address na ito.
problem-server = May nangyaring mali sa panig namin. Subukan muli maya-maya.
problem-role = Hindi ito pinapayagan ng access key mo, o masyado nang luma ang pahina. Bumalik, buksan muli ang pahina, o mag-sign in gamit ang ibang key.
problem-request = Hindi nabasa ng pahina ang ipinadala. Bumalik at subukan muli.
problem-back = Bumalik sa simula
