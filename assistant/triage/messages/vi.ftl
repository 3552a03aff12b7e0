# Vietnamese. Own translations of the safety lines. (needs native review)
# What to do after the line is said in English where it is missing here.

danger-911 = Hãy gọi 911 ngay bây giờ.
danger-911-988 = Hãy gọi 911 ngay. Sau đó gọi hoặc nhắn tin 988.
danger-988 = Hãy gọi hoặc nhắn tin 988 ngay bây giờ.
danger-911-er = Hãy gọi 911 hoặc đến phòng cấp cứu ngay.
danger-poison = Gọi Trung tâm Chống độc ngay: 1-800-222-1222.
danger-co = Ra ngoài chỗ thoáng ngay. Gọi 911.
danger-generator = Đưa máy ra ngoài ngay, cách cửa 20 feet.
urgent-today = Việc này không thể chờ. Hãy nhờ giúp đỡ hôm nay.
urgent-988 = Quý vị có thể gọi hoặc nhắn tin 988 bất cứ lúc nào.
