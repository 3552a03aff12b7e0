# What the deterministic writer says in Chinese (Simplified). (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = 请立即求助
title-next_step = 现在该做什么
title-read-aloud = 请念出这段话
title-small-talk = Tideover
title-places = 去哪里
title-sites = 地点
title-rule = 药剂师可以做什么
title-program = 值得知道
title-answer = 我们找到的信息
title-payment = 谁来付款
title-handling = 如何安全保存药品
title-donation = 捐赠的药品
title-bring = 要带什么、说什么
title-hotlines = 该给谁打电话
title-clarify = 一个问题
title-declined = 我们不能回答的问题
title-declarations = 紧急状态声明

## What to do now
next-critical = 您今天就需要 { $medicine }。请不要等。
next-critical-other = 他们今天就需要 { $medicine }。请不要等。
next-critical-class = 今天就需要这种药。请不要等。
next-high-class = 请尽量在今天拿到这种药。
next-high = 请尽量在今天拿到 { $medicine }。
next-high-other = 请尽量在今天为他们拿到 { $medicine }。
next-note = 关于 { $medicine }（英文）：{ $note }
next-call-place = 请先打电话给 { $name }，电话 { $phone }。问他们是否还有药。
next-ask-place = 请先打电话给 { $name }，电话 { $phone }。问他们是否有药。我们没有那里的报告。
next-go-place = 请先去 { $name }。
next-no-place = 我们在 { $place } 附近没有找到报告有 { $medicine } 的地方。请拨打 211 询问。
next-no-place-known = 请告诉我们您在哪里，我们就能列出您附近的地方。
next-read-aloud-place = 报告有 { $medicine } 的最近地点是 { $name }，距离 { $distance } 英里。报告是 { $age }前的。请先打电话。

## Places
place-distance = { $distance } 英里
place-mail = 邮寄
place-open = 正在营业
place-opens-at = 现在已关门，{ $when } 开门
place-closed = 现在已关门
place-closed-marked = 已关闭：请先打电话
place-hours = 营业时间：{ $hours }
hours-holidays-closed = 公共假日休息
place-hours-unknown = 营业时间不详
place-status-limited = 服务有限
stock-in_stock = { $medicine }：有货，{ $age }前报告
stock-low = { $medicine }：货不多，{ $age }前报告
stock-call-first = { $medicine }：请先打电话，上次报告在 { $age }前
stock-out = { $medicine }：缺货，{ $age }前报告
stock-unknown = { $medicine }：没有报告，请先打电话
stock-free = 没有保险的人可免费：请询问
stock-differs = 另一份报告不一样
places-apart = 没有哪个地方报告全部都有。请打电话询问。
places-not-held = 这家店不在我们的名单上。请打电话给它，或试试这些地方。
places-widened = 我们查找了 { $miles } 英里以内的地方。
places-none-sites = 我们在 { $place } 附近没有找到这样的地方。

## Ages
age-minutes = { $n } 分钟
age-hours = { $n } 小时
age-days = { $n } 天

## Rules
rule-days = 在 { $state }，药剂师无需新处方最多可以给您 { $days } 天的药。
rule-amount = { $state } 法律在没有新处方时允许（英文）：{ $amount }。
rule-no-number = 在 { $state }，药剂师无需新处方可以给您药。我们在法律中没有找到天数。
rule-amount-unknown = 我们无法确认 { $state } 法律允许多少。药剂师可以告诉您。
rule-likely-days = 在 { $state }，药剂师也许可以在没有新处方时最多给您 { $days } 天的药。
rule-likely-amount = { $state } 法律在没有新处方时可能允许（英文）：{ $amount }。
rule-ordinary-days = 平时，{ $state } 的上限是 { $days } 天。
rule-ordinary-amount = 平时，{ $state } 允许（英文）：{ $amount }。
rule-decides = 由药剂师决定。
rule-law = 法律依据：{ $citation }。
rule-in-force = { $area } 正处于紧急状态：{ $title }。
rule-likely = 联邦已宣布 { $area } 为灾区：{ $title }。请问药剂师州政府的命令是否有效。
rule-no-emergency = 据我们所知，{ $area } 现在没有紧急状态。
rule-unknown-emergency = 我们不知道 { $area } 现在是否处于紧急状态。请问药剂师。
rule-none = 我们没有找到 { $state } 允许药剂师在没有医生的情况下续此药的规定。请问药剂师，或致电 { $board }。
rule-none-plain = 我们没有找到 { $state } 允许药剂师在没有医生的情况下续此药的规定。请问药剂师。
rule-insulin = { $state } 对胰岛素和糖尿病用品另有规定（英文）：{ $amount }。
rule-cii = { $medicine } 是二类管制药（Schedule II）。药剂师都不能续药。必须由医生开新处方。
rule-controlled-excluded = { $medicine } 是管制药（{ $schedule }）。这项规定不适用：需要医生帮助。
rule-controlled-unknown = { $medicine } 是管制药（{ $schedule }）。我们不知道这项规定是否适用。请问药剂师。
rule-controlled-allowed = { $medicine } 是管制药（{ $schedule }）。这项规定适用，但有限制（英文）：{ $text }。
rule-unconfirmed = 这项规定未经确认。请问药剂师或致电 { $board }。
rule-unconfirmed-plain = 这项规定未经确认。请问药剂师。

# For pharmacists and agents
pro-rule = { $kind }规定，{ $state }（英文）：{ $amount }。{ $citation }。
pro-trigger = 适用情形（英文）：{ $trigger }。
pro-conditions = 条件（英文）：{ $conditions }。
pro-repeats = 次数（英文）：{ $repeats }。
pro-controlled = 管制药（英文）：{ $text }。
pro-notify = 请在 { $hours } 小时内通知开处方者。
pro-confidence = 截至 { $as_of }；可信度：{ $confidence }。
pro-confirm = 请先确认（英文）：{ $text }
kind-ordinary = 平时
kind-declared_emergency = 宣布紧急状态时的
kind-insulin = 胰岛素
kind-out_of_state = 外州处方
kind-none = 无授权

## Who pays
epap-active = 免费药品项目 EPAP 在您的地区已启用：{ $title }。

## Hotlines
hotline-line = { $name }：{ $phone }（{ $hours }）。用途（英文）：{ $purpose }。
hotline-line-no-hours = { $name }：{ $phone }。用途（英文）：{ $purpose }。

## Not confirmed, other language, disagreement
not-confirmed = 未经确认
not-confirmed-ask = 如果写着“未经确认”或“not confirmed”：请问药剂师，或拨打 211。
another-source = 另一来源说法不同（英文）：{ $text }
stronger-source = 更新或更可靠的来源说法不同（英文）：{ $text }
in-english = 英文

## Declarations
declaration-yes = 是。{ $area } 正处于紧急状态。
declaration-likely = 联邦已宣布 { $area } 为灾区。州政府自己的命令不在我们的表中。
declaration-no = 根据我们的表，{ $area } 没有紧急状态。
declaration-unknown = 我们无法判断 { $area } 是否处于紧急状态。
declaration-plain = { $title }。开始日期：{ $began }。
declaration-next = 请告诉我们您的药品和您所在的地方。然后我们可以说明药剂师可以做什么。
declaration-item = { $title }（{ $id }），自 { $began } 起{ $ended ->
    [none] .
   *[other] ，至 { $ended }.
}

## Declined
declined-medical = 我们不提供医疗建议。我们不能告诉您该用多少剂量，也不能说是否可以停药或换药。请问药剂师或医生。询问是免费的。
declined-medical-poison = 如果用药过量，请致电中毒控制中心：{ $phone }。
declined-scope = 我们只帮助人们在灾后找到药品。需要食物、住处和其他帮助，请拨打 211。
declined-unsafe = 这件事我们帮不了您。如果毒品或痛苦让您难以承受，请随时拨打 1-800-662-4357，日夜均可，免费。
declined-no-evidence = 我们没有能回答这个问题的来源。请拨打 211，或询问药剂师。

## Questions back
greeting = 您好。我们帮助人们在灾后找到药品。
about-us = 我们是电脑程序，不是真人。我们帮助人们在灾后找到药品。如需与真人通话，请拨打 211。
about-privacy = 我们不保存您的话，也不询问您的姓名。我们所了解的内容（药品、城市、由谁付费）保留两小时，然后删除。
you-are-welcome = 不客气。请保重。如果还需要帮助，我们在这里。
ask-medicine = 您需要哪种药？
ask-medicine-which = 您指的是哪一种？
ask-medicine-kind = 是哪一种类型？请看药瓶或药盒。
ask-current_place = 您现在在哪里？（邮政编码或城市）
ask-current_place-zip = 我们不认识邮政编码 { $zip }。您在哪个邮政编码或城市？
ask-current_place-which = 您指的是哪个地方？
ask-home_place = 您的家在哪里？只要邮政编码就够了。免费帮助可能取决于它。
ask-coverage = 您有医疗保险吗？
ask-prescription_proof = 您有药瓶，或标签的照片吗？
option-uninsured = 没有保险
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = 工作单位或 Marketplace 的保险
option-va = VA
option-tricare = TRICARE
option-bottle = 我有药瓶
option-photo = 我有照片
option-nothing = 我什么都没有
