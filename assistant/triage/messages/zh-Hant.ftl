# Chinese, Traditional. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = 請立即撥打911。
danger-911-988 = 請立即撥打911。然後撥打988或傳簡訊至988。
danger-988 = 請立即撥打988或傳簡訊至988。
danger-911-er = 請立即撥打911或前往急診室。
danger-poison = 請立即撥打中毒控制中心：1-800-222-1222。
danger-co = 請立即到室外呼吸新鮮空氣。撥打911。
danger-generator = 請立即移到室外，離門窗20英尺。
urgent-today = 這不能等。請今天就尋求幫助。
urgent-988 = 您隨時可以撥打988或傳簡訊至988。
