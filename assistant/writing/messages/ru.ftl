# What the deterministic writer says in Russian. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Обратитесь за помощью сейчас
title-next_step = Что делать сейчас
title-read-aloud = Прочитайте это вслух
title-small-talk = Tideover
title-places = Куда идти
title-sites = Места
title-rule = Что может сделать фармацевт
title-program = Полезно знать
title-answer = Что мы нашли
title-payment = Кто платит
title-handling = Как хранить безопасно
title-donation = Лекарства, отданные бесплатно
title-bring = Что взять с собой и что сказать
title-hotlines = Куда звонить
title-clarify = Один вопрос
title-declined = На что мы не можем ответить
title-declarations = Объявления о чрезвычайном положении

## What to do now
next-critical = Вам нужно лекарство { $medicine } сегодня. Не ждите.
next-critical-other = Этому человеку нужно лекарство { $medicine } сегодня. Не ждите.
next-critical-class = Это лекарство нужно сегодня. Не ждите.
next-high-class = Постарайтесь получить это лекарство сегодня.
next-high = Постарайтесь получить { $medicine } сегодня.
next-high-other = Постарайтесь получить { $medicine } для этого человека сегодня.
next-note = О лекарстве { $medicine } (на английском): { $note }
next-call-place = Сначала позвоните: { $name }, телефон { $phone }. Спросите, есть ли ещё лекарство.
next-ask-place = Сначала позвоните: { $name }, телефон { $phone }. Спросите, есть ли лекарство. Сообщений оттуда у нас нет.
next-go-place = Сначала идите сюда: { $name }.
next-no-place = Рядом ({ $place }) мы не нашли места, где сообщают о наличии { $medicine }. Позвоните 211 и спросите.
next-no-place-known = Скажите, где вы. Тогда мы покажем места рядом с вами.
next-read-aloud-place = Ближайшее место, где сообщают о наличии { $medicine }: { $name }, в { $distance } милях. Сообщение получено { $age } назад. Пожалуйста, сначала позвоните.

## Places
place-distance = расстояние в милях: { $distance }
place-mail = по почте
place-open = открыто сейчас
place-opens-at = сейчас закрыто, откроется: { $when }
place-closed = сейчас закрыто
place-closed-marked = закрыто: сначала позвоните
place-hours = часы работы: { $hours }
hours-holidays-closed = закрыто в праздничные дни
place-hours-unknown = часы работы неизвестны
place-status-limited = работает с ограничениями
stock-in_stock = { $medicine }: есть, сообщили { $age } назад
stock-low = { $medicine }: осталось мало, сообщили { $age } назад
stock-call-first = { $medicine }: сначала позвоните, последнее сообщение { $age } назад
stock-out = { $medicine }: нет в наличии, сообщили { $age } назад
stock-unknown = { $medicine }: сообщений нет, сначала позвоните
stock-free = бесплатно для людей без страховки: спросите
stock-differs = другое сообщение не совпадает
places-apart = Ни одно место не сообщает, что есть всё. Позвоните и спросите.
places-not-held = Этого магазина нет в нашем списке. Позвоните туда или попробуйте эти места.
places-widened = Мы искали в пределах { $miles } миль.
places-none-sites = Рядом ({ $place }) мы не нашли такого места.

## Ages
age-minutes = { $n ->
    [one] { $n } минуту
    [few] { $n } минуты
    [many] { $n } минут
   *[other] { $n } минуты
}
age-hours = { $n ->
    [one] { $n } час
    [few] { $n } часа
    [many] { $n } часов
   *[other] { $n } часа
}
age-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}

## Rules
rule-days = { $state }: фармацевт может выдать вам лекарство на срок до { $days ->
    [one] { $days } дня
    [few] { $days } дней
    [many] { $days } дней
   *[other] { $days } дня
} без нового рецепта.
rule-amount = { $state }: что разрешает закон без нового рецепта (на английском): { $amount }.
rule-no-number = { $state }: фармацевт может выдать вам лекарство без нового рецепта. Числа дней в законе мы не нашли.
rule-amount-unknown = { $state }: мы не смогли подтвердить, сколько разрешает закон. Фармацевт может вам сказать.
rule-likely-days = { $state }: возможно, фармацевт сможет выдать вам лекарство на срок до { $days ->
    [one] { $days } дня
    [few] { $days } дней
    [many] { $days } дней
   *[other] { $days } дня
} без нового рецепта.
rule-likely-amount = { $state }: что, возможно, разрешает закон без нового рецепта (на английском): { $amount }.
rule-ordinary-days = { $state }: в обычный день предел — { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}.
rule-ordinary-amount = { $state }: в обычный день закон разрешает (на английском): { $amount }.
rule-decides = Решает фармацевт.
rule-law = Закон: { $citation }.
rule-in-force = Сейчас действует чрезвычайное положение ({ $area }): { $title }.
rule-likely = Федеральные власти объявили бедствие ({ $area }): { $title }. Спросите фармацевта, действует ли распоряжение штата.
rule-no-emergency = Мы не знаем о действующем чрезвычайном положении ({ $area }).
rule-unknown-emergency = Мы не знаем, действует ли сейчас чрезвычайное положение ({ $area }). Спросите фармацевта.
rule-none = { $state }: мы не нашли правила, по которому фармацевт может выдать это повторно без врача. Спросите фармацевта или позвоните: { $board }.
rule-none-plain = { $state }: мы не нашли правила, по которому фармацевт может выдать это повторно без врача. Спросите фармацевта.
rule-insulin = { $state }: есть и отдельное правило для инсулина и средств при диабете (на английском): { $amount }.
rule-cii = { $medicine } — препарат из списка II (Schedule II). Ни один фармацевт не может выдать его повторно. Врач должен прислать новый рецепт.
rule-controlled-excluded = { $medicine } — контролируемый препарат ({ $schedule }). Это правило на него не действует: нужна помощь врача.
rule-controlled-unknown = { $medicine } — контролируемый препарат ({ $schedule }). Мы не знаем, действует ли на него это правило. Спросите фармацевта.
rule-controlled-allowed = { $medicine } — контролируемый препарат ({ $schedule }). Правило действует с ограничениями (на английском): { $text }.
rule-unconfirmed = Это правило не подтверждено. Спросите фармацевта или позвоните: { $board }.
rule-unconfirmed-plain = Это правило не подтверждено. Спросите фармацевта.

# For pharmacists and agents
pro-rule = Правило: { $kind }, { $state } (на английском): { $amount }. { $citation }.
pro-trigger = Когда действует (на английском): { $trigger }.
pro-conditions = Условия (на английском): { $conditions }.
pro-repeats = Повторы (на английском): { $repeats }.
pro-controlled = Контролируемые вещества (на английском): { $text }.
pro-notify = Сообщите назначившему врачу, срок в часах: { $hours }.
pro-confidence = По состоянию на { $as_of }; достоверность: { $confidence }.
pro-confirm = Сначала подтвердите (на английском): { $text }
kind-ordinary = обычное
kind-declared_emergency = при объявленном чрезвычайном положении
kind-insulin = об инсулине
kind-out_of_state = о рецептах из другого штата
kind-none = нет полномочий

## Who pays
epap-active = Программа бесплатных лекарств EPAP действует в вашем районе: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). Для чего (на английском): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Для чего (на английском): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = не подтверждено
not-confirmed-ask = Если написано «не подтверждено» или «not confirmed»: спросите фармацевта или позвоните 211.
another-source = Другой источник говорит иначе (на английском): { $text }
stronger-source = Более новый или более надёжный источник говорит иначе (на английском): { $text }
in-english = на английском

## Declarations
declaration-yes = Да. Сейчас действует чрезвычайное положение ({ $area }).
declaration-likely = Федеральные власти объявили бедствие ({ $area }). Распоряжения самого штата нет в нашей таблице.
declaration-no = По нашим таблицам, чрезвычайное положение не действует ({ $area }).
declaration-unknown = Мы не можем сказать, действует ли чрезвычайное положение ({ $area }).
# A date ends in a full stop already ('9 октября 2024 г.').
declaration-plain = { $title }. Начало: { $began }.
declaration-next = Назовите лекарство и место, где вы находитесь. Тогда мы покажем, что может сделать фармацевт.
declaration-item = { $title } ({ $id }), с { $began }{ $ended ->
    [none] { "" }
   *[other] { " " }до { $ended }
}

## Declined
declined-medical = Мы не даём медицинских советов. Мы не можем сказать, какую дозу принимать, можно ли пропустить или сменить лекарство. Спросите фармацевта или врача. Это бесплатно.
declined-medical-poison = Если принято слишком много лекарства, позвоните в токсикологический центр: { $phone }.
declined-scope = Мы только помогаем найти лекарства после бедствия. За едой, приютом и другой помощью звоните 211.
declined-unsafe = С этим мы не можем помочь. Если вас мучают наркотики или боль, позвоните 1-800-662-4357 днём или ночью. Это бесплатно.
declined-no-evidence = У нас нет источника, который отвечает на это. Позвоните 211 или спросите фармацевта.

## Questions back
greeting = Здравствуйте. Мы помогаем людям найти лекарства после бедствия.
about-us = Мы компьютерная программа, а не человек. Мы помогаем людям найти лекарства после бедствия. Чтобы поговорить с человеком, позвоните 211.
about-privacy = Мы не храним ваши слова и не спрашиваем имя. То, что мы поняли (лекарство, город, кто платит), хранится два часа, затем удаляется.
you-are-welcome = Пожалуйста. Берегите себя. Мы здесь, если понадобится ещё помощь.
ask-medicine = Какое лекарство вам нужно?
ask-medicine-which = Какое из них вы имеете в виду?
ask-medicine-kind = Какого оно вида? Посмотрите на флакон или коробку.
ask-current_place = Где вы сейчас находитесь? (почтовый индекс или город)
ask-current_place-zip = Мы не знаем почтового индекса { $zip }. В каком вы индексе или городе?
ask-current_place-which = Какое место вы имеете в виду?
ask-home_place = Где ваш дом? Достаточно почтового индекса. От этого может зависеть бесплатная помощь.
ask-coverage = Есть ли у вас медицинская страховка?
ask-prescription_proof = Есть ли у вас флакон или фото этикетки?
option-uninsured = Нет страховки
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Страховка от работы или из Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = У меня есть флакон
option-photo = У меня есть фото
option-nothing = У меня ничего нет
