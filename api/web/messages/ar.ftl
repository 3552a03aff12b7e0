# Words of the web pages in Arabic, written right to left. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.
# { "\u200E" } (left-to-right mark) keeps the digits of a number with hyphens in order after Arabic letters.

app-name = Tideover
page-title = اعثر على دوائك بعد الكارثة
page-description = أين وكيف تحصل على دوائك اليوم، مع المصادر.
skip-to-chat = انتقل إلى مربع السؤال
language-switch = اللغة
language-english = English
language-spanish = Español
language-more = لغات أخرى

heading = اعثر على دوائك بعد الكارثة
lead = أخبرنا بما تحتاج إليه وأين أنت. نعرض لك الأماكن المفتوحة، والقاعدة التي تساعدك، ومن يمكنه أن يدفع.
danger-line = لا تستطيع التنفس، أو أُغمي على أحد، أو تفكر في الانتحار؟
danger-call-911 = اتصل بالرقم 911
danger-call-988 = اتصل بالرقم 988
sample-banner = بيانات للتدريب. الأماكن والكميات المعروضة هنا غير حقيقية. لا تذهب إليها.

your-question = سؤالك
question-hint = قل أي دواء تحتاج، وأين أنت، وماذا حدث. مثال: «تركت Lantus في البيت. أنا في ملجأ في Tampa 33602.»
send = اسأل
sending = نبحث عن إجابات…
you-asked = سألت
answer = الإجابة
answer-emergency = اطلب المساعدة الآن
answer-urgent = تصرّف اليوم
quick-replies = اختر إجابة، أو اكتبها أدناه
ask-more = اطرح سؤالًا آخر
new-chat = ابدأ من جديد
privacy-short = لا حساب. لا ملفات تعريف ارتباط. لا يتم حفظ كلامك.

places-heading = أماكن
place-miles = { $miles ->
    [one] ميل واحد
    [two] ميلان
    [few] { $miles } أميال
    [many] { $miles } ميلًا
   *[other] { $miles } ميل
}
place-mail-order = بالبريد
place-approximate = حوالي
place-open = مفتوح الآن
place-closed-now = مغلق الآن
place-opens = مغلق، يفتح { $when }
place-hours-unknown = ساعات العمل غير معروفة: اتصل أولًا
place-status-closed = مغلق
place-status-limited = خدمة محدودة
place-reported = أُبلغ عنه { $age }
call = اتصل بالرقم { "\u200E" }{ $phone }
navigate = الاتجاهات
navigate-to = الاتجاهات إلى { $name }
call-place = اتصل بـ { $name } على الرقم { "\u200E" }{ $phone }

map-caption = أنت النقطة في الوسط. الشمال في الأعلى. الأرقام هي الأماكن أدناه.
map-table = أين تقع الأماكن منك
map-number = رقم
map-place = المكان
map-distance = المسافة
map-direction = الاتجاه
direction-n = ش
direction-ne = ش ق
direction-e = ق
direction-se = ج ق
direction-s = ج
direction-sw = ج غ
direction-w = غ
direction-nw = ش غ

offline-title = أنت غير متصل بالشبكة
offline-lead = لا توجد شبكة، أو لا يمكن الوصول إلى خدمتنا. هذه الصفحة محفوظة على جهازك.
offline-last = إجابتك الأخيرة
offline-saved = حُفظت في
offline-ages = الأوقات فيها محسوبة من ذلك الحين. اتصل قبل أن تذهب.
offline-kept = إجابتك الأخيرة محفوظة على هذا الجهاز لوقت انقطاع الشبكة. حُفظت في
offline-see = عرضها
offline-forget = حذفها
offline-what = ماذا تفعل
offline-danger = علامات الخطر: متى تتصل بالرقم 911
offline-medicine = كيف تحصل على دوائك
offline-bring = ماذا تُحضر
offline-insulin = الإنسولين
offline-cold = أدوية يجب أن تبقى باردة
offline-lines = خطوط الهاتف
offline-text = رسالة نصية: { "\u200E" }{ $number }

location-use = استخدم موقعي
location-ask = نجد به أماكن قريبة منك. يُقرَّب إلى ميل تقريبًا ولا يُحفظ.
location-yes = نعم، استخدمه
location-no = لا
location-looking = نبحث عن موقعك…
location-used = يُرسل موقعك مع أسئلتك. لا حاجة إلى كتابة مكان.
location-stop = أوقف استخدام موقعي
location-failed = تعذّرت قراءة موقعك. اكتب الرمز البريدي أو المدينة من فضلك.

card-for-pharmacist = بطاقة تُعرض على الصيدلي

stock-in_stock = متوفر
stock-low = أوشك على النفاد
stock-out = غير متوفر
stock-unknown = اتصل واسأل
stock-call-first = اتصل أولًا
stock-as-of = أُبلغ عنه { $age }
stock-free = مجاني لمن ليس لديهم تأمين: اسأل

age-now = الآن
age-hours = منذ { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
age-days = منذ { $days ->
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}

kind-pharmacy = صيدلية
kind-clinic = عيادة
kind-health_center = مركز صحي
kind-hospital = مستشفى
kind-shelter = ملجأ
kind-mobile_unit = وحدة متنقلة
kind-mail_order = بالبريد
kind-specialty_pharmacy = صيدلية متخصصة
kind-opioid_treatment_program = برنامج علاج إدمان الأفيونيات
kind-charity = جمعية خيرية

sources-count = المصادر ({ $count })
source-page = رابط هذا المصدر
source-checked = تم التحقق { $date }
source-not-confirmed = غير مؤكد: اسأل الصيدلي

citation-quote = ماذا يقول
citation-where = أين يسري
citation-checked = متى تحققنا منه
citation-confidence = مدى تأكدنا
citation-program = البرنامج
citation-holds = يسري
citation-holds-not = هذا لا يسري اليوم. انظر التواريخ أدناه.
citation-holds-from = من { $date }
citation-holds-until = حتى { $date }
citation-original = افتح الأصل
citation-no-original = هذا سجل في جداولنا. ليست له صفحة خاصة.
citation-back = اطرح سؤالًا
confidence-high = عالية: قُرئ في المصدر
confidence-medium = متوسطة
confidence-low = منخفضة: غير مؤكد
kind-document = وثيقة برنامج
kind-rule = قاعدة
kind-declaration = إعلان كارثة
kind-availability = بلاغ من مكان
kind-medicine = دواء
kind-hotline = خط هاتف

problem-title = لم ينجح ذلك
problem-try-again = حاول مرة أخرى
problem-lost = انقطع الاتصال. نصك ما زال هنا.
problem-limited = أسئلة كثيرة في وقت واحد. انتظر لحظة ثم حاول مرة أخرى.
problem-not-found = لا توجد صفحة في هذا العنوان.
problem-server = حدث خطأ من جانبنا. حاول مرة أخرى بعد لحظة.
problem-role = مفتاح الوصول لا يسمح بذلك، أو أن الصفحة قديمة جدًا. ارجع وافتح الصفحة من جديد، أو سجّل الدخول بمفتاح آخر.
problem-request = لم تتمكن الصفحة من قراءة ما أُرسل. ارجع وحاول مرة أخرى.
problem-back = العودة إلى البداية
