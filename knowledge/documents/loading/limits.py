"""How much a file may hold. Each limit is there to keep one bad file from taking the machine."""

from __future__ import annotations

# A program's manual with pictures stays under this; scans of whole books do not.
MAX_FILE_BYTES = 50 * 1024 * 1024
# About a thousand pages of text; a longer document belongs cut into its parts, so that answers stay quotable.
MAX_TEXT_CHARACTERS = 3_000_000
MAX_PDF_PAGES = 1500
# A DOCX is a ZIP: a small file may unpack to any size.
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
# Fewer letters than this on an average page means that the pages are pictures.
MIN_LETTERS_PER_PAGE = 20
