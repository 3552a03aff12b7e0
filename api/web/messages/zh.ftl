# Words of the web pages in Chinese (Simplified). (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = 灾后寻找您的药品
page-description = 今天在哪里、怎样拿到药，附来源。
skip-to-chat = 跳到提问框
language-switch = 语言
language-english = English
language-spanish = Español
language-more = 更多语言

heading = 灾后寻找您的药品
lead = 请告诉我们您需要什么、在哪里。您会看到营业的地点、对您有帮助的规定，以及谁可以付款。
danger-line = 无法呼吸、昏倒，或想自杀？
danger-call-911 = 拨打 911
danger-call-988 = 拨打 988
sample-banner = 演练数据。这里的地点和库存都是假的。请不要前往。

your-question = 您的问题
question-hint = 请说明需要哪种药、您在哪里、发生了什么。例如：“我把 Lantus 忘在家里了。我在 Tampa 33602 的避难所。”
send = 提问
sending = 正在寻找答案…
you-asked = 您的提问
answer = 回答
answer-emergency = 请立即求助
answer-urgent = 请今天行动
quick-replies = 选择一个答案，或在下面输入
ask-more = 再问一个问题
new-chat = 重新开始
privacy-short = 不需要账号。没有 cookie。您的话不会被保存。

places-heading = 地点
place-miles = { $miles } 英里
place-mail-order = 邮寄
place-approximate = 大约
place-open = 正在营业
place-closed-now = 现在已关门
place-opens = 已关门，{ $when } 开门
place-hours-unknown = 营业时间不详：请先打电话
place-status-closed = 已关闭
place-status-limited = 服务有限
place-reported = { $age }报告
call = 拨打 { $phone }
navigate = 路线
navigate-to = 前往 { $name } 的路线
call-place = 致电 { $name }，电话 { $phone }

map-caption = 中间的点是您。上方为北。数字是下面的地点。
map-table = 各地点在您的哪个方向
map-number = 编号
map-place = 地点
map-distance = 距离
map-direction = 方向
direction-n = 北
direction-ne = 东北
direction-e = 东
direction-se = 东南
direction-s = 南
direction-sw = 西南
direction-w = 西
direction-nw = 西北

offline-title = 您已离线
offline-lead = 没有网络，或无法连接我们的服务。此页面保存在您的设备上。
offline-last = 您的上一个回答
offline-saved = 保存于
offline-ages = 其中的时间从那时算起。去之前请先打电话。
offline-kept = 您的上一个回答保存在此设备上，供没有网络时使用。保存于
offline-see = 查看
offline-forget = 删除
offline-what = 该做什么
offline-danger = 危险信号：何时拨打 911
offline-medicine = 怎样拿到药
offline-bring = 要带什么
offline-insulin = 胰岛素
offline-cold = 必须冷藏的药
offline-lines = 热线电话
offline-text = 短信：{ $number }

location-use = 使用我的位置
location-ask = 我们用它查找您附近的地点。位置会取整到约一英里，不会被保存。
location-yes = 是，使用
location-no = 否
location-looking = 正在查找您的位置…
location-used = 您的位置会随问题一起发送。您不必输入地点。
location-stop = 停止使用我的位置
location-failed = 无法读取您的位置。请输入邮政编码或城市。

card-for-pharmacist = 给药剂师看的卡片

stock-in_stock = 有货
stock-low = 货不多
stock-out = 缺货
stock-unknown = 请打电话询问
stock-call-first = 请先打电话
stock-as-of = { $age }报告
stock-free = 没有保险的人可免费：请询问

age-now = 刚刚
age-hours = { $hours } 小时前
age-days = { $days } 天前

kind-pharmacy = 药房
kind-clinic = 诊所
kind-health_center = 健康中心
kind-hospital = 医院
kind-shelter = 避难所
kind-mobile_unit = 流动医疗车
kind-mail_order = 邮寄
kind-specialty_pharmacy = 专科药房
kind-opioid_treatment_program = 阿片类治疗项目
kind-charity = 慈善机构

sources-count = 来源（{ $count }）
source-page = 此来源的链接
source-checked = { $date } 核对
source-not-confirmed = 未经确认：请问药剂师

citation-quote = 内容
citation-where = 适用地区
citation-checked = 我们核对的时间
citation-confidence = 可信程度
citation-program = 项目
citation-holds = 有效期
citation-holds-not = 今天无效。请看下面的日期。
citation-holds-from = 自 { $date }
citation-holds-until = 至 { $date }
citation-original = 打开原文
citation-no-original = 这是我们自己表中的记录，没有单独的页面。
citation-back = 提问
confidence-high = 高：已在来源处阅读
confidence-medium = 中
confidence-low = 低：未经确认
kind-document = 项目文件
kind-rule = 规定
kind-declaration = 灾难声明
kind-availability = 某地点的报告
kind-medicine = 药品
kind-hotline = 热线电话

problem-title = 没有成功
problem-try-again = 再试一次
problem-lost = 连接中断。您输入的文字还在。
problem-limited = 同时提问太多。请稍等再试。
problem-not-found = 此地址没有页面。
problem-server = 我们这边出了问题。请稍后再试。
problem-role = 您的访问密钥没有此权限，或页面已过期。请返回，重新打开页面，或用另一个密钥登录。
problem-request = 页面无法读取发送的内容。请返回再试。
problem-back = 回到首页
