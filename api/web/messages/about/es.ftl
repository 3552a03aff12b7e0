# The pages about this service, in Spanish (needs native review).

status-title = Qué tan recientes son nuestros datos
status-looked = Visto { $age }.
status-parts = Lo que necesitamos para responder
status-part = Parte
status-state = Estado
status-newest = Lo más nuevo
status-ready = Listo
status-missing = Falta
status-no-date = nunca cargado
status-part-tables = Tablas
status-part-documents = Documentos de los programas
status-part-declarations = Declaraciones federales de desastre
status-part-activations = Emergencias y programas de los estados
status-part-availability = Lugares y existencias
status-sources = De dónde vienen los lugares y las existencias
status-source = Fuente
status-holds = Lo que tiene
status-counts = { $sites } lugares, { $rows } filas de existencias
status-made-up = inventado para practicar
status-no-source = No hay lugares ni existencias cargados.
status-stock = Existencias por antigüedad
status-rows = { $rows } filas
status-stock-note = Un dato viejo nunca se muestra como disponible. Se muestra como “llame primero”.
freshness-fresh = reciente
freshness-ageing = no tan reciente
freshness-stale = viejo
status-reports = Reportes por hora
status-reports-note = { $count ->
    [0] Ningún reporte
    [one] 1 reporte
   *[other] { $count } reportes
} de { $from } a { $to }.
status-as-table = Mostrar como tabla
status-hour = Hora
status-report-count = Reportes
status-active = Qué está activo y dónde
status-none-active = Hoy no hay nada activo que sepamos.
status-active-note = Un lugar que no está en la lista puede tener una emergencia que aún no conocemos.
status-from = desde { $date }
status-until = hasta { $date }
status-declared = declarado { $age } ({ $date })
status-areas = { $count ->
    [one] 1 zona
   *[other] { $count } zonas
}
status-fire = fondo contra incendios: no da nada a los hogares
activation-governor_emergency = estado de emergencia
activation-board_notice = aviso de la junta de farmacia
activation-epap = programa de medicina gratis EPAP
activation-part_d = Medicare Parte D
activation-public_health_emergency = emergencia de salud pública
activation-payer_relief = ayuda de un plan de salud

privacy-title = Qué guardamos
privacy-never = Lo que nunca guardamos
privacy-never-words = Sus palabras. Se leen para responderle. Luego desaparecen.
privacy-never-person = Su nombre. No lo pedimos. Por favor no lo escriba.
privacy-never-place = Su lugar exacto. Los puntos de su aparato se redondean y no se guardan.
privacy-never-cookies = Cookies. Estas páginas no ponen ninguna hasta que entra un agente o farmacéutico.
privacy-never-others = Visitas. Ninguna otra empresa recibe datos cuando usted abre estas páginas.
privacy-model = Quién redacta las respuestas
privacy-model-sent = Un modelo de lenguaje: { $model }. Recibe su pregunta y lo que encontramos. Sus palabras se revisan antes de que usted las vea. Si funciona en las computadoras de otra empresa, esa empresa recibe su pregunta.
privacy-kept = Lo que guardamos un tiempo
privacy-kept-slots = Lo que entendimos: medicina, código ZIP o ciudad, y quién paga. Lo guardamos { $hours } horas después de su última pregunta, con un número al azar. Luego desaparece.
privacy-kept-ledger = De cada respuesta: su número, su hora y qué fuentes usó. No lo que usted preguntó.
privacy-kept-feedback = Si dice que una respuesta ayudó o no: eso, con las palabras que añada.
privacy-kept-calls = Cuántas veces se pide una medicina en un lugar. Es un número. No dice quién preguntó.
privacy-kept-limits = La dirección de su red, por un minuto, para que un visitante no bloquee a los demás.
privacy-kept-log = Nuestro registro: qué página se abrió, cuándo y si funcionó. Sin palabras, medicina, código ZIP ni dirección.
privacy-device = Lo que queda en su aparato
privacy-device-answer = Su última respuesta, para que pueda leerla sin red. Nombra su medicina y los lugares cerca de usted. Nunca sale de su aparato. “Borrarla”, debajo del chat o en la página sin conexión, la quita. En un teléfono prestado, por favor hágalo.
privacy-device-pages = La página sin conexión con sus líneas telefónicas. No dice nada de usted.
privacy-device-draft = Lo que escribió y no envió, solo mientras la página cambia de idioma.
privacy-staff = Agentes y farmacéuticos
privacy-staff-cookie = Al entrar se pone una cookie. Termina al salir, al cerrar el navegador o tras { $hours } horas sin uso.
privacy-staff-callers = Lo que dicen las personas que llaman, y las respuestas, quedan en la pestaña del navegador del agente. Se borran cuando el agente sale o cierra la pestaña, o cuando otra persona entra ahí.
privacy-staff-keys = De cada clave de acceso: su nombre, su función, cuándo se hizo y se usó. No la clave.
privacy-staff-reports = Cada reporte sobre un lugar: qué clave lo hizo, cuándo y qué se mostraba antes.
