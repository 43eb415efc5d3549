"""Lists, already limited to what the viewer may see."""
