"""Files of registers: read, planned against what stands, and written; nothing here changes anything."""
