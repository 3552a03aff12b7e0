"""Reading documents from files: Markdown, HTML, PDF, DOCX and plain text, each as one Document."""
