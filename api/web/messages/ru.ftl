# Words of the web pages in Russian. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Найдите своё лекарство после бедствия
page-description = Где и как получить лекарство сегодня, с источниками.
skip-to-chat = Перейти к полю вопроса
language-switch = Язык
language-english = English
language-spanish = Español
language-more = Другие языки

heading = Найдите своё лекарство после бедствия
lead = Скажите, что вам нужно и где вы. Мы покажем открытые места, правило, которое вам поможет, и кто может заплатить.
danger-line = Не можете дышать, кто-то потерял сознание, есть мысли о самоубийстве?
danger-call-911 = Звонить 911
danger-call-988 = Звонить 988
sample-banner = УЧЕБНЫЕ ДАННЫЕ. Места и запасы здесь вымышлены. Не ходите туда.

your-question = Ваш вопрос
question-hint = Напишите, какое лекарство нужно, где вы и что случилось. Пример: «Мой Lantus остался дома. Я в приюте в Tampa 33602.»
send = Спросить
sending = Ищем ответы…
you-asked = Вы спросили
answer = Ответ
answer-emergency = Обратитесь за помощью сейчас
answer-urgent = Действуйте сегодня
quick-replies = Выберите ответ или напишите его ниже
ask-more = Задать другой вопрос
new-chat = Начать сначала
privacy-short = Без учётной записи. Без cookie. Ваши слова не сохраняются.

places-heading = Места
place-miles = { $miles ->
    [one] { $miles } миля
    [few] { $miles } мили
    [many] { $miles } миль
   *[other] { $miles } мили
}
place-mail-order = По почте
place-approximate = около
place-open = Открыто сейчас
place-closed-now = Сейчас закрыто
place-opens = Закрыто, откроется: { $when }
place-hours-unknown = Часы работы неизвестны: сначала позвоните
place-status-closed = Закрыто
place-status-limited = Работает с ограничениями
place-reported = сообщили { $age }
call = Позвонить: { $phone }
navigate = Маршрут
navigate-to = Маршрут: { $name }
call-place = Позвонить: { $name }, { $phone }

map-caption = Вы — точка в середине. Север вверху. Номера — места ниже.
map-table = Где эти места относительно вас
map-number = Номер
map-place = Место
map-distance = Расстояние
map-direction = Направление
direction-n = С
direction-ne = СВ
direction-e = В
direction-se = ЮВ
direction-s = Ю
direction-sw = ЮЗ
direction-w = З
direction-nw = СЗ

offline-title = Нет связи
offline-lead = Нет сети, или наша служба недоступна. Эта страница хранится на вашем устройстве.
offline-last = Ваш последний ответ
offline-saved = Сохранено
offline-ages = Время в нём отсчитано с того момента. Позвоните, прежде чем идти.
offline-kept = Ваш последний ответ хранится на этом устройстве на случай, если не будет сети. Сохранено
offline-see = Посмотреть
offline-forget = Удалить
offline-what = Что делать
offline-danger = Признаки опасности: когда звонить 911
offline-medicine = Как получить лекарство
offline-bring = Что взять с собой
offline-insulin = Инсулин
offline-cold = Лекарства, которые надо держать в холоде
offline-lines = Телефоны
offline-text = СМС: { $number }

location-use = Использовать моё местоположение
location-ask = По нему мы находим места рядом с вами. Оно округляется примерно до мили и не сохраняется.
location-yes = Да, использовать
location-no = Нет
location-looking = Определяем ваше местоположение…
location-used = Местоположение отправляется вместе с вопросами. Место писать не нужно.
location-stop = Не использовать моё местоположение
location-failed = Не удалось определить местоположение. Напишите почтовый индекс или город.

card-for-pharmacist = Карточка для фармацевта

stock-in_stock = Есть
stock-low = Почти закончилось
stock-out = Нет в наличии
stock-unknown = Позвоните и спросите
stock-call-first = Сначала позвоните
stock-as-of = сообщили { $age }
stock-free = бесплатно для людей без страховки: спросите

age-now = только что
age-hours = { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
    [many] { $hours } часов
   *[other] { $hours } часа
} назад
age-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
} назад

kind-pharmacy = Аптека
kind-clinic = Клиника
kind-health_center = Центр здоровья
kind-hospital = Больница
kind-shelter = Приют
kind-mobile_unit = Передвижной пункт
kind-mail_order = По почте
kind-specialty_pharmacy = Специализированная аптека
kind-opioid_treatment_program = Программа лечения опиоидной зависимости
kind-charity = Благотворительная организация

sources-count = Источники ({ $count })
source-page = Ссылка на этот источник
source-checked = проверено { $date }
source-not-confirmed = Не подтверждено: спросите фармацевта

citation-quote = Что там сказано
citation-where = Где действует
citation-checked = Когда мы проверили
citation-confidence = Насколько мы уверены
citation-program = Программа
citation-holds = Действует
citation-holds-not = Сегодня это не действует. Смотрите даты ниже.
citation-holds-from = с { $date }
citation-holds-until = до { $date }
citation-original = Открыть оригинал
citation-no-original = Это запись из наших таблиц. Отдельной страницы у неё нет.
citation-back = Задать вопрос
confidence-high = Высокая: прочитано в источнике
confidence-medium = Средняя
confidence-low = Низкая: не подтверждено
kind-document = Документ программы
kind-rule = Правило
kind-declaration = Объявление о бедствии
kind-availability = Сообщение с места
kind-medicine = Лекарство
kind-hotline = Телефонная линия

problem-title = Не получилось
problem-try-again = Попробовать ещё раз
problem-lost = Связь прервалась. Ваш текст сохранился здесь.
problem-limited = Слишком много вопросов сразу. Подождите немного и попробуйте ещё раз.
problem-not-found = По этому адресу нет страницы.
problem-server = У нас что-то пошло не так. Попробуйте ещё раз чуть позже.
problem-role = Ваш ключ доступа этого не позволяет, или страница устарела. Вернитесь, откройте страницу снова или войдите с другим ключом.
problem-request = Страница не смогла прочитать отправленное. Вернитесь и попробуйте ещё раз.
problem-back = Вернуться в начало
