# Lo que dice el redactor determinista en español. Needs native review.

## Títulos
title-danger = Pida ayuda ahora
title-next_step = Qué hacer ahora
title-read-aloud = Lea esto en voz alta
title-small-talk = Tideover
title-places = A dónde ir
title-sites = Lugares: llame antes de ir
title-rule = Lo que puede hacer el farmacéutico
title-program = Bueno saber
title-answer = Lo que encontramos
title-payment = Quién paga
title-handling = Cómo guardarla bien
title-donation = Medicina donada
title-bring = Qué llevar y qué decir
title-hotlines = A quién llamar
title-clarify = Una pregunta
title-declined = Lo que no podemos responder
title-declarations = Declaraciones de emergencia

## Qué hacer ahora
next-critical = Usted necesita { $medicine } hoy. No espere.
next-critical-other = Esa persona necesita { $medicine } hoy. No espere.
next-critical-class = Esta medicina se necesita hoy. No espere.
next-high-class = Trate de conseguir esta medicina hoy.
next-high = Trate de conseguir { $medicine } hoy.
next-high-other = Trate de conseguirle { $medicine } hoy.
next-note = Sobre { $medicine } (en inglés): { $note }
next-call-place = Llame primero a { $name }, al { $phone }. Pregunte si todavía la tienen.
next-ask-place = Llame primero a { $name }, al { $phone }. Pregunte si la tienen. No tenemos reporte de ese lugar.
next-go-place = Vaya primero a { $name }.
next-no-place = No encontramos cerca de { $place } ningún lugar que reporte { $medicine }. Llame al 211 y pregunte.
next-no-place-known = Díganos dónde está. Así podemos mostrarle lugares cercanos.
next-read-aloud-place = El lugar más cercano que reporta { $medicine } es { $name }, a { $distance } millas. El reporte es de hace { $age }. Por favor llame antes.

## Lugares
place-distance = { $distance } millas
place-mail = por correo
place-open = abierto ahora
place-opens-at = cerrado ahora, abre { $when }
place-closed = cerrado ahora
place-closed-marked = cerrado: llame antes
place-hours = horario: { $hours }
hours-holidays-closed = cerrado en días feriados
place-hours-unknown = horario no conocido, llame antes
place-status-limited = servicio limitado
stock-in_stock = { $medicine }: hay, reportado hace { $age }
stock-low = { $medicine }: queda poco, reportado hace { $age }
stock-call-first = { $medicine }: llame antes, último reporte hace { $age }
stock-out = { $medicine }: no hay, reportado hace { $age }
stock-unknown = { $medicine }: sin reporte, llame antes
stock-free = gratis, para personas sin seguro: pregunte
stock-differs = otro reporte dice otra cosa
places-apart = Ningún lugar informa que los tiene todos. Llame y pregunte.
places-not-held = No tenemos esa tienda en la lista. Llámela o pruebe estas.
places-widened = Buscamos hasta { $miles } millas.
places-none-sites = No encontramos un lugar así cerca de { $place }.

## Tiempo
age-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
}
age-hours = { $n ->
    [one] 1 hora
   *[other] { $n } horas
}
age-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}

## Reglas
rule-days = En { $state }, un farmacéutico puede darle hasta { $days ->
    [one] 1 día
   *[other] { $days } días
} de medicina sin receta nueva.
rule-amount = Lo que permite la ley de { $state } sin receta nueva (en inglés): { $amount }.
rule-no-number = En { $state }, un farmacéutico puede darle medicina sin receta nueva. No encontramos un número de días en la ley.
rule-amount-unknown = No pudimos confirmar cuánto permite la ley de { $state }. El farmacéutico puede decirle.
rule-likely-days = En { $state }, quizás un farmacéutico pueda darle hasta { $days ->
    [one] 1 día
   *[other] { $days } días
} sin receta nueva.
rule-likely-amount = Lo que quizás permite la ley de { $state } sin receta nueva (en inglés): { $amount }.
rule-ordinary-days = En un día normal, el límite en { $state } es { $days ->
    [one] 1 día
   *[other] { $days } días
}.
rule-ordinary-amount = En un día normal, { $state } permite (en inglés): { $amount }.
rule-decides = El farmacéutico decide.
rule-law = La ley: { $citation }.
rule-in-force = Hay una emergencia vigente para { $area }: { $title }.
rule-likely = Hay un desastre federal declarado para { $area }: { $title }. Pregunte al farmacéutico si la orden del estado está vigente.
rule-no-emergency = No sabemos de una emergencia vigente para { $area } ahora.
rule-unknown-emergency = No sabemos si hay una emergencia vigente para { $area } ahora. Pregunte al farmacéutico.
rule-none = No encontramos en { $state } una regla que permita resurtir esto sin un médico. Pregunte al farmacéutico o llame a { $board }.
rule-none-plain = No encontramos en { $state } una regla que permita resurtir esto sin un médico. Pregunte al farmacéutico.
rule-insulin = { $state } tiene también una regla propia para la insulina y los suministros de diabetes (en inglés): { $amount }.
rule-cii = { $medicine } es un medicamento de la Lista II. Ningún farmacéutico puede resurtirlo. Un médico debe mandar una receta nueva.
rule-controlled-excluded = { $medicine } es un medicamento controlado ({ $schedule }). Esta regla no lo incluye: debe ayudarle un médico.
rule-controlled-unknown = { $medicine } es un medicamento controlado ({ $schedule }). No sabemos si esta regla lo incluye. Pregunte al farmacéutico.
rule-controlled-allowed = { $medicine } es un medicamento controlado ({ $schedule }). La regla lo incluye, con límites (en inglés): { $text }.
rule-unconfirmed = Esta regla no está confirmada. Pregunte al farmacéutico o llame a { $board }.
rule-unconfirmed-plain = Esta regla no está confirmada. Pregunte al farmacéutico.

pro-rule = Regla { $kind }, { $state }: { $amount }. { $citation }.
pro-trigger = Condición de inicio: { $trigger }.
pro-conditions = Condiciones: { $conditions }.
pro-repeats = Repeticiones: { $repeats }.
pro-controlled = Sustancias controladas: { $text }.
pro-notify = Avise al prescriptor en { $hours } horas.
pro-confidence = Al { $as_of }; confianza { $confidence }.
pro-confirm = Confirme antes: { $text }
kind-ordinary = ordinaria
kind-declared_emergency = de emergencia declarada
kind-insulin = de insulina
kind-out_of_state = de otro estado
kind-none = sin autoridad

## Quién paga
epap-active = El programa de medicina gratis EPAP está activo en su zona: { $title }.

## Líneas de ayuda
hotline-line = { $name }: { $phone } ({ $hours }). Para { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Para { $purpose }.

## Sin confirmar
not-confirmed = sin confirmar
not-confirmed-ask = Si dice "sin confirmar": pregunte al farmacéutico o llame al 211.
another-source = Otra fuente dice otra cosa: { $text }
stronger-source = Una fuente más nueva o más firme dice otra cosa: { $text }
in-english = en inglés

## Declaraciones
declaration-yes = Sí. Hay una emergencia vigente para { $area }.
declaration-likely = Hay un desastre federal declarado para { $area }. La orden del estado no está en nuestra tabla.
declaration-no = No hay una emergencia vigente para { $area }, según nuestras tablas.
declaration-unknown = No podemos saber si hay una emergencia vigente para { $area }.
declaration-plain = { $title }. Empezó el { $began }.
declaration-next = Díganos su medicina y dónde está. Así podemos mostrarle qué puede hacer un farmacéutico allí.
declaration-item = { $title } ({ $id }), desde { $began }{ $ended ->
    [none] .
   *[other] { " " }hasta { $ended }.
}

## No respondemos
declined-medical = No podemos decirle qué dosis tomar, ni si puede saltar o cambiar una medicina. Pregunte a un farmacéutico o médico. Preguntar es gratis.
declined-medical-poison = Si tomó demasiada medicina, llame a Control de Venenos: { $phone }.
declined-scope = Solo ayudamos a encontrar medicinas después de un desastre. Para comida, refugio y otra ayuda, llame al 211.
declined-unsafe = No podemos ayudar con eso. Si las drogas o el dolor le pesan, llame al 1-800-662-4357, de día o de noche. Es gratis.
declined-no-evidence = No tenemos una fuente que responda esto. Llame al 211 o pregunte a un farmacéutico.

## Preguntas
greeting = Hola. Ayudamos a encontrar medicinas después de un desastre.
about-us = Somos un programa de computadora, no una persona. Ayudamos a encontrar medicinas después de un desastre. Para hablar con una persona, llame al 211.
about-privacy = No guardamos sus palabras y no pedimos su nombre. Lo que entendimos (medicina, ciudad, quién paga) se guarda dos horas y luego se borra. La página “Qué guardamos” lo dice todo.
you-are-welcome = Con gusto. Cuídese. Aquí estamos si necesita algo más.
ask-medicine = ¿Qué medicina necesita?
ask-medicine-which = ¿Cuál de estas quiere decir?
ask-medicine-kind = ¿De qué tipo es? Mire el frasco o la caja.
ask-current_place = ¿Dónde está usted ahora? Basta un código postal o una ciudad.
ask-current_place-zip = No conocemos el código postal { $zip }. ¿En qué código postal o ciudad está?
ask-current_place-which = ¿Qué lugar quiere decir?
ask-home_place = ¿Dónde está su casa? Basta el código postal. La ayuda gratis puede depender de eso.
ask-coverage = ¿Tiene seguro médico?
ask-prescription_proof = ¿Tiene el frasco, o una foto de la etiqueta?
option-uninsured = Sin seguro
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Seguro del trabajo o del Mercado
option-va = VA
option-tricare = TRICARE
option-bottle = Tengo el frasco
option-photo = Tengo una foto
option-nothing = No tengo nada
