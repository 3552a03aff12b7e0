# What the deterministic writer says in Korean. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = 지금 도움을 받으세요
title-next_step = 지금 할 일
title-read-aloud = 이 내용을 소리 내어 읽으세요
title-small-talk = Tideover
title-places = 갈 곳
title-sites = 장소
title-rule = 약사가 할 수 있는 일
title-program = 알아 두면 좋은 것
title-answer = 찾은 내용
title-payment = 누가 비용을 내는지
title-handling = 안전하게 보관하는 방법
title-donation = 기부받은 약
title-bring = 가져갈 것과 말할 것
title-hotlines = 전화할 곳
title-clarify = 질문 하나
title-declined = 답해 드릴 수 없는 것
title-declarations = 비상사태 선포

## What to do now
next-critical = 오늘 { $medicine } 약이 필요합니다. 기다리지 마세요.
next-critical-other = 그분은 오늘 { $medicine } 약이 필요합니다. 기다리지 마세요.
next-critical-class = 이 약은 오늘 필요합니다. 기다리지 마세요.
next-high-class = 오늘 이 약을 구해 보세요.
next-high = 오늘 { $medicine } 약을 구해 보세요.
next-high-other = 그분을 위해 오늘 { $medicine } 약을 구해 보세요.
next-note = { $medicine } 안내 (영어): { $note }
next-call-place = 먼저 { $name }에 전화하세요: { $phone }. 아직 약이 있는지 물어보세요.
next-ask-place = 먼저 { $name }에 전화하세요: { $phone }. 약이 있는지 물어보세요. 그곳의 정보는 없습니다.
next-go-place = 먼저 { $name }에 가세요.
next-no-place = { $place } 근처에서 { $medicine } 재고가 있다고 알린 곳을 찾지 못했습니다. 211에 전화해 물어보세요.
next-no-place-known = 지금 어디에 계신지 알려 주세요. 가까운 곳을 보여 드릴 수 있습니다.
next-read-aloud-place = { $medicine } 재고가 있다고 알린 가장 가까운 곳은 { $name }이며, { $distance }마일 거리입니다. { $age } 전 정보입니다. 먼저 전화하세요.

## Places
place-distance = { $distance }마일
place-mail = 우편
place-open = 지금 영업 중
place-opens-at = 지금 닫음, { $when }에 엶
place-closed = 지금 닫음
place-closed-marked = 닫음: 먼저 전화하세요
place-hours = 영업 시간: { $hours }
hours-holidays-closed = 공휴일 휴무
place-hours-unknown = 영업 시간을 모름
place-status-limited = 제한된 서비스
stock-in_stock = { $medicine }: 재고 있음, { $age } 전 정보
stock-low = { $medicine }: 재고 적음, { $age } 전 정보
stock-call-first = { $medicine }: 먼저 전화하세요, 마지막 정보는 { $age } 전
stock-out = { $medicine }: 재고 없음, { $age } 전 정보
stock-unknown = { $medicine }: 정보 없음, 먼저 전화하세요
stock-free = 보험이 없는 분은 무료: 물어보세요
stock-differs = 다른 정보는 내용이 다름
places-apart = 모두 있다고 알린 곳은 없습니다. 전화해서 물어보세요.
places-not-held = 그 가게는 목록에 없습니다. 그곳에 전화하거나 다음 장소에 문의해 보세요.
places-widened = { $miles }마일까지 찾아보았습니다.
places-none-sites = { $place } 근처에서 그런 곳을 찾지 못했습니다.

## Ages
age-minutes = { $n }분
age-hours = { $n }시간
age-days = { $n }일

## Rules
rule-days = { $state }에서는 새 처방전 없이 약사가 최대 { $days }일분의 약을 드릴 수 있습니다.
rule-amount = 새 처방전 없이 { $state } 법이 허용하는 양 (영어): { $amount }.
rule-no-number = { $state }에서는 새 처방전 없이 약사가 약을 드릴 수 있습니다. 법에서 일수는 찾지 못했습니다.
rule-amount-unknown = { $state } 법이 얼마나 허용하는지 확인하지 못했습니다. 약사가 알려 드릴 수 있습니다.
rule-likely-days = { $state }에서는 새 처방전 없이 약사가 최대 { $days }일분을 드릴 수도 있습니다.
rule-likely-amount = 새 처방전 없이 { $state } 법이 허용할 수도 있는 양 (영어): { $amount }.
rule-ordinary-days = 평소 { $state }의 한도는 { $days }일분입니다.
rule-ordinary-amount = 평소 { $state }에서 허용하는 양 (영어): { $amount }.
rule-decides = 결정은 약사가 합니다.
rule-law = 법: { $citation }.
rule-in-force = { $area }에 비상사태가 시행 중입니다: { $title }.
rule-likely = { $area }에 연방 재난이 선포되었습니다: { $title }. 주 정부의 명령이 시행 중인지 약사에게 물어보세요.
rule-no-emergency = 지금 { $area }에 시행 중인 비상사태는 알려진 것이 없습니다.
rule-unknown-emergency = 지금 { $area }에 비상사태가 시행 중인지 알 수 없습니다. 약사에게 물어보세요.
rule-none = 의사 없이 약사가 이 약을 리필할 수 있게 하는 { $state } 규정을 찾지 못했습니다. 약사에게 물어보거나 { $board }에 전화하세요.
rule-none-plain = 의사 없이 약사가 이 약을 리필할 수 있게 하는 { $state } 규정을 찾지 못했습니다. 약사에게 물어보세요.
rule-insulin = { $state }에는 인슐린과 당뇨 용품에 대한 별도 규정도 있습니다 (영어): { $amount }.
rule-cii = { $medicine }: 규제 약물 Schedule II 입니다. 어떤 약사도 리필할 수 없습니다. 의사가 새 처방전을 보내야 합니다.
rule-controlled-excluded = { $medicine }: 규제 약물입니다 ({ $schedule }). 이 규정은 적용되지 않습니다. 의사의 도움이 필요합니다.
rule-controlled-unknown = { $medicine }: 규제 약물입니다 ({ $schedule }). 이 규정이 적용되는지 알 수 없습니다. 약사에게 물어보세요.
rule-controlled-allowed = { $medicine }: 규제 약물입니다 ({ $schedule }). 이 규정은 제한을 두고 적용됩니다 (영어): { $text }.
rule-unconfirmed = 이 규정은 확인되지 않았습니다. 약사에게 물어보거나 { $board }에 전화하세요.
rule-unconfirmed-plain = 이 규정은 확인되지 않았습니다. 약사에게 물어보세요.

# For pharmacists and agents
pro-rule = { $kind } 규정, { $state } (영어): { $amount }. { $citation }.
pro-trigger = 적용 조건 (영어): { $trigger }.
pro-conditions = 조건 (영어): { $conditions }.
pro-repeats = 반복 (영어): { $repeats }.
pro-controlled = 규제 약물 (영어): { $text }.
pro-notify = { $hours }시간 안에 처방자에게 알리세요.
pro-confidence = { $as_of } 기준; 신뢰도: { $confidence }.
pro-confirm = 먼저 확인하세요 (영어): { $text }
kind-ordinary = 평상시
kind-declared_emergency = 선포된 비상사태
kind-insulin = 인슐린
kind-out_of_state = 다른 주 처방전
kind-none = 권한 없음

## Who pays
epap-active = 무료 약 프로그램 EPAP가 계신 지역에서 시행 중입니다: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). 용도 (영어): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. 용도 (영어): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = 확인되지 않음
not-confirmed-ask = "확인되지 않음" 또는 "not confirmed"라고 되어 있으면 약사에게 물어보거나 211에 전화하세요.
another-source = 다른 출처는 내용이 다릅니다 (영어): { $text }
stronger-source = 더 새롭거나 더 확실한 출처는 내용이 다릅니다 (영어): { $text }
in-english = 영어

## Declarations
declaration-yes = 네. { $area }에 비상사태가 시행 중입니다.
declaration-likely = { $area }에 연방 재난이 선포되었습니다. 주 정부의 명령은 저희 표에 없습니다.
declaration-no = 저희 표에 따르면 { $area }에 시행 중인 비상사태가 없습니다.
declaration-unknown = { $area }에 비상사태가 시행 중인지 알 수 없습니다.
declaration-plain = { $title }. 시작일: { $began }.
declaration-next = 필요한 약과 계신 곳을 알려 주세요. 그러면 그곳의 약사가 할 수 있는 일을 알려 드립니다.
declaration-item = { $title } ({ $id }), { $began }부터{ $ended ->
    [none] .
   *[other] { " " }{ $ended }까지.
}

## Declined
declined-medical = 저희는 의료 조언을 제공하지 않습니다. 어떤 용량을 쓸지, 약을 거르거나 바꿀지 말씀드릴 수 없습니다. 약사나 의사에게 물어보세요. 묻는 것은 무료입니다.
declined-medical-poison = 약을 너무 많이 먹었으면 독극물 센터(Poison Control)에 전화하세요: { $phone }.
declined-scope = 저희는 재난 후 약을 찾는 일만 돕습니다. 음식, 대피소, 다른 도움은 211에 전화하세요.
declined-unsafe = 그 일은 도와드릴 수 없습니다. 약물이나 고통으로 힘드시면 밤낮 언제든 1-800-662-4357에 전화하세요. 무료입니다.
declined-no-evidence = 이 질문에 답하는 자료가 없습니다. 211에 전화하거나 약사에게 물어보세요.

## Questions back
greeting = 안녕하세요. 저희는 재난 후 약을 찾는 일을 돕습니다.
about-us = 저희는 사람이 아니라 컴퓨터 프로그램입니다. 저희는 재난 후 약을 찾는 일을 돕습니다. 사람과 통화하려면 211로 전화하세요.
about-privacy = 저희는 쓰신 말을 저장하지 않으며 이름을 묻지 않습니다. 저희가 이해한 내용(약, 도시, 비용을 내는 곳)은 두 시간 보관한 뒤 삭제합니다.
you-are-welcome = 천만에요. 몸조심하세요. 더 필요하시면 저희가 여기 있습니다.
ask-medicine = 어떤 약이 필요하신가요?
ask-medicine-which = 어느 것을 말씀하시나요?
ask-medicine-kind = 어떤 종류인가요? 약병이나 상자를 보세요.
ask-current_place = 지금 어디에 계신가요? (우편번호 또는 도시)
ask-current_place-zip = 우편번호 { $zip }을(를) 찾을 수 없습니다. 어느 우편번호나 도시에 계신가요?
ask-current_place-which = 어느 곳을 말씀하시나요?
ask-home_place = 집은 어디인가요? 우편번호면 됩니다. 무료 도움은 집 위치에 따라 다를 수 있습니다.
ask-coverage = 건강 보험이 있으신가요?
ask-prescription_proof = 약병이나 라벨 사진이 있으신가요?
option-uninsured = 보험 없음
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = 직장 또는 Marketplace 보험
option-va = VA
option-tricare = TRICARE
option-bottle = 약병이 있습니다
option-photo = 사진이 있습니다
option-nothing = 아무것도 없습니다
