# Words of the web pages in Korean. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = 재난 후 약 찾기
page-description = 오늘 약을 구할 곳과 방법을 출처와 함께 알려 드립니다.
skip-to-chat = 질문 칸으로 이동
language-switch = 언어
language-english = English
language-spanish = Español
language-more = 다른 언어

heading = 재난 후 약 찾기
lead = 무엇이 필요하고 어디에 계신지 알려 주세요. 문을 연 곳, 도움이 되는 규정, 비용을 낼 수 있는 곳을 알려 드립니다.
danger-line = 숨을 쉴 수 없거나, 의식을 잃었거나, 자살을 생각하시나요?
danger-call-911 = 911에 전화
danger-call-988 = 988에 전화
sample-banner = 연습용 자료입니다. 여기 나오는 장소와 재고는 가짜입니다. 찾아가지 마세요.

your-question = 질문
question-hint = 어떤 약인지, 어디에 계신지, 무슨 일이 있었는지 적어 주세요. 예: “Lantus를 집에 두고 왔어요. Tampa 33602 대피소에 있어요.”
send = 묻기
sending = 답을 찾는 중…
you-asked = 물어보신 내용
answer = 답변
answer-emergency = 지금 도움을 받으세요
answer-urgent = 오늘 행동하세요
quick-replies = 답을 고르거나 아래에 입력하세요
ask-more = 다른 질문하기
new-chat = 다시 시작
privacy-short = 계정도 쿠키도 없습니다. 대화 내용은 저장되지 않습니다.

places-heading = 장소
place-miles = { $miles }마일
place-mail-order = 우편
place-approximate = 약
place-open = 지금 영업 중
place-closed-now = 지금 닫음
place-opens = 닫음, { $when }에 엶
place-hours-unknown = 영업 시간을 모름: 먼저 전화하세요
place-status-closed = 닫음
place-status-limited = 제한된 서비스
place-reported = { $age } 정보
call = { $phone } 전화하기
navigate = 길 찾기
navigate-to = { $name } 길 찾기
call-place = { $name } 전화하기: { $phone }

map-caption = 가운데 점이 현재 위치입니다. 위쪽이 북쪽입니다. 번호는 아래 장소입니다.
map-table = 현재 위치에서 본 장소
map-number = 번호
map-place = 장소
map-distance = 거리
map-direction = 방향
direction-n = 북
direction-ne = 북동
direction-e = 동
direction-se = 남동
direction-s = 남
direction-sw = 남서
direction-w = 서
direction-nw = 북서

offline-title = 오프라인입니다
offline-lead = 네트워크가 없거나 서비스에 연결할 수 없습니다. 이 페이지는 기기에 저장되어 있습니다.
offline-last = 마지막 답변
offline-saved = 저장한 때:
offline-ages = 답변의 시간은 그때를 기준으로 합니다. 가기 전에 전화하세요.
offline-kept = 네트워크가 없을 때를 위해 마지막 답변이 이 기기에 저장되어 있습니다. 저장한 때:
offline-see = 보기
offline-forget = 지우기
offline-what = 할 일
offline-danger = 위험 신호: 911에 전화할 때
offline-medicine = 약을 구하는 방법
offline-bring = 가져갈 것
offline-insulin = 인슐린
offline-cold = 차갑게 보관할 약
offline-lines = 전화번호
offline-text = 문자: { $number }

location-use = 내 위치 사용
location-ask = 위치로 가까운 곳을 찾습니다. 약 1마일 단위로 반올림하며 저장하지 않습니다.
location-yes = 네, 사용합니다
location-no = 아니요
location-looking = 위치를 찾는 중…
location-used = 위치가 질문과 함께 전송됩니다. 장소를 입력하지 않아도 됩니다.
location-stop = 내 위치 사용 중지
location-failed = 위치를 읽을 수 없습니다. 우편번호나 도시를 입력하세요.

card-for-pharmacist = 약사에게 보여 줄 카드

stock-in_stock = 재고 있음
stock-low = 거의 없음
stock-out = 재고 없음
stock-unknown = 전화로 문의
stock-call-first = 먼저 전화하세요
stock-as-of = { $age } 정보
stock-free = 보험이 없는 분은 무료: 물어보세요

age-now = 방금
age-hours = { $hours }시간 전
age-days = { $days }일 전

kind-pharmacy = 약국
kind-clinic = 진료소
kind-health_center = 보건소
kind-hospital = 병원
kind-shelter = 대피소
kind-mobile_unit = 이동 진료소
kind-mail_order = 우편
kind-specialty_pharmacy = 전문 약국
kind-opioid_treatment_program = 오피오이드 치료 프로그램
kind-charity = 자선 단체

sources-count = 출처 ({ $count })
source-page = 이 출처의 링크
source-checked = { $date } 확인
source-not-confirmed = 확인되지 않음: 약사에게 물어보세요

citation-quote = 내용
citation-where = 적용 지역
citation-checked = 확인한 때
citation-confidence = 확실한 정도
citation-program = 프로그램
citation-holds = 유효
citation-holds-not = 오늘은 유효하지 않습니다. 아래 날짜를 보세요.
citation-holds-from = { $date }부터
citation-holds-until = { $date }까지
citation-original = 원본 열기
citation-no-original = 저희 표에 있는 기록입니다. 따로 페이지가 없습니다.
citation-back = 질문하기
confidence-high = 높음: 출처에서 읽음
confidence-medium = 보통
confidence-low = 낮음: 확인되지 않음
kind-document = 프로그램 문서
kind-rule = 규정
kind-declaration = 재난 선포
kind-availability = 장소의 보고
kind-medicine = 약
kind-hotline = 전화번호

problem-title = 잘되지 않았습니다
problem-try-again = 다시 시도
problem-lost = 연결이 끊겼습니다. 입력한 글은 그대로 있습니다.
problem-limited = 질문이 한꺼번에 너무 많습니다. 잠시 기다렸다가 다시 시도하세요.
problem-not-found = 이 주소에는 페이지가 없습니다.
problem-server = 저희 쪽에 문제가 생겼습니다. 잠시 후 다시 시도하세요.
problem-role = 접근 키에 권한이 없거나 페이지가 너무 오래되었습니다. 뒤로 가서 페이지를 다시 열거나 다른 키로 로그인하세요.
problem-request = 보낸 내용을 읽을 수 없습니다. 뒤로 가서 다시 시도하세요.
problem-back = 처음으로
