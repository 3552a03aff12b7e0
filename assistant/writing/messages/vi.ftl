# What the deterministic writer says in Vietnamese. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Hãy nhận trợ giúp ngay
title-next_step = Việc cần làm bây giờ
title-read-aloud = Hãy đọc to phần này
title-small-talk = Tideover
title-places = Nơi cần đến
title-sites = Địa điểm
title-rule = Dược sĩ được phép làm gì
title-program = Điều nên biết
title-answer = Điều chúng tôi tìm thấy
title-payment = Ai trả tiền
title-handling = Cách bảo quản thuốc an toàn
title-donation = Thuốc được tặng
title-bring = Cần mang gì và nói gì
title-hotlines = Gọi cho ai
title-clarify = Một câu hỏi
title-declined = Điều chúng tôi không thể trả lời
title-declarations = Tuyên bố tình trạng khẩn cấp

## What to do now
next-critical = Quý vị cần { $medicine } trong hôm nay. Đừng chờ.
next-critical-other = Người đó cần { $medicine } trong hôm nay. Đừng chờ.
next-critical-class = Cần có thuốc này trong hôm nay. Đừng chờ.
next-high-class = Hãy cố gắng lấy thuốc này trong hôm nay.
next-high = Hãy cố gắng lấy { $medicine } trong hôm nay.
next-high-other = Hãy cố gắng lấy { $medicine } cho người đó trong hôm nay.
next-note = Về { $medicine } (bằng tiếng Anh): { $note }
next-call-place = Hãy gọi { $name } trước, số { $phone }. Hỏi xem họ còn thuốc không.
next-ask-place = Hãy gọi { $name } trước, số { $phone }. Hỏi xem họ có thuốc không. Chúng tôi chưa có báo cáo từ nơi đó.
next-go-place = Hãy đến { $name } trước.
next-no-place = Chúng tôi không tìm thấy nơi nào gần { $place } báo có { $medicine }. Hãy gọi 211 để hỏi.
next-no-place-known = Hãy cho biết quý vị đang ở đâu. Chúng tôi sẽ chỉ những nơi gần quý vị.
next-read-aloud-place = Nơi gần nhất báo có { $medicine } là { $name }, cách { $distance } dặm. Báo cáo này cách đây { $age }. Vui lòng gọi trước.

## Places
place-distance = cách { $distance } dặm
place-mail = qua bưu điện
place-open = đang mở cửa
place-opens-at = đang đóng cửa, mở lại { $when }
place-closed = đang đóng cửa
place-closed-marked = đóng cửa: hãy gọi trước
place-hours = giờ mở cửa: { $hours }
hours-holidays-closed = đóng cửa ngày lễ
place-hours-unknown = không rõ giờ mở cửa
place-status-limited = dịch vụ hạn chế
stock-in_stock = { $medicine }: còn hàng, báo cách đây { $age }
stock-low = { $medicine }: còn ít, báo cách đây { $age }
stock-call-first = { $medicine }: hãy gọi trước, lần báo cuối cách đây { $age }
stock-out = { $medicine }: hết hàng, báo cách đây { $age }
stock-unknown = { $medicine }: chưa có báo cáo, hãy gọi trước
stock-free = miễn phí cho người không có bảo hiểm: hãy hỏi
stock-differs = một báo cáo khác không giống
places-apart = Không nơi nào báo có đủ tất cả. Hãy gọi và hỏi.
places-not-held = Cửa hàng đó không có trong danh sách của chúng tôi. Hãy gọi cho họ, hoặc thử những nơi này.
places-widened = Chúng tôi đã tìm trong vòng { $miles } dặm.
places-none-sites = Chúng tôi không tìm thấy nơi nào như vậy gần { $place }.

## Ages
age-minutes = { $n } phút
age-hours = { $n } giờ
age-days = { $n } ngày

## Rules
rule-days = Ở { $state }, dược sĩ có thể cấp cho quý vị tối đa { $days } ngày thuốc mà không cần toa mới.
rule-amount = Luật { $state } cho phép khi không có toa mới (bằng tiếng Anh): { $amount }.
rule-no-number = Ở { $state }, dược sĩ có thể cấp thuốc cho quý vị mà không cần toa mới. Chúng tôi không tìm thấy số ngày trong luật.
rule-amount-unknown = Chúng tôi chưa xác nhận được luật { $state } cho phép bao nhiêu. Dược sĩ có thể cho quý vị biết.
rule-likely-days = Ở { $state }, dược sĩ có lẽ có thể cấp cho quý vị tối đa { $days } ngày thuốc mà không cần toa mới.
rule-likely-amount = Luật { $state } có lẽ cho phép khi không có toa mới (bằng tiếng Anh): { $amount }.
rule-ordinary-days = Vào ngày bình thường, giới hạn ở { $state } là { $days } ngày.
rule-ordinary-amount = Vào ngày bình thường, { $state } cho phép (bằng tiếng Anh): { $amount }.
rule-decides = Dược sĩ là người quyết định.
rule-law = Luật: { $citation }.
rule-in-force = Đang có tình trạng khẩn cấp tại { $area }: { $title }.
rule-likely = Liên bang đã tuyên bố thảm họa cho { $area }: { $title }. Hãy hỏi dược sĩ xem lệnh của tiểu bang có hiệu lực không.
rule-no-emergency = Chúng tôi không thấy tình trạng khẩn cấp nào đang có hiệu lực tại { $area }.
rule-unknown-emergency = Chúng tôi không biết { $area } có đang trong tình trạng khẩn cấp không. Hãy hỏi dược sĩ.
rule-none = Chúng tôi không tìm thấy quy định nào của { $state } cho dược sĩ cấp lại thuốc này khi không có bác sĩ. Hãy hỏi dược sĩ, hoặc gọi { $board }.
rule-none-plain = Chúng tôi không tìm thấy quy định nào của { $state } cho dược sĩ cấp lại thuốc này khi không có bác sĩ. Hãy hỏi dược sĩ.
rule-insulin = { $state } cũng có quy định riêng về insulin và vật dụng tiểu đường (bằng tiếng Anh): { $amount }.
rule-cii = { $medicine } là thuốc Schedule II. Không dược sĩ nào được cấp lại. Bác sĩ phải gửi toa mới.
rule-controlled-excluded = { $medicine } là thuốc bị kiểm soát ({ $schedule }). Quy định này không áp dụng: cần bác sĩ giúp.
rule-controlled-unknown = { $medicine } là thuốc bị kiểm soát ({ $schedule }). Chúng tôi không biết quy định này có áp dụng không. Hãy hỏi dược sĩ.
rule-controlled-allowed = { $medicine } là thuốc bị kiểm soát ({ $schedule }). Quy định này có áp dụng, với giới hạn (bằng tiếng Anh): { $text }.
rule-unconfirmed = Quy định này chưa được xác nhận. Hãy hỏi dược sĩ hoặc gọi { $board }.
rule-unconfirmed-plain = Quy định này chưa được xác nhận. Hãy hỏi dược sĩ.

# For pharmacists and agents
pro-rule = Quy định { $kind }, { $state } (bằng tiếng Anh): { $amount }. { $citation }.
pro-trigger = Khi nào áp dụng (bằng tiếng Anh): { $trigger }.
pro-conditions = Điều kiện (bằng tiếng Anh): { $conditions }.
pro-repeats = Số lần (bằng tiếng Anh): { $repeats }.
pro-controlled = Thuốc bị kiểm soát (bằng tiếng Anh): { $text }.
pro-notify = Báo cho người kê toa trong vòng { $hours } giờ.
pro-confidence = Tính đến { $as_of }; độ tin cậy: { $confidence }.
pro-confirm = Xác nhận trước (bằng tiếng Anh): { $text }
kind-ordinary = thông thường
kind-declared_emergency = khi có tuyên bố khẩn cấp
kind-insulin = về insulin
kind-out_of_state = về toa ngoài tiểu bang
kind-none = không có thẩm quyền

## Who pays
epap-active = Chương trình thuốc miễn phí EPAP đang hoạt động ở khu vực của quý vị: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). Dùng cho (bằng tiếng Anh): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Dùng cho (bằng tiếng Anh): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = chưa xác nhận
not-confirmed-ask = Nếu thấy "chưa xác nhận" hoặc "not confirmed": hãy hỏi dược sĩ, hoặc gọi 211.
another-source = Một nguồn khác nói khác (bằng tiếng Anh): { $text }
stronger-source = Một nguồn mới hơn hoặc mạnh hơn nói khác (bằng tiếng Anh): { $text }
in-english = bằng tiếng Anh

## Declarations
declaration-yes = Có. Đang có tình trạng khẩn cấp tại { $area }.
declaration-likely = Liên bang đã tuyên bố thảm họa cho { $area }. Lệnh của tiểu bang không có trong bảng của chúng tôi.
declaration-no = Theo bảng của chúng tôi, { $area } không có tình trạng khẩn cấp.
declaration-unknown = Chúng tôi không thể biết { $area } có đang trong tình trạng khẩn cấp không.
declaration-plain = { $title }. Bắt đầu từ { $began }.
declaration-next = Hãy cho biết thuốc của quý vị và nơi quý vị đang ở. Khi đó chúng tôi có thể cho biết dược sĩ được làm gì.
declaration-item = { $title } ({ $id }), từ { $began }{ $ended ->
    [none] .
   *[other] { " " }đến { $ended }.
}

## Declined
declined-medical = Chúng tôi không đưa ra lời khuyên y tế. Chúng tôi không thể nói quý vị nên dùng liều nào, hay nên bỏ hoặc đổi thuốc. Hãy hỏi dược sĩ hoặc bác sĩ. Hỏi không mất tiền.
declined-medical-poison = Nếu dùng quá nhiều thuốc, hãy gọi Trung tâm Chống độc: { $phone }.
declined-scope = Chúng tôi chỉ giúp tìm thuốc sau thảm họa. Để tìm thức ăn, chỗ trú và trợ giúp khác, hãy gọi 211.
declined-unsafe = Chúng tôi không thể giúp việc đó. Nếu ma túy hay nỗi đau làm quý vị nặng lòng, hãy gọi 1-800-662-4357, ngày hay đêm. Miễn phí.
declined-no-evidence = Chúng tôi không có nguồn nào trả lời câu này. Hãy gọi 211, hoặc hỏi dược sĩ.

## Questions back
greeting = Xin chào. Chúng tôi giúp mọi người tìm thuốc sau thảm họa.
about-us = Chúng tôi là một chương trình máy tính, không phải người thật. Chúng tôi giúp mọi người tìm thuốc sau thảm họa. Để nói chuyện với người thật, hãy gọi 211.
about-privacy = Chúng tôi không lưu lời của quý vị và không hỏi tên. Những gì chúng tôi hiểu (thuốc, thành phố, ai trả tiền) được giữ hai giờ rồi xóa.
you-are-welcome = Không có chi. Chúc quý vị bình an. Chúng tôi ở đây nếu quý vị cần thêm.
ask-medicine = Quý vị cần thuốc nào?
ask-medicine-which = Ý quý vị là thuốc nào?
ask-medicine-kind = Đó là loại nào? Hãy xem lọ hoặc hộp thuốc.
ask-current_place = Quý vị đang ở đâu? (mã ZIP hoặc thành phố)
ask-current_place-zip = Chúng tôi không biết mã ZIP { $zip }. Quý vị đang ở mã ZIP hoặc thành phố nào?
ask-current_place-which = Ý quý vị là nơi nào?
ask-home_place = Nhà quý vị ở đâu? Chỉ cần mã ZIP. Trợ giúp miễn phí có thể tùy vào đó.
ask-coverage = Quý vị có bảo hiểm y tế không?
ask-prescription_proof = Quý vị có lọ thuốc, hoặc ảnh chụp nhãn thuốc không?
option-uninsured = Không có bảo hiểm
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Bảo hiểm từ nơi làm việc hoặc Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = Tôi có lọ thuốc
option-photo = Tôi có ảnh
option-nothing = Tôi không có gì
