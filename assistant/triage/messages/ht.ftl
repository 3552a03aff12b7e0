# Haitian Creole. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = Rele 911 kounye a.
danger-911-988 = Rele 911 kounye a. Apre sa, rele oswa voye tèks bay 988.
danger-988 = Rele oswa voye yon tèks bay 988 kounye a.
danger-911-er = Rele 911 oswa ale nan sal ijans kounye a.
danger-poison = Rele Kontwòl Pwazon kounye a: 1-800-222-1222.
danger-co = Soti deyò pran lè fre kounye a. Rele 911.
danger-generator = Mete l deyò kounye a, 20 pye lwen fenèt ak pòt.
urgent-today = Sa pa ka tann. Chèche èd jodi a.
urgent-988 = Ou ka rele oswa voye tèks bay 988 nenpòt lè.
