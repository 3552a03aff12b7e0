# What the deterministic writer says in Arabic, written right to left. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.
# { "\u200E" } (left-to-right mark) keeps the digits of a number with hyphens in order after Arabic letters.

## Titles
title-danger = اطلب المساعدة الآن
title-next_step = ماذا تفعل الآن
title-read-aloud = اقرأ هذا بصوت عالٍ
title-small-talk = Tideover
title-places = إلى أين تذهب
title-sites = أماكن
title-rule = ما الذي يجوز للصيدلي أن يفعله
title-program = معلومات مفيدة
title-answer = ما وجدناه
title-payment = من يدفع
title-handling = كيف تحفظه بأمان
title-donation = دواء متبرَّع به
title-bring = ماذا تُحضر وماذا تقول
title-hotlines = بمن تتصل
title-clarify = سؤال واحد
title-declined = ما لا نستطيع الإجابة عنه
title-declarations = إعلانات الطوارئ

## What to do now
next-critical = أنت بحاجة إلى { $medicine } اليوم. لا تنتظر.
next-critical-other = هذا الشخص بحاجة إلى { $medicine } اليوم. لا تنتظر.
next-critical-class = هذا الدواء مطلوب اليوم. لا تنتظر.
next-high-class = حاول الحصول على هذا الدواء اليوم.
next-high = حاول الحصول على { $medicine } اليوم.
next-high-other = حاول الحصول على { $medicine } لهذا الشخص اليوم.
next-note = عن { $medicine } (بالإنجليزية): { $note }
next-call-place = اتصل أولًا بـ { $name } على الرقم { "\u200E" }{ $phone }. اسأل إن كان الدواء لا يزال لديهم.
next-ask-place = اتصل أولًا بـ { $name } على الرقم { "\u200E" }{ $phone }. اسأل إن كان الدواء لديهم. ليس لدينا بلاغ من هناك.
next-go-place = اذهب أولًا إلى { $name }.
next-no-place = لم نجد قرب { $place } مكانًا أبلغ عن وجود { $medicine }. اتصل بالرقم 211 واسأل.
next-no-place-known = أخبرنا أين أنت. عندها يمكننا أن نريك أماكن قريبة منك.
next-read-aloud-place = أقرب مكان أبلغ عن وجود { $medicine } هو { $name }، على بعد { $distance } ميل. البلاغ منذ { $age }. من فضلك اتصل أولًا.

## Places
place-distance = على بعد { $distance } ميل
place-mail = بالبريد
place-open = مفتوح الآن
place-opens-at = مغلق الآن، يفتح { $when }
place-closed = مغلق الآن
place-closed-marked = مغلق: اتصل أولًا
place-hours = ساعات العمل: { $hours }
hours-holidays-closed = مغلق في العطل الرسمية
place-hours-unknown = ساعات العمل غير معروفة
place-status-limited = خدمة محدودة
stock-in_stock = { $medicine }: متوفر، أُبلغ عنه منذ { $age }
stock-low = { $medicine }: الكمية قليلة، أُبلغ عنه منذ { $age }
stock-call-first = { $medicine }: اتصل أولًا، آخر بلاغ منذ { $age }
stock-out = { $medicine }: غير متوفر، أُبلغ عنه منذ { $age }
stock-unknown = { $medicine }: لا يوجد بلاغ، اتصل أولًا
stock-free = مجاني لمن ليس لديهم تأمين: اسأل
stock-differs = بلاغ آخر يقول غير ذلك
places-apart = لا يوجد مكان أبلغ أن لديه كل هذه الأدوية. اتصل واسأل.
places-not-held = هذا المتجر ليس في قائمتنا. اتصل به، أو جرّب هذه الأماكن.
places-widened = بحثنا حتى مسافة { $miles } ميل.
places-none-sites = لم نجد مكانًا كهذا قرب { $place }.

## Ages
age-minutes = { $n ->
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
age-hours = { $n ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
age-days = { $n ->
    [one] يوم واحد
    [two] يومين
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}

## Rules
rule-days = في { $state }، يجوز للصيدلي أن يعطيك دواءً يكفي حتى { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} دون وصفة جديدة.
rule-amount = ما يسمح به قانون { $state } دون وصفة جديدة (بالإنجليزية): { $amount }.
rule-no-number = في { $state }، يجوز للصيدلي أن يعطيك دواءً دون وصفة جديدة. لم نجد عدد أيام في القانون.
rule-amount-unknown = لم نتمكن من تأكيد الكمية التي يسمح بها قانون { $state }. يمكن للصيدلي أن يخبرك.
rule-likely-days = في { $state }، قد يتمكن الصيدلي من إعطائك دواءً يكفي حتى { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} دون وصفة جديدة.
rule-likely-amount = ما قد يسمح به قانون { $state } دون وصفة جديدة (بالإنجليزية): { $amount }.
rule-ordinary-days = في الأيام العادية، الحد في { $state } هو { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
rule-ordinary-amount = في الأيام العادية، يسمح قانون { $state } (بالإنجليزية): { $amount }.
rule-decides = الصيدلي هو من يقرر.
rule-law = القانون: { $citation }.
rule-in-force = حالة طوارئ سارية في { $area }: { $title }.
rule-likely = أُعلنت كارثة فيدرالية في { $area }: { $title }. اسأل الصيدلي إن كان أمر الولاية ساريًا.
rule-no-emergency = لا نعلم بوجود حالة طوارئ سارية في { $area } الآن.
rule-unknown-emergency = لا نعلم إن كانت هناك حالة طوارئ سارية في { $area } الآن. اسأل الصيدلي.
rule-none = لم نجد في { $state } قاعدة تسمح للصيدلي بإعادة صرف هذا الدواء دون طبيب. اسأل الصيدلي، أو اتصل بـ { $board }.
rule-none-plain = لم نجد في { $state } قاعدة تسمح للصيدلي بإعادة صرف هذا الدواء دون طبيب. اسأل الصيدلي.
rule-insulin = لدى { $state } أيضًا قاعدة خاصة بالإنسولين ومستلزمات السكري (بالإنجليزية): { $amount }.
rule-cii = دواء { $medicine } من الجدول الثاني (Schedule II). لا يجوز لأي صيدلي إعادة صرفه. يجب أن يرسل الطبيب وصفة جديدة.
rule-controlled-excluded = دواء { $medicine } خاضع للرقابة ({ $schedule }). هذه القاعدة لا تشمله: يجب أن يساعدك طبيب.
rule-controlled-unknown = دواء { $medicine } خاضع للرقابة ({ $schedule }). لا نعلم إن كانت هذه القاعدة تشمله. اسأل الصيدلي.
rule-controlled-allowed = دواء { $medicine } خاضع للرقابة ({ $schedule }). القاعدة تشمله مع قيود (بالإنجليزية): { $text }.
rule-unconfirmed = هذه القاعدة غير مؤكدة. اسأل الصيدلي أو اتصل بـ { $board }.
rule-unconfirmed-plain = هذه القاعدة غير مؤكدة. اسأل الصيدلي.

# For pharmacists and agents
pro-rule = قاعدة { $kind }، { $state } (بالإنجليزية): { $amount }. { $citation }.
pro-trigger = متى تسري (بالإنجليزية): { $trigger }.
pro-conditions = الشروط (بالإنجليزية): { $conditions }.
pro-repeats = التكرار (بالإنجليزية): { $repeats }.
pro-controlled = المواد الخاضعة للرقابة (بالإنجليزية): { $text }.
pro-notify = أبلغ من كتب الوصفة خلال { $hours } ساعة.
pro-confidence = حتى تاريخ { $as_of }؛ درجة الثقة: { $confidence }.
pro-confirm = أكّد أولًا (بالإنجليزية): { $text }
kind-ordinary = عادية
kind-declared_emergency = حالة طوارئ معلنة
kind-insulin = الإنسولين
kind-out_of_state = وصفة من ولاية أخرى
kind-none = عدم وجود صلاحية

## Who pays
epap-active = برنامج الدواء المجاني EPAP مفعّل في منطقتك: { $title }.

## Hotlines
hotline-line = { $name }: { "\u200E" }{ $phone } ({ $hours }). من أجل (بالإنجليزية): { $purpose }.
hotline-line-no-hours = { $name }: { "\u200E" }{ $phone }. من أجل (بالإنجليزية): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = غير مؤكد
not-confirmed-ask = إذا كُتب "غير مؤكد" أو "not confirmed": اسأل الصيدلي، أو اتصل بالرقم 211.
another-source = مصدر آخر يقول غير ذلك (بالإنجليزية): { $text }
stronger-source = مصدر أحدث أو أقوى يقول غير ذلك (بالإنجليزية): { $text }
in-english = بالإنجليزية

## Declarations
declaration-yes = نعم. حالة طوارئ سارية في { $area }.
declaration-likely = أُعلنت كارثة فيدرالية في { $area }. أمر الولاية نفسها ليس في جدولنا.
declaration-no = لا توجد حالة طوارئ سارية في { $area } بحسب جداولنا.
declaration-unknown = لا نستطيع معرفة إن كانت هناك حالة طوارئ سارية في { $area }.
declaration-plain = { $title }. بدأت في { $began }.
declaration-next = أخبرنا باسم دوائك وأين أنت. عندها يمكننا أن نبيّن ما يستطيع الصيدلي فعله هناك.
declaration-item = { $title } ({ $id })، من { $began }{ $ended ->
    [none] .
   *[other] { " " }حتى { $ended }.
}

## Declined
declined-medical = نحن لا نقدم نصائح طبية. لا نستطيع أن نقول لك أي جرعة تأخذ، أو هل تترك دواءً أو تغيّره. اسأل صيدليًا أو طبيبًا. السؤال مجاني.
declined-medical-poison = عند تناول دواء أكثر من اللازم، اتصل بمركز السموم: { "\u200E" }{ $phone }.
declined-scope = نحن نساعد فقط في العثور على الدواء بعد الكوارث. للطعام والمأوى وأي مساعدة أخرى، اتصل بالرقم 211.
declined-unsafe = لا نستطيع المساعدة في ذلك. إذا أثقلتك المخدرات أو الألم، فاتصل بالرقم { "\u200E" }1-800-662-4357 ليلًا أو نهارًا. الاتصال مجاني.
declined-no-evidence = ليس لدينا مصدر يجيب عن هذا. اتصل بالرقم 211، أو اسأل صيدليًا.

## Questions back
greeting = مرحبًا. نحن نساعد الناس في العثور على دوائهم بعد الكوارث.
about-us = نحن برنامج حاسوب ولسنا شخصًا. نحن نساعد الناس في العثور على دوائهم بعد الكوارث. للتحدث مع شخص، اتصل بالرقم 211.
about-privacy = لا نحتفظ بكلماتك ولا نسأل عن اسمك. ما فهمناه (الدواء والمدينة ومن يدفع) يُحفظ ساعتين ثم يُمحى.
you-are-welcome = على الرحب والسعة. اعتنِ بنفسك. نحن هنا إن احتجت إلى المزيد.
ask-medicine = ما الدواء الذي تحتاج إليه؟
ask-medicine-which = أيّها تقصد؟
ask-medicine-kind = من أي نوع هو؟ انظر إلى العبوة أو العلبة.
ask-current_place = أين أنت الآن؟ (الرمز البريدي أو المدينة)
ask-current_place-zip = لا نعرف الرمز البريدي { "\u200E" }{ $zip }. في أي رمز بريدي أو مدينة أنت؟
ask-current_place-which = أي مكان تقصد؟
ask-home_place = أين منزلك؟ الرمز البريدي يكفي. قد تتوقف المساعدة المجانية عليه.
ask-coverage = هل لديك تأمين صحي؟
ask-prescription_proof = هل لديك عبوة الدواء، أو صورة للملصق؟
option-uninsured = بلا تأمين
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = تأمين من العمل أو من Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = لدي العبوة
option-photo = لدي صورة
option-nothing = ليس لدي شيء
