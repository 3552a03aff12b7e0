# Words of the web pages in Portuguese (Brazil). (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Encontre seu remédio depois de um desastre
page-description = Onde e como conseguir seu remédio hoje, com as fontes.
skip-to-chat = Ir para a caixa de pergunta
language-switch = Idioma
language-english = English
language-spanish = Español
language-more = Mais idiomas

heading = Encontre seu remédio depois de um desastre
lead = Diga do que você precisa e onde está. Você verá lugares abertos, a regra que ajuda você, e quem pode pagar.
danger-line = Não consegue respirar, desmaiou, ou pensa em suicídio?
danger-call-911 = Ligar para o 911
danger-call-988 = Ligar para o 988
sample-banner = DADOS DE TREINO. Os lugares e estoques mostrados aqui são inventados. Não vá até eles.

your-question = Sua pergunta
question-hint = Diga qual remédio, onde você está e o que aconteceu. Exemplo: “Deixei meu Lantus em casa. Estou em um abrigo em Tampa 33602.”
send = Perguntar
sending = Procurando respostas…
you-asked = Você perguntou
answer = Resposta
answer-emergency = Peça ajuda agora
answer-urgent = Aja hoje
quick-replies = Escolha uma resposta, ou escreva abaixo
ask-more = Fazer outra pergunta
new-chat = Começar de novo
privacy-short = Sem conta. Sem cookies. Suas palavras não são armazenadas.

places-heading = Lugares
place-miles = { $miles ->
    [one] { $miles } milha
   *[other] { $miles } milhas
}
place-mail-order = Pelo correio
place-approximate = cerca de
place-open = Aberto agora
place-closed-now = Fechado agora
place-opens = Fechado, abre { $when }
place-hours-unknown = Horário não conhecido: ligue antes
place-status-closed = Fechado
place-status-limited = Serviço limitado
place-reported = informado { $age }
call = Ligar para { $phone }
navigate = Como chegar
navigate-to = Como chegar a { $name }
call-place = Ligar para { $name } no { $phone }

map-caption = Você é o ponto no meio. O norte fica em cima. Os números são os lugares abaixo.
map-table = Onde os lugares ficam em relação a você
map-number = Número
map-place = Lugar
map-distance = Distância
map-direction = Direção
direction-n = N
direction-ne = NE
direction-e = L
direction-se = SE
direction-s = S
direction-sw = SO
direction-w = O
direction-nw = NO

offline-title = Você está sem conexão
offline-lead = Não há rede, ou não conseguimos falar com o serviço. Esta página fica no seu aparelho.
offline-last = Sua última resposta
offline-saved = Guardada em
offline-ages = Os tempos nela contam a partir daí. Ligue antes de ir.
offline-kept = Sua última resposta fica neste aparelho para quando você não tiver rede. Guardada em
offline-see = Ver
offline-forget = Apagar
offline-what = O que fazer
offline-danger = Sinais de perigo: quando ligar para o 911
offline-medicine = Como conseguir seu remédio
offline-bring = O que levar
offline-insulin = Insulina
offline-cold = Remédios que precisam ficar frios
offline-lines = Telefones
offline-text = Mensagem de texto: { $number }

location-use = Usar minha localização
location-ask = Com ela achamos lugares perto de você. Ela é arredondada para cerca de uma milha e não é armazenada.
location-yes = Sim, usar
location-no = Não
location-looking = Procurando sua localização…
location-used = Sua localização vai junto com as perguntas. Você não precisa escrever um lugar.
location-stop = Parar de usar minha localização
location-failed = Não foi possível ler sua localização. Escreva um código postal ou uma cidade.

card-for-pharmacist = Folha para mostrar ao farmacêutico

stock-in_stock = Tem
stock-low = Quase acabando
stock-out = Em falta
stock-unknown = Ligue para perguntar
stock-call-first = Ligue antes
stock-as-of = informado { $age }
stock-free = grátis para pessoas sem seguro: pergunte

age-now = agora mesmo
age-hours = há { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
}
age-days = há { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}

kind-pharmacy = Farmácia
kind-clinic = Clínica
kind-health_center = Centro de saúde
kind-hospital = Hospital
kind-shelter = Abrigo
kind-mobile_unit = Unidade móvel
kind-mail_order = Pelo correio
kind-specialty_pharmacy = Farmácia especializada
kind-opioid_treatment_program = Programa de tratamento de opioides
kind-charity = Instituição de caridade

sources-count = Fontes ({ $count })
source-page = Link para esta fonte
source-checked = verificado em { $date }
source-not-confirmed = Não confirmado: pergunte ao farmacêutico

citation-quote = O que diz
citation-where = Onde vale
citation-checked = Quando verificamos
citation-confidence = Quanta certeza temos
citation-program = Programa
citation-holds = Vale
citation-holds-not = Isto não vale hoje. Veja as datas abaixo.
citation-holds-from = desde { $date }
citation-holds-until = até { $date }
citation-original = Abrir o original
citation-no-original = Este é um registro das nossas próprias tabelas. Não tem uma página própria.
citation-back = Fazer uma pergunta
confidence-high = Alta: lido na fonte
confidence-medium = Média
confidence-low = Baixa: não confirmado
kind-document = Documento de programa
kind-rule = Regra
kind-declaration = Declaração de desastre
kind-availability = Informação de um lugar
kind-medicine = Remédio
kind-hotline = Linha telefônica

problem-title = Não deu certo
problem-try-again = Tentar de novo
problem-lost = A conexão caiu. Seu texto ainda está aqui.
problem-limited = Perguntas demais ao mesmo tempo. Espere um pouco e tente de novo.
problem-not-found = Não há página neste endereço.
problem-server = Algo deu errado do nosso lado. Tente de novo daqui a pouco.
problem-role = Sua chave de acesso não permite isto, ou a página era antiga demais. Volte, abra a página de novo, ou entre com outra chave.
problem-request = A página não conseguiu ler o que foi enviado. Volte e tente de novo.
problem-back = Voltar ao início
