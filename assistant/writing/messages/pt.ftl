# What the deterministic writer says in Portuguese (Brazil). (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Peça ajuda agora
title-next_step = O que fazer agora
title-read-aloud = Leia isto em voz alta
title-small-talk = Tideover
title-places = Aonde ir
title-sites = Lugares
title-rule = O que o farmacêutico pode fazer
title-program = Bom saber
title-answer = O que encontramos
title-payment = Quem paga
title-handling = Como guardar com segurança
title-donation = Remédio doado
title-bring = O que levar e o que dizer
title-hotlines = Para quem ligar
title-clarify = Uma pergunta
title-declined = O que não podemos responder
title-declarations = Declarações de emergência

## What to do now
next-critical = Você precisa de { $medicine } hoje. Não espere.
next-critical-other = Essa pessoa precisa de { $medicine } hoje. Não espere.
next-critical-class = Este remédio é necessário hoje. Não espere.
next-high-class = Tente conseguir este remédio hoje.
next-high = Tente conseguir { $medicine } hoje.
next-high-other = Tente conseguir { $medicine } para essa pessoa hoje.
next-note = Sobre { $medicine } (em inglês): { $note }
next-call-place = Ligue primeiro para { $name }, no { $phone }. Pergunte se ainda têm.
next-ask-place = Ligue primeiro para { $name }, no { $phone }. Pergunte se têm. Não temos informação desse lugar.
next-go-place = Vá primeiro a este lugar: { $name }.
next-no-place = Não encontramos perto de { $place } nenhum lugar que informe ter { $medicine }. Ligue para o 211 e pergunte.
next-no-place-known = Diga onde você está. Assim podemos mostrar lugares perto de você.
next-read-aloud-place = O lugar mais perto que informa ter { $medicine } é { $name }, a { $distance } milhas. A informação é de { $age } atrás. Por favor, ligue antes.

## Places
place-distance = a { $distance } milhas
place-mail = pelo correio
place-open = aberto agora
place-opens-at = fechado agora, abre { $when }
place-closed = fechado agora
place-closed-marked = fechado: ligue antes
place-hours = horário: { $hours }
hours-holidays-closed = fechado nos feriados
place-hours-unknown = horário não conhecido
place-status-limited = serviço limitado
stock-in_stock = { $medicine }: tem, informado há { $age }
stock-low = { $medicine }: resta pouco, informado há { $age }
stock-call-first = { $medicine }: ligue antes, última informação há { $age }
stock-out = { $medicine }: em falta, informado há { $age }
stock-unknown = { $medicine }: sem informação, ligue antes
stock-free = grátis para pessoas sem seguro: pergunte
stock-differs = outra informação diz outra coisa
places-apart = Nenhum lugar informa ter todos. Ligue e pergunte.
places-not-held = Essa loja não está na nossa lista. Ligue para ela, ou tente estes lugares.
places-widened = Procuramos até { $miles } milhas.
places-none-sites = Não encontramos um lugar assim perto de { $place }.

## Ages
age-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
age-hours = { $n ->
    [one] { $n } hora
   *[other] { $n } horas
}
age-days = { $n ->
    [one] { $n } dia
   *[other] { $n } dias
}

## Rules
rule-days = Em { $state }, um farmacêutico pode dar a você até { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} de remédio sem receita nova.
rule-amount = O que a lei permite sem receita nova em { $state } (em inglês): { $amount }.
rule-no-number = Em { $state }, um farmacêutico pode dar remédio a você sem receita nova. Não encontramos um número de dias na lei.
rule-amount-unknown = Não conseguimos confirmar quanto a lei permite em { $state }. O farmacêutico pode dizer.
rule-likely-days = Em { $state }, um farmacêutico talvez possa dar a você até { $days ->
    [one] { $days } dia
   *[other] { $days } dias
} sem receita nova.
rule-likely-amount = O que a lei talvez permita sem receita nova em { $state } (em inglês): { $amount }.
rule-ordinary-days = Em um dia normal, o limite em { $state } é de { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}.
rule-ordinary-amount = Em um dia normal, a lei permite em { $state } (em inglês): { $amount }.
rule-decides = Quem decide é o farmacêutico.
rule-law = A lei: { $citation }.
rule-in-force = Há uma emergência em vigor para { $area }: { $title }.
rule-likely = Há um desastre federal declarado para { $area }: { $title }. Pergunte ao farmacêutico se a ordem do estado está em vigor.
rule-no-emergency = Não sabemos de nenhuma emergência em vigor para { $area } agora.
rule-unknown-emergency = Não sabemos se há uma emergência em vigor para { $area } agora. Pergunte ao farmacêutico.
rule-none = Não encontramos em { $state } uma regra que permita ao farmacêutico repor isto sem um médico. Pergunte ao farmacêutico ou ligue para { $board }.
rule-none-plain = Não encontramos em { $state } uma regra que permita ao farmacêutico repor isto sem um médico. Pergunte ao farmacêutico.
rule-insulin = { $state } também tem uma regra própria para insulina e material de diabetes (em inglês): { $amount }.
rule-cii = { $medicine } é um remédio Schedule II. Nenhum farmacêutico pode repor. Um médico precisa mandar uma receita nova.
rule-controlled-excluded = { $medicine } é um remédio controlado ({ $schedule }). Esta regra não vale para ele: um médico precisa ajudar.
rule-controlled-unknown = { $medicine } é um remédio controlado ({ $schedule }). Não sabemos se esta regra vale para ele. Pergunte ao farmacêutico.
rule-controlled-allowed = { $medicine } é um remédio controlado ({ $schedule }). A regra vale para ele, com limites (em inglês): { $text }.
rule-unconfirmed = Esta regra não está confirmada. Pergunte ao farmacêutico ou ligue para { $board }.
rule-unconfirmed-plain = Esta regra não está confirmada. Pergunte ao farmacêutico.

# For pharmacists and agents
pro-rule = Regra { $kind }, { $state } (em inglês): { $amount }. { $citation }.
pro-trigger = Quando vale (em inglês): { $trigger }.
pro-conditions = Condições (em inglês): { $conditions }.
pro-repeats = Repetições (em inglês): { $repeats }.
pro-controlled = Substâncias controladas (em inglês): { $text }.
pro-notify = Avise quem receitou em até { $hours } horas.
pro-confidence = Em { $as_of }; confiança: { $confidence }.
pro-confirm = Confirme antes (em inglês): { $text }
kind-ordinary = comum
kind-declared_emergency = de emergência declarada
kind-insulin = de insulina
kind-out_of_state = de receita de outro estado
kind-none = sem autorização

## Who pays
epap-active = O programa de remédio grátis EPAP está ativo na sua região: { $title }.

## Hotlines
hotline-line = { $name }: { $phone } ({ $hours }). Para (em inglês): { $purpose }.
hotline-line-no-hours = { $name }: { $phone }. Para (em inglês): { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = não confirmado
not-confirmed-ask = Se diz "não confirmado" ou "not confirmed": pergunte ao farmacêutico, ou ligue para o 211.
another-source = Outra fonte diz outra coisa (em inglês): { $text }
stronger-source = Uma fonte mais nova ou mais forte diz outra coisa (em inglês): { $text }
in-english = em inglês

## Declarations
declaration-yes = Sim. Há uma emergência em vigor para { $area }.
declaration-likely = Há um desastre federal declarado para { $area }. A ordem do próprio estado não está na nossa tabela.
declaration-no = Não há emergência em vigor para { $area }, segundo as nossas tabelas.
declaration-unknown = Não sabemos dizer se há uma emergência em vigor para { $area }.
declaration-plain = { $title }. Começou em { $began }.
declaration-next = Diga-nos seu remédio e onde está. Assim podemos mostrar o que um farmacêutico pode fazer aí.
declaration-item = { $title } ({ $id }), desde { $began }{ $ended ->
    [none] .
   *[other] { " " }até { $ended }.
}

## Declined
declined-medical = Não damos orientação médica. Não podemos dizer que dose tomar, nem se você deve pular ou trocar um remédio. Pergunte a um farmacêutico ou médico. Perguntar é grátis.
declined-medical-poison = Se tomou remédio demais, ligue para o centro de intoxicações (Poison Control): { $phone }.
declined-scope = Só ajudamos a encontrar remédios depois de um desastre. Para comida, abrigo e outra ajuda, ligue para o 211.
declined-unsafe = Não podemos ajudar com isso. Se as drogas ou a dor pesam para você, ligue para 1-800-662-4357, dia e noite. É grátis.
declined-no-evidence = Não temos uma fonte que responda a isso. Ligue para o 211, ou pergunte a um farmacêutico.

## Questions back
greeting = Olá. Ajudamos as pessoas a encontrar remédios depois de um desastre.
about-us = Somos um programa de computador, não uma pessoa. Ajudamos as pessoas a encontrar remédios depois de um desastre. Para falar com uma pessoa, ligue para 211.
about-privacy = Não guardamos as suas palavras e não pedimos o seu nome. O que entendemos (remédio, cidade, quem paga) fica guardado por duas horas e depois é apagado.
you-are-welcome = De nada. Cuide-se. Estamos aqui se precisar de mais.
ask-medicine = De qual remédio você precisa?
ask-medicine-which = Qual deles você quer dizer?
ask-medicine-kind = De que tipo é? Olhe o frasco ou a caixa.
ask-current_place = Onde você está agora? (código postal ou cidade)
ask-current_place-zip = Não conhecemos o código postal { $zip }. Em que código postal ou cidade você está?
ask-current_place-which = Qual lugar você quer dizer?
ask-home_place = Onde fica a sua casa? Basta o código postal. A ajuda grátis pode depender disso.
ask-coverage = Você tem seguro de saúde?
ask-prescription_proof = Você tem o frasco, ou uma foto do rótulo?
option-uninsured = Sem seguro
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Seguro do trabalho ou do Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = Tenho o frasco
option-photo = Tenho uma foto
option-nothing = Não tenho nada
