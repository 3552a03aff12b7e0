# Tagalog. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = Tumawag sa 911 ngayon na.
danger-911-988 = Tumawag sa 911 ngayon na. Pagkatapos, tumawag o mag-text sa 988.
danger-988 = Tumawag o mag-text sa 988 ngayon na.
danger-911-er = Tumawag sa 911 o pumunta sa emergency room ngayon na.
danger-poison = Tumawag sa Poison Control ngayon na: 1-800-222-1222.
danger-co = Lumabas sa sariwang hangin ngayon na. Tumawag sa 911.
danger-generator = Ilabas ito ngayon na, 20 talampakan mula sa bintana at pinto.
urgent-today = Hindi ito makapaghihintay. Humingi ng tulong ngayong araw.
urgent-988 = Puwede kang tumawag o mag-text sa 988 anumang oras.
