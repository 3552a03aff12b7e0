# What the deterministic writer says in Tagalog. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Humingi ng tulong ngayon
title-next_step = Ano ang gagawin ngayon
title-read-aloud = Basahin ito nang malakas
title-small-talk = Tideover
title-places = Saan pupunta
title-sites = Mga lugar
title-rule = Ano ang maaaring gawin ng parmasyutiko
title-program = Mabuting malaman
title-answer = Ang nakita namin
title-payment = Sino ang magbabayad
title-handling = Paano ito itatabi nang ligtas
title-donation = Ibinigay na gamot (donasyon)
title-bring = Ano ang dadalhin at sasabihin
title-hotlines = Sino ang tatawagan
title-clarify = Isang tanong
title-declined = Ang hindi namin masasagot
title-declarations = Mga deklarasyon ng emergency

## What to do now
next-critical = Kailangan mo ng { $medicine } ngayong araw. Huwag maghintay.
next-critical-other = Kailangan nila ng { $medicine } ngayong araw. Huwag maghintay.
next-critical-class = Kailangan ang gamot na ito ngayong araw. Huwag maghintay.
next-high-class = Subukang makuha ang gamot na ito ngayong araw.
next-high = Subukang makakuha ng { $medicine } ngayong araw.
next-high-other = Subukang makakuha ng { $medicine } para sa kanila ngayong araw.
next-note = Tungkol sa { $medicine } (sa Ingles): { $note }
next-call-place = Tawagan muna ang { $name }, sa { $phone }. Itanong kung mayroon pa sila.
next-ask-place = Tawagan muna ang { $name }, sa { $phone }. Itanong kung mayroon sila. Wala kaming ulat mula roon.
next-go-place = Pumunta muna sa { $name }.
next-no-place = Wala kaming nakitang lugar malapit sa { $place } na nag-ulat na may { $medicine }. Tumawag sa 211 at magtanong.
next-no-place-known = Sabihin sa amin kung nasaan ka. Maipapakita namin ang mga lugar na malapit sa iyo.
next-read-aloud-place = Ang pinakamalapit na lugar na nag-ulat na may { $medicine } ay { $name }, { $distance } milya ang layo. Ang ulat ay { $age } na ang nakalipas. Tumawag muna.

## Places
place-distance = { $distance } milya ang layo
place-mail = sa koreo
place-open = bukas ngayon
place-opens-at = sarado ngayon, magbubukas { $when }
place-closed = sarado ngayon
place-closed-marked = sarado: tumawag muna
place-hours = oras: { $hours }
hours-holidays-closed = sarado kapag pista opisyal
place-hours-unknown = hindi alam ang oras
place-status-limited = limitadong serbisyo
stock-in_stock = { $medicine }: mayroon, iniulat { $age } na ang nakalipas
stock-low = { $medicine }: kaunti na lang, iniulat { $age } na ang nakalipas
stock-call-first = { $medicine }: tumawag muna, huling ulat { $age } na ang nakalipas
stock-out = { $medicine }: ubos na, iniulat { $age } na ang nakalipas
stock-unknown = { $medicine }: walang ulat, tumawag muna
stock-free = libre para sa mga walang insurance: magtanong
stock-differs = iba ang sinasabi ng isa pang ulat
places-apart = Walang lugar na nag-ulat na mayroon ng lahat. Tumawag at magtanong.
places-not-held = Wala sa listahan namin ang tindahang iyon. Tawagan ito, o subukan ang mga ito.
places-widened = Naghanap kami hanggang { $miles } milya.
places-none-sites = Wala kaming nakitang ganoong lugar malapit sa { $place }.

## Ages
age-minutes = { $n } minuto
age-hours = { $n } oras
age-days = { $n } araw

## Rules
rule-days = Sa { $state }, maaaring magbigay sa iyo ang parmasyutiko ng hanggang { $days } araw na gamot kahit walang bagong reseta.
rule-amount = Ang pinapayagan ng batas ng { $state } kahit walang bagong reseta (sa Ingles): { $amount }.
rule-no-number = Sa { $state }, maaaring magbigay sa iyo ng gamot ang parmasyutiko kahit walang bagong reseta. Wala kaming nakitang bilang ng araw sa batas.
rule-amount-unknown = Hindi namin nakumpirma kung gaano karami ang pinapayagan ng batas ng { $state }. Masasabi ito ng parmasyutiko.
rule-likely-days = Sa { $state }, baka maaaring magbigay sa iyo ang parmasyutiko ng hanggang { $days } araw kahit walang bagong reseta.
rule-likely-amount = Ang maaaring payagan ng batas ng { $state } kahit walang bagong reseta (sa Ingles): { $amount }.
rule-ordinary-days = Sa karaniwang araw, ang limitasyon sa { $state } ay { $days } araw.
rule-ordinary-amount = Sa karaniwang araw, pinapayagan ng { $state } (sa Ingles): { $amount }.
rule-decides = Ang parmasyutiko ang magpapasya.
rule-law = Ang batas: { $citation }.
rule-in-force = May emergency na umiiral sa { $area }: { $title }.
rule-likely = May idineklarang pederal na sakuna sa { $area }: { $title }. Itanong sa parmasyutiko kung umiiral ang utos ng estado.
rule-no-emergency = Wala kaming alam na emergency na umiiral sa { $area } ngayon.
rule-unknown-emergency = Hindi namin alam kung may emergency na umiiral sa { $area } ngayon. Itanong sa parmasyutiko.
rule-none = Wala kaming nakitang patakaran sa { $state } na nagpapahintulot sa parmasyutiko na i-refill ito nang walang doktor. Magtanong sa parmasyutiko, o tumawag sa { $board }.
rule-none-plain = Wala kaming nakitang patakaran sa { $state } na nagpapahintulot sa parmasyutiko na i-refill ito nang walang doktor. Magtanong sa parmasyutiko.
rule-insulin = May sarili ring patakaran ang { $state } para sa insulin at gamit sa diabetes (sa Ingles): { $amount }.
rule-cii = Ang { $medicine } ay gamot na Schedule II. Walang parmasyutikong maaaring mag-refill nito. Doktor ang dapat magpadala ng bagong reseta.
rule-controlled-excluded = Ang { $medicine } ay kontroladong gamot ({ $schedule }). Hindi ito sakop ng patakaran: doktor ang dapat tumulong.
rule-controlled-unknown = Ang { $medicine } ay kontroladong gamot ({ $schedule }). Hindi namin alam kung sakop ito ng patakaran. Magtanong sa parmasyutiko.
rule-controlled-allowed = Ang { $medicine } ay kontroladong gamot ({ $schedule }). Sakop ito ng patakaran, na may limitasyon (sa Ingles): { $text }.
rule-unconfirmed = Hindi kumpirmado ang patakarang ito. Magtanong sa parmasyutiko o tumawag sa { $board }.
rule-unconfirmed-plain = Hindi kumpirmado ang patakarang ito. Magtanong sa parmasyutiko.

# For pharmacists and agents
pro-rule = Patakarang { $kind }, { $state } (sa Ingles): { $amount }. { $citation }.
pro-trigger = Kailan ito nalalapat (sa Ingles): { $trigger }.
pro-conditions = Mga kondisyon (sa Ingles): { $conditions }.
pro-repeats = Mga pag-uulit (sa Ingles): { $repeats }.
pro-controlled = Mga kontroladong gamot (sa Ingles): { $text }.
pro-notify = Ipaalam sa nagreseta sa loob ng { $hours } oras.
pro-confidence = Noong { $as_of }; tiwala: { $confidence }.
pro-confirm = Kumpirmahin muna (sa Ingles): { $text }
kind-ordinary = karaniwan
kind-declared_emergency = para sa idineklarang emergency
kind-insulin = para sa insulin
kind-out_of_state = para sa reseta mula sa ibang estado
kind-none = walang awtoridad

## Who pays
epap-active = Bukas sa lugar mo ang programa ng libreng gamot na EPAP: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). Para sa (sa Ingles): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Para sa (sa Ingles): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = hindi kumpirmado
not-confirmed-ask = Kung nakasulat ang "hindi kumpirmado" o "not confirmed": magtanong sa parmasyutiko, o tumawag sa 211.
another-source = Iba ang sinasabi ng isa pang pinagmulan (sa Ingles): { $text }
stronger-source = Iba ang sinasabi ng mas bago o mas matibay na pinagmulan (sa Ingles): { $text }
in-english = sa Ingles

## Declarations
declaration-yes = Oo. May emergency na umiiral sa { $area }.
declaration-likely = May idineklarang pederal na sakuna sa { $area }. Wala sa talaan namin ang sariling utos ng estado.
declaration-no = Walang emergency na umiiral sa { $area }, ayon sa aming mga talaan.
declaration-unknown = Hindi namin masabi kung may emergency na umiiral sa { $area }.
declaration-plain = { $title }. Nagsimula noong { $began }.
declaration-next = Sabihin ang gamot mo at kung nasaan ka. Saka namin maipapakita kung ano ang magagawa ng parmasyutiko roon.
declaration-item = { $title } ({ $id }), mula { $began }{ $ended ->
    [none] .
   *[other] { " " }hanggang { $ended }.
}

## Declined
declined-medical = Hindi kami nagbibigay ng payong medikal. Hindi namin masasabi kung anong dosis ang iinumin, o kung lalaktawan o papalitan ang gamot. Magtanong sa parmasyutiko o doktor. Libre ang magtanong.
declined-medical-poison = Kung sobra ang nainom na gamot, tumawag sa Poison Control: { $phone }.
declined-scope = Tumutulong lang kami sa paghahanap ng gamot pagkatapos ng sakuna. Para sa pagkain, matutuluyan at iba pang tulong, tumawag sa 211.
declined-unsafe = Hindi kami makakatulong diyan. Kung nabibigatan ka dahil sa droga o sakit, tumawag sa 1-800-662-4357, araw o gabi. Libre ito.
declined-no-evidence = Wala kaming pinagmulang sumasagot dito. Tumawag sa 211, o magtanong sa parmasyutiko.

## Questions back
greeting = Kumusta. Tumutulong kami sa paghahanap ng gamot pagkatapos ng sakuna.
about-us = Isa kaming computer program, hindi tao. Tumutulong kami sa paghahanap ng gamot pagkatapos ng sakuna. Para makausap ang isang tao, tumawag sa 211.
about-privacy = Hindi namin itinatago ang inyong mga salita, at hindi namin hinihingi ang inyong pangalan. Ang naintindihan namin (gamot, lungsod, kung sino ang magbabayad) ay itinatago nang dalawang oras, saka binubura.
you-are-welcome = Walang anuman. Mag-ingat ka. Narito kami kung may kailangan ka pa.
ask-medicine = Aling gamot ang kailangan mo?
ask-medicine-which = Alin ang tinutukoy mo?
ask-medicine-kind = Anong uri ito? Tingnan ang bote o kahon.
ask-current_place = Nasaan ka ngayon? (ZIP code o lungsod)
ask-current_place-zip = Hindi namin kilala ang ZIP code na { $zip }. Saang ZIP code o lungsod ka naroon?
ask-current_place-which = Aling lugar ang tinutukoy mo?
ask-home_place = Saan ang bahay mo? Sapat na ang ZIP code. Maaaring nakadepende rito ang libreng tulong.
ask-coverage = Mayroon ka bang health insurance?
ask-prescription_proof = Mayroon ka bang bote, o litrato ng etiketa?
option-uninsured = Walang insurance
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Insurance mula sa trabaho o sa Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = Mayroon akong bote
option-photo = Mayroon akong litrato
option-nothing = Wala ako kahit ano
