# What the deterministic writer says in French. (needs native review)
# Own translation; edit only this folder. { $name } marks a value that is put in.

## Titles
title-danger = Demandez de l'aide maintenant
title-next_step = Que faire maintenant
title-read-aloud = Lisez ceci à voix haute
title-small-talk = Tideover
title-places = Où aller
title-sites = Lieux
title-rule = Ce que le pharmacien peut faire
title-program = Bon à savoir
title-answer = Ce que nous avons trouvé
title-payment = Qui paie
title-handling = Comment bien le conserver
title-donation = Médicaments donnés
title-bring = Quoi apporter et quoi dire
title-hotlines = Qui appeler
title-clarify = Une question
title-declined = Ce que nous ne pouvons pas répondre
title-declarations = Déclarations d'urgence

## What to do now
next-critical = Vous avez besoin de ce médicament aujourd'hui : { $medicine }. N'attendez pas.
next-critical-other = Cette personne a besoin de ce médicament aujourd'hui : { $medicine }. N'attendez pas.
next-critical-class = Ce médicament est nécessaire aujourd'hui. N'attendez pas.
next-high-class = Essayez d'obtenir ce médicament aujourd'hui.
next-high = Essayez d'obtenir ce médicament aujourd'hui : { $medicine }.
next-high-other = Essayez d'obtenir ce médicament pour cette personne aujourd'hui : { $medicine }.
next-note = À propos de { $medicine } (en anglais) : { $note }
next-call-place = Appelez d'abord { $name }, au { $phone }. Demandez s'ils en ont encore.
next-ask-place = Appelez d'abord { $name }, au { $phone }. Demandez s'ils en ont. Nous n'avons aucun signalement de cet endroit.
next-go-place = Allez d'abord ici : { $name }.
next-no-place = Nous n'avons trouvé près de { $place } aucun lieu qui signale ce médicament : { $medicine }. Appelez le 211 et demandez.
next-no-place-known = Dites-nous où vous êtes. Nous pourrons vous montrer des lieux près de vous.
next-read-aloud-place = Le lieu le plus proche qui signale { $medicine } est { $name }, à { $distance } miles. Ce signalement date de { $age }. Appelez d'abord, s'il vous plaît.

## Places
place-distance = à { $distance } miles
place-mail = par la poste
place-open = ouvert maintenant
place-opens-at = fermé maintenant, ouvre { $when }
place-closed = fermé maintenant
place-closed-marked = fermé : appelez d'abord
place-hours = horaires : { $hours }
hours-holidays-closed = fermé les jours fériés
place-hours-unknown = horaires inconnus
place-status-limited = service limité
stock-in_stock = { $medicine } : disponible, signalé il y a { $age }
stock-low = { $medicine } : il en reste peu, signalé il y a { $age }
stock-call-first = { $medicine } : appelez d'abord, dernier signalement il y a { $age }
stock-out = { $medicine } : épuisé, signalé il y a { $age }
stock-unknown = { $medicine } : aucun signalement, appelez d'abord
stock-free = gratuit pour les personnes sans assurance : demandez
stock-differs = un autre signalement dit autre chose
places-apart = Aucun lieu ne signale les avoir tous. Appelez et demandez.
places-not-held = Ce magasin n'est pas dans notre liste. Appelez-le, ou essayez ces lieux.
places-widened = Nous avons cherché jusqu'à { $miles } miles.
places-none-sites = Nous n'avons trouvé aucun lieu de ce genre près de { $place }.

## Ages
age-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
age-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
age-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}

## Rules
rule-days = Dans cet État ({ $state }), un pharmacien peut vous donner jusqu'à { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de médicament sans nouvelle ordonnance.
rule-amount = Ce que la loi permet sans nouvelle ordonnance, { $state } (en anglais) : { $amount }.
rule-no-number = Dans cet État ({ $state }), un pharmacien peut vous donner du médicament sans nouvelle ordonnance. Nous n'avons pas trouvé de nombre de jours dans la loi.
rule-amount-unknown = Nous n'avons pas pu confirmer combien la loi permet ({ $state }). Le pharmacien peut vous le dire.
rule-likely-days = Dans cet État ({ $state }), un pharmacien pourra peut-être vous donner jusqu'à { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} sans nouvelle ordonnance.
rule-likely-amount = Ce que la loi permet peut-être sans nouvelle ordonnance, { $state } (en anglais) : { $amount }.
rule-ordinary-days = En temps normal, la limite ({ $state }) est de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}.
rule-ordinary-amount = En temps normal, la loi permet, { $state } (en anglais) : { $amount }.
rule-decides = C'est le pharmacien qui décide.
rule-law = La loi : { $citation }.
rule-in-force = Une urgence est en vigueur pour { $area } : { $title }.
rule-likely = Une catastrophe fédérale est déclarée pour { $area } : { $title }. Demandez au pharmacien si l'ordre de l'État est en vigueur.
rule-no-emergency = Nous ne connaissons aucune urgence en vigueur pour { $area } en ce moment.
rule-unknown-emergency = Nous ne savons pas si une urgence est en vigueur pour { $area }. Demandez au pharmacien.
rule-none = Nous n'avons trouvé aucune règle ({ $state }) qui permet au pharmacien de renouveler ceci sans médecin. Demandez au pharmacien, ou appelez { $board }.
rule-none-plain = Nous n'avons trouvé aucune règle ({ $state }) qui permet au pharmacien de renouveler ceci sans médecin. Demandez au pharmacien.
rule-insulin = Il y a aussi une règle pour l'insuline et le matériel de diabète, { $state } (en anglais) : { $amount }.
rule-cii = { $medicine } est un médicament Schedule II. Aucun pharmacien ne peut le renouveler. Un médecin doit envoyer une nouvelle ordonnance.
rule-controlled-excluded = { $medicine } est un médicament contrôlé ({ $schedule }). Cette règle ne le couvre pas : un médecin doit aider.
rule-controlled-unknown = { $medicine } est un médicament contrôlé ({ $schedule }). Nous ne savons pas si cette règle le couvre. Demandez au pharmacien.
rule-controlled-allowed = { $medicine } est un médicament contrôlé ({ $schedule }). La règle le couvre, avec des limites (en anglais) : { $text }.
rule-unconfirmed = Cette règle n'est pas confirmée. Demandez au pharmacien ou appelez { $board }.
rule-unconfirmed-plain = Cette règle n'est pas confirmée. Demandez au pharmacien.

# For pharmacists and agents
pro-rule = Règle { $kind }, { $state } (en anglais) : { $amount }. { $citation }.
pro-trigger = Déclenchement (en anglais) : { $trigger }.
pro-conditions = Conditions (en anglais) : { $conditions }.
pro-repeats = Répétitions (en anglais) : { $repeats }.
pro-controlled = Substances contrôlées (en anglais) : { $text }.
pro-notify = Prévenez le prescripteur sous { $hours } heures.
pro-confidence = En date du { $as_of } ; confiance : { $confidence }.
pro-confirm = À confirmer d'abord (en anglais) : { $text }
kind-ordinary = ordinaire
kind-declared_emergency = d'urgence déclarée
kind-insulin = sur l'insuline
kind-out_of_state = sur les ordonnances d'un autre État
kind-none = sans autorisation

## Who pays
epap-active = Le programme de médicaments gratuits EPAP est actif dans votre zone : { $title }.

## Hotlines
hotline-line = { $name } : { $phone } ({ $hours }). Pour (en anglais) : { $purpose }.
hotline-line-no-hours = { $name } : { $phone }. Pour (en anglais) : { $purpose }.

## Not confirmed, other language, disagreement
not-confirmed = non confirmé
not-confirmed-ask = Si vous lisez « non confirmé » ou « not confirmed » : demandez au pharmacien, ou appelez le 211.
another-source = Une autre source dit autre chose (en anglais) : { $text }
stronger-source = Une source plus récente ou plus solide dit autre chose (en anglais) : { $text }
in-english = en anglais

## Declarations
declaration-yes = Oui. Une urgence est en vigueur pour { $area }.
declaration-likely = Une catastrophe fédérale est déclarée pour { $area }. L'ordre de l'État lui-même n'est pas dans notre table.
declaration-no = Aucune urgence n'est en vigueur pour { $area }, d'après nos tables.
declaration-unknown = Nous ne pouvons pas dire si une urgence est en vigueur pour { $area }.
declaration-plain = { $title }. Depuis le { $began }.
declaration-next = Dites-nous votre médicament et où vous êtes. Nous pourrons alors montrer ce qu'un pharmacien peut faire.
declaration-item = { $title } ({ $id }), à partir du { $began }{ $ended ->
    [none] .
   *[other] { " " }jusqu'au { $ended }.
}

## Declined
declined-medical = Nous ne donnons pas d'avis médical. Nous ne pouvons pas dire quelle dose prendre, ni s'il faut sauter ou changer un médicament. Demandez à un pharmacien ou à un médecin. C'est gratuit.
declined-medical-poison = En cas de surdose de médicament, appelez le centre antipoison : { $phone }.
declined-scope = Nous aidons seulement à trouver des médicaments après une catastrophe. Pour la nourriture, un abri ou autre chose, appelez le 211.
declined-unsafe = Nous ne pouvons pas aider pour cela. Si la drogue ou la douleur vous pèse, appelez le 1-800-662-4357, jour et nuit. C'est gratuit.
declined-no-evidence = Nous n'avons aucune source qui répond à cela. Appelez le 211, ou demandez à un pharmacien.

## Questions back
greeting = Bonjour. Nous aidons à trouver des médicaments après une catastrophe.
about-us = Nous sommes un programme informatique, pas une personne. Nous aidons à trouver des médicaments après une catastrophe. Pour parler à une personne, appelez le 211.
about-privacy = Nous ne gardons pas vos mots et ne demandons pas votre nom. Ce que nous avons compris (médicament, ville, qui paie) est gardé deux heures, puis effacé.
you-are-welcome = Je vous en prie. Prenez soin de vous. Nous sommes là si besoin.
ask-medicine = De quel médicament avez-vous besoin ?
ask-medicine-which = Lequel voulez-vous dire ?
ask-medicine-kind = De quel type est-il ? Regardez le flacon ou la boîte.
ask-current_place = Où êtes-vous maintenant ? (code postal ou ville)
ask-current_place-zip = Nous ne connaissons pas le code postal { $zip }. Dans quel code postal ou quelle ville êtes-vous ?
ask-current_place-which = Quel lieu voulez-vous dire ?
ask-home_place = Où habitez-vous ? Un code postal suffit. L'aide gratuite peut en dépendre.
ask-coverage = Avez-vous une assurance santé ?
ask-prescription_proof = Avez-vous le flacon, ou une photo de l'étiquette ?
option-uninsured = Pas d'assurance
option-medicare = Medicare
option-medicaid = Medicaid
option-commercial = Assurance du travail ou du Marketplace
option-va = VA
option-tricare = TRICARE
option-bottle = J'ai le flacon
option-photo = J'ai une photo
option-nothing = Je n'ai rien
