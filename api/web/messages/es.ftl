# Palabras de las páginas en español. Revisión por un hablante nativo: pendiente.

app-name = Tideover
page-title = Encuentre su medicina después de un desastre
page-description = Dónde y cómo conseguir su medicina hoy, con fuentes.
skip-to-chat = Ir al cuadro de preguntas
language-switch = Idioma
language-english = English
language-spanish = Español
language-more = Más idiomas

heading = Encuentre su medicina después de un desastre
lead = Díganos qué necesita y dónde está. Le mostramos lugares abiertos, la regla que le ayuda y quién puede pagar.
danger-line = ¿No puede respirar, se desmayó o piensa en el suicidio?
danger-call-911 = Llame al 911
danger-call-988 = Llame al 988
sample-banner = DATOS DE PRÁCTICA. Los lugares y las existencias de esta página son inventados. No vaya a ellos.

your-question = Su pregunta
question-hint = Diga qué medicina, dónde está y qué pasó. Ejemplo: «Dejé mi Lantus en casa. Estoy en un refugio en Tampa 33602.»
send = Preguntar
sending = Buscando respuestas…
you-asked = Usted preguntó
answer = Respuesta
answer-emergency = Pida ayuda ahora
answer-urgent = Actúe hoy
quick-replies = Elija una respuesta o escríbala abajo
ask-more = Haga otra pregunta
new-chat = Empezar de nuevo
privacy-short = Sin cuenta. Sin cookies. No guardamos sus palabras.

places-heading = Lugares
place-miles = { $miles ->
    [one] { $miles } milla
   *[other] { $miles } millas
}
place-mail-order = Por correo
place-approximate = aproximadamente
place-open = Abierto ahora
place-closed-now = Cerrado ahora
place-opens = Cerrado, abre { $when }
place-hours-unknown = Horario desconocido: llame antes
place-status-closed = Cerrado
place-status-limited = Servicio limitado
place-reported = informado { $age }
call = Llamar al { $phone }
navigate = Cómo llegar
navigate-to = Cómo llegar a { $name }
call-place = Llamar a { $name } al { $phone }

map-caption = Usted es el punto del centro. El norte está arriba. Los números son los lugares de abajo.
map-table = Dónde están los lugares desde donde está usted
map-number = Número
map-place = Lugar
map-distance = Distancia
map-direction = Dirección
direction-n = N
direction-ne = NE
direction-e = E
direction-se = SE
direction-s = S
direction-sw = SO
direction-w = O
direction-nw = NO

offline-title = No tiene conexión
offline-lead = No hay red, o no podemos conectar con el servicio. Esta página se guarda en su aparato.
offline-last = Su última respuesta
offline-saved = Guardada el
offline-ages = Los tiempos se cuentan desde entonces. Llame antes de ir.
offline-kept = Su última respuesta se guarda en este aparato para cuando no tenga red. Guardada el
offline-see = Verla
offline-forget = Borrarla
offline-what = Qué hacer
offline-danger = Señales de peligro: cuándo llamar al 911
offline-medicine = Cómo conseguir su medicina
offline-bring = Qué llevar
offline-insulin = Insulina
offline-cold = Medicinas que deben estar frías
offline-lines = Líneas telefónicas
offline-text = Texto: { $number }

location-use = Usar mi ubicación
location-ask = Con ella buscamos lugares cerca de usted. Se redondea a una milla, más o menos, y no se guarda.
location-yes = Sí, usarla
location-no = No
location-looking = Buscando su ubicación…
location-used = Su ubicación va con sus preguntas. No tiene que escribir un lugar.
location-stop = Dejar de usar mi ubicación
location-failed = No se pudo leer su ubicación. Escriba un código postal o una ciudad.

card-for-pharmacist = Hoja para mostrar al farmacéutico

stock-in_stock = Hay
stock-low = Queda poco
stock-out = No hay
stock-unknown = Llame para preguntar
stock-call-first = Llame antes
stock-as-of = informado { $age }
stock-free = gratis, para personas sin seguro: pregunte

age-now = ahora mismo
age-hours = { $hours ->
    [one] hace 1 hora
   *[other] hace { $hours } horas
}
age-days = { $days ->
    [one] hace 1 día
   *[other] hace { $days } días
}

kind-pharmacy = Farmacia
kind-clinic = Clínica
kind-health_center = Centro de salud
kind-hospital = Hospital
kind-shelter = Refugio
kind-mobile_unit = Unidad móvil
kind-mail_order = Farmacia por correo
kind-specialty_pharmacy = Farmacia especializada
kind-opioid_treatment_program = Programa de tratamiento de opioides
kind-charity = Organización benéfica

sources-count = Fuentes ({ $count })
source-page = Enlace a esta fuente
source-checked = revisado el { $date }
source-not-confirmed = No confirmado: pregunte al farmacéutico

citation-quote = Lo que dice
citation-where = Dónde vale
citation-checked = Cuándo la revisamos
citation-confidence = Qué tan seguros estamos
citation-program = Programa
citation-holds = Vigencia
citation-holds-not = Hoy no está vigente. Vea las fechas abajo.
citation-holds-from = desde { $date }
citation-holds-until = hasta { $date }
citation-original = Abrir el original
citation-no-original = Es un registro de nuestras propias tablas. No tiene página propia.
citation-back = Hacer una pregunta
confidence-high = Alta: leído en la fuente
confidence-medium = Media
confidence-low = Baja: no confirmado
kind-document = Documento de un programa
kind-rule = Regla
kind-declaration = Declaración de desastre
kind-availability = Informe de un lugar
kind-medicine = Medicina
kind-hotline = Línea telefónica

problem-title = Eso no funcionó
problem-try-again = Intentar de nuevo
problem-lost = Se perdió la conexión. Su texto sigue aquí.
problem-limited = Demasiadas preguntas a la vez. Espere un momento e intente de nuevo.
problem-not-found = No hay ninguna página en esta dirección.
problem-server = Algo salió mal de nuestro lado. Intente de nuevo en un momento.
problem-role = Su clave de acceso no permite esto, o la página era muy antigua. Vuelva, abra la página otra vez o entre con otra clave.
problem-request = La página no pudo leer lo que se envió. Vuelva atrás e intente de nuevo.
problem-back = Volver al inicio
