# French. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = Appelez le 911 maintenant.
danger-911-988 = Appelez le 911 maintenant. Puis appelez ou textez le 988.
danger-988 = Appelez ou textez le 988 maintenant.
danger-911-er = Appelez le 911 ou allez aux urgences maintenant.
danger-poison = Appelez le centre antipoison maintenant : 1-800-222-1222.
danger-co = Sortez à l'air frais maintenant. Appelez le 911.
danger-generator = Mettez-le dehors maintenant, à 20 pieds des portes et fenêtres.
urgent-today = Cela ne peut pas attendre. Cherchez de l'aide aujourd'hui.
urgent-988 = Vous pouvez appeler ou texter le 988 à tout moment.
