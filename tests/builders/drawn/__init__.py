"""Tables drawn by three programs: reportlab, LibreOffice from DOCX, and HTML printed by Chromium."""
