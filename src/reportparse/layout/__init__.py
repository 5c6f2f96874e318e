"""From words on a page to lines, blocks, sections and tables; knows no file format."""
