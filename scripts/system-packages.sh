#!/bin/sh
# Install on Debian, as root, the programs that some checks use: Tesseract, which reads scans, and
# LibreOffice and Chromium, which draw tables for the tests. Everything else runs without them.
set -eu
apt-get update
apt-get install --yes --no-install-recommends \
    tesseract-ocr tesseract-ocr-eng libreoffice-writer chromium fonts-dejavu-core
