# Chinese, Simplified. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = 请立即拨打911。
danger-911-988 = 请立即拨打911。然后拨打988或发短信至988。
danger-988 = 请立即拨打988或发短信至988。
danger-911-er = 请立即拨打911或前往急诊室。
danger-poison = 请立即拨打中毒控制中心：1-800-222-1222。
danger-co = 请立即到室外呼吸新鲜空气。拨打911。
danger-generator = 请立即移到室外，离门窗20英尺。
urgent-today = 这不能等。请今天就寻求帮助。
urgent-988 = 您随时可以拨打988或发短信至988。
