# Words of the web pages in Vietnamese. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Tìm thuốc của quý vị sau thảm họa
page-description = Nơi và cách lấy thuốc ngay hôm nay, có nguồn.
skip-to-chat = Đến ô câu hỏi
language-switch = Ngôn ngữ
language-english = English
language-spanish = Español
language-more = Ngôn ngữ khác

heading = Tìm thuốc của quý vị sau thảm họa
lead = Hãy cho biết quý vị cần gì và đang ở đâu. Quý vị sẽ thấy nơi mở cửa, quy định giúp quý vị, và ai có thể trả tiền.
danger-line = Không thở được, bất tỉnh, hoặc nghĩ đến tự tử?
danger-call-911 = Gọi 911
danger-call-988 = Gọi 988
sample-banner = DỮ LIỆU THỰC TẬP. Địa điểm và hàng ở đây không có thật. Đừng đến đó.

your-question = Câu hỏi của quý vị
question-hint = Hãy nói thuốc nào, quý vị ở đâu, và chuyện gì đã xảy ra. Ví dụ: “Tôi để quên Lantus ở nhà. Tôi đang ở nơi trú ẩn tại Tampa 33602.”
send = Hỏi
sending = Đang tìm câu trả lời…
you-asked = Quý vị đã hỏi
answer = Trả lời
answer-emergency = Hãy nhận trợ giúp ngay
answer-urgent = Hãy làm ngay hôm nay
quick-replies = Chọn một câu trả lời, hoặc nhập bên dưới
ask-more = Hỏi câu khác
new-chat = Bắt đầu lại
privacy-short = Không cần tài khoản. Không cookie. Lời của quý vị không được lưu lại.

places-heading = Địa điểm
place-miles = { $miles } dặm
place-mail-order = Qua bưu điện
place-approximate = khoảng
place-open = Đang mở cửa
place-closed-now = Đang đóng cửa
place-opens = Đóng cửa, mở lại { $when }
place-hours-unknown = Không rõ giờ: hãy gọi trước
place-status-closed = Đóng cửa
place-status-limited = Dịch vụ hạn chế
place-reported = báo { $age }
call = Gọi { $phone }
navigate = Chỉ đường
navigate-to = Chỉ đường đến { $name }
call-place = Gọi { $name } số { $phone }

map-caption = Quý vị là chấm ở giữa. Hướng bắc ở trên. Các số là những nơi bên dưới.
map-table = Các nơi nằm ở đâu so với quý vị
map-number = Số
map-place = Địa điểm
map-distance = Khoảng cách
map-direction = Hướng
direction-n = B
direction-ne = ĐB
direction-e = Đ
direction-se = ĐN
direction-s = N
direction-sw = TN
direction-w = T
direction-nw = TB

offline-title = Quý vị đang ngoại tuyến
offline-lead = Không có mạng, hoặc không kết nối được dịch vụ. Trang này được giữ trên máy của quý vị.
offline-last = Câu trả lời gần nhất
offline-saved = Lưu lúc
offline-ages = Thời gian trong đó được tính từ lúc ấy. Hãy gọi điện trước khi đến.
offline-kept = Câu trả lời gần nhất được giữ trên máy này để dùng khi không có mạng. Lưu lúc
offline-see = Xem
offline-forget = Xóa
offline-what = Việc cần làm
offline-danger = Dấu hiệu nguy hiểm: khi nào gọi 911
offline-medicine = Cách lấy thuốc
offline-bring = Cần mang gì
offline-insulin = Insulin
offline-cold = Thuốc phải giữ lạnh
offline-lines = Đường dây điện thoại
offline-text = Nhắn tin: { $number }

location-use = Dùng vị trí của tôi
location-ask = Chúng tôi dùng vị trí để tìm nơi gần quý vị. Vị trí được làm tròn khoảng một dặm và không được lưu lại.
location-yes = Có, hãy dùng
location-no = Không
location-looking = Đang tìm vị trí của quý vị…
location-used = Vị trí được gửi cùng câu hỏi. Quý vị không phải nhập địa điểm.
location-stop = Ngừng dùng vị trí của tôi
location-failed = Không đọc được vị trí. Vui lòng nhập mã ZIP hoặc thành phố.

card-for-pharmacist = Phiếu để đưa cho dược sĩ

stock-in_stock = Còn hàng
stock-low = Còn ít
stock-out = Hết hàng
stock-unknown = Gọi để hỏi
stock-call-first = Gọi trước
stock-as-of = báo { $age }
stock-free = miễn phí cho người không có bảo hiểm: hãy hỏi

age-now = vừa xong
age-hours = { $hours } giờ trước
age-days = { $days } ngày trước

kind-pharmacy = Nhà thuốc
kind-clinic = Phòng khám
kind-health_center = Trung tâm y tế
kind-hospital = Bệnh viện
kind-shelter = Nơi trú ẩn
kind-mobile_unit = Đơn vị lưu động
kind-mail_order = Qua bưu điện
kind-specialty_pharmacy = Nhà thuốc chuyên khoa
kind-opioid_treatment_program = Chương trình điều trị opioid
kind-charity = Tổ chức từ thiện

sources-count = Nguồn ({ $count })
source-page = Liên kết đến nguồn này
source-checked = kiểm tra { $date }
source-not-confirmed = Chưa xác nhận: hãy hỏi dược sĩ

citation-quote = Nội dung
citation-where = Áp dụng ở đâu
citation-checked = Chúng tôi kiểm tra khi nào
citation-confidence = Mức chắc chắn
citation-program = Chương trình
citation-holds = Có hiệu lực
citation-holds-not = Hôm nay không có hiệu lực. Xem ngày bên dưới.
citation-holds-from = từ { $date }
citation-holds-until = đến { $date }
citation-original = Mở bản gốc
citation-no-original = Đây là bản ghi trong bảng của chúng tôi. Không có trang riêng.
citation-back = Đặt câu hỏi
confidence-high = Cao: đã đọc tại nguồn
confidence-medium = Trung bình
confidence-low = Thấp: chưa xác nhận
kind-document = Tài liệu chương trình
kind-rule = Quy định
kind-declaration = Tuyên bố thảm họa
kind-availability = Báo cáo từ một nơi
kind-medicine = Thuốc
kind-hotline = Đường dây điện thoại

problem-title = Không thành công
problem-try-again = Thử lại
problem-lost = Mất kết nối. Lời của quý vị vẫn còn ở đây.
problem-limited = Quá nhiều câu hỏi cùng lúc. Vui lòng chờ một chút rồi thử lại.
problem-not-found = Không có trang nào ở địa chỉ này.
problem-server = Có lỗi ở phía chúng tôi. Vui lòng thử lại sau giây lát.
problem-role = Khóa truy cập không được phép làm việc này, hoặc trang đã quá cũ. Hãy quay lại, mở lại trang, hoặc đăng nhập bằng khóa khác.
problem-request = Trang không đọc được nội dung đã gửi. Vui lòng quay lại và thử lại.
problem-back = Về trang đầu
