# Korean. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = 지금 바로 911에 전화하세요.
danger-911-988 = 지금 바로 911에 전화하세요. 그다음 988에 전화나 문자를 하세요.
danger-988 = 지금 바로 988에 전화하거나 문자하세요.
danger-911-er = 지금 바로 911에 전화하거나 응급실로 가세요.
danger-poison = 지금 바로 독극물 통제 센터에 전화하세요: 1-800-222-1222.
danger-co = 지금 바로 밖으로 나가세요. 911에 전화하세요.
danger-generator = 지금 바로 창문과 문에서 20피트 떨어진 밖으로 옮기세요.
urgent-today = 기다릴 수 없는 일입니다. 오늘 도움을 받으세요.
urgent-988 = 언제든지 988에 전화하거나 문자할 수 있습니다.
