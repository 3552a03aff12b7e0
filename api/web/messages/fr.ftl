# Words of the web pages in French. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

app-name = Tideover
page-title = Trouvez votre médicament après une catastrophe
page-description = Où et comment obtenir votre médicament aujourd'hui, avec les sources.
skip-to-chat = Aller à la zone de question
language-switch = Langue
language-english = English
language-spanish = Español
language-more = Autres langues

heading = Trouvez votre médicament après une catastrophe
lead = Dites-nous ce qu'il vous faut et où vous êtes. Vous verrez les lieux ouverts, la règle qui vous aide, et qui peut payer.
danger-line = Impossible de respirer, évanouissement, ou pensées de suicide ?
danger-call-911 = Appeler le 911
danger-call-988 = Appeler le 988
sample-banner = DONNÉES D'EXERCICE. Les lieux et les stocks affichés ici sont inventés. N'y allez pas.

your-question = Votre question
question-hint = Dites quel médicament, où vous êtes, et ce qui s'est passé. Exemple : « J'ai laissé mon Lantus à la maison. Je suis dans un abri à Tampa 33602. »
send = Demander
sending = Recherche de réponses…
you-asked = Vous avez demandé
answer = Réponse
answer-emergency = Demandez de l'aide maintenant
answer-urgent = Agissez aujourd'hui
quick-replies = Choisissez une réponse, ou écrivez-la ci-dessous
ask-more = Poser une autre question
new-chat = Recommencer
privacy-short = Pas de compte. Pas de cookies. Vos mots ne sont pas enregistrés.

places-heading = Lieux
place-miles = { $miles ->
    [one] { $miles } mile
   *[other] { $miles } miles
}
place-mail-order = Par la poste
place-approximate = environ
place-open = Ouvert maintenant
place-closed-now = Fermé maintenant
place-opens = Fermé, ouvre { $when }
place-hours-unknown = Horaires inconnus : appelez d'abord
place-status-closed = Fermé
place-status-limited = Service limité
place-reported = signalé { $age }
call = Appeler le { $phone }
navigate = Itinéraire
navigate-to = Itinéraire vers { $name }
call-place = Appeler { $name } au { $phone }

map-caption = Vous êtes le point au milieu. Le nord est en haut. Les numéros sont les lieux ci-dessous.
map-table = Où sont les lieux par rapport à vous
map-number = Numéro
map-place = Lieu
map-distance = Distance
map-direction = Direction
direction-n = N
direction-ne = NE
direction-e = E
direction-se = SE
direction-s = S
direction-sw = SO
direction-w = O
direction-nw = NO

offline-title = Vous êtes hors ligne
offline-lead = Il n'y a pas de réseau, ou notre service ne répond pas. Cette page est gardée sur votre appareil.
offline-last = Votre dernière réponse
offline-saved = Enregistrée le
offline-ages = Les durées sont comptées à partir de ce moment. Appelez avant de vous déplacer.
offline-kept = Votre dernière réponse est gardée sur cet appareil pour quand vous n'avez pas de réseau. Enregistrée le
offline-see = La voir
offline-forget = L'effacer
offline-what = Que faire
offline-danger = Signes de danger : quand appeler le 911
offline-medicine = Comment obtenir votre médicament
offline-bring = Quoi apporter
offline-insulin = Insuline
offline-cold = Médicaments à garder au froid
offline-lines = Lignes téléphoniques
offline-text = SMS : { $number }

location-use = Utiliser ma position
location-ask = Elle sert à trouver des lieux près de vous. Elle est arrondie à un mile environ et n'est pas enregistrée.
location-yes = Oui, l'utiliser
location-no = Non
location-looking = Recherche de votre position…
location-used = Votre position accompagne vos questions. Vous n'avez pas à écrire un lieu.
location-stop = Ne plus utiliser ma position
location-failed = Votre position n'a pas pu être lue. Écrivez un code postal ou une ville.

card-for-pharmacist = Fiche à montrer au pharmacien

stock-in_stock = Disponible
stock-low = Presque épuisé
stock-out = Épuisé
stock-unknown = Appelez pour demander
stock-call-first = Appelez d'abord
stock-as-of = signalé { $age }
stock-free = gratuit pour les personnes sans assurance : demandez

age-now = à l'instant
age-hours = il y a { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
age-days = il y a { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}

kind-pharmacy = Pharmacie
kind-clinic = Clinique
kind-health_center = Centre de santé
kind-hospital = Hôpital
kind-shelter = Abri
kind-mobile_unit = Unité mobile
kind-mail_order = Par la poste
kind-specialty_pharmacy = Pharmacie spécialisée
kind-opioid_treatment_program = Programme de traitement aux opioïdes
kind-charity = Association caritative

sources-count = Sources ({ $count })
source-page = Lien vers cette source
source-checked = vérifié le { $date }
source-not-confirmed = Non confirmé : demandez au pharmacien

citation-quote = Ce qui est dit
citation-where = Où cela vaut
citation-checked = Quand nous l'avons vérifié
citation-confidence = Notre degré de certitude
citation-program = Programme
citation-holds = Valable
citation-holds-not = Ceci n'est pas valable aujourd'hui. Voyez les dates ci-dessous.
citation-holds-from = à partir du { $date }
citation-holds-until = jusqu'au { $date }
citation-original = Ouvrir l'original
citation-no-original = C'est une fiche de nos propres tables. Elle n'a pas de page à elle.
citation-back = Poser une question
confidence-high = Élevé : lu à la source
confidence-medium = Moyen
confidence-low = Faible : non confirmé
kind-document = Document de programme
kind-rule = Règle
kind-declaration = Déclaration de catastrophe
kind-availability = Signalement d'un lieu
kind-medicine = Médicament
kind-hotline = Ligne téléphonique

problem-title = Cela n'a pas marché
problem-try-again = Réessayer
problem-lost = La connexion est coupée. Votre texte est toujours là.
problem-limited = Trop de questions à la fois. Attendez un moment et réessayez.
problem-not-found = Il n'y a pas de page à cette adresse.
problem-server = Un problème est survenu de notre côté. Réessayez dans un moment.
problem-role = Votre clé d'accès ne le permet pas, ou la page était trop ancienne. Revenez en arrière, rouvrez la page, ou connectez-vous avec une autre clé.
problem-request = La page n'a pas pu lire ce qui a été envoyé. Revenez en arrière et réessayez.
problem-back = Retour au début
