"""The audit desk: who looked at what, who changed what, and whether the record holds."""
