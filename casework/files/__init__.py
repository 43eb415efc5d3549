"""Files by what they are: contents that are taken, photographs without their place, the virus scanner."""
