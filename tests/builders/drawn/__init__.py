"""Tables drawn by three programs: reportlab, LibreOffice (from DOCX) and Chromium (from HTML)."""
