"""The commands, a file each: parse, call, print; nothing is decided here."""
