"""What every case has: events and outbox, clocks, attachments, references, local terms, closed days."""
