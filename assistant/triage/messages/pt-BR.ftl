# Portuguese (Brazil). Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = Ligue para o 911 agora.
danger-911-988 = Ligue para o 911 agora. Depois ligue ou mande texto ao 988.
danger-988 = Ligue ou mande uma mensagem para o 988 agora.
danger-911-er = Ligue para o 911 ou vá ao pronto-socorro agora.
danger-poison = Ligue agora para o Controle de Intoxicações: 1-800-222-1222.
danger-co = Saia para o ar fresco agora. Ligue para o 911.
danger-generator = Leve para fora agora, a 20 pés de portas e janelas.
urgent-today = Isto não pode esperar. Procure ajuda hoje.
urgent-988 = Você pode ligar ou mandar mensagem ao 988 a qualquer hora.
