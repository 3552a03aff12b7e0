# Arabic, right to left. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = اتصل بالرقم 911 الآن.
danger-911-988 = اتصل بالرقم 911 الآن. ثم اتصل أو أرسل رسالة إلى 988.
danger-988 = اتصل أو أرسل رسالة نصية إلى 988 الآن.
danger-911-er = اتصل بالرقم 911 أو اذهب إلى الطوارئ الآن.
danger-poison = اتصل بمركز مكافحة السموم الآن: { "\u200E" }1-800-222-1222.
danger-co = اخرج إلى الهواء النقي الآن. اتصل بالرقم 911.
danger-generator = انقله إلى الخارج الآن، بعيدًا 20 قدمًا عن النوافذ والأبواب.
urgent-today = هذا لا يمكن أن ينتظر. اطلب المساعدة اليوم.
urgent-988 = يمكنك الاتصال أو مراسلة 988 في أي وقت.
