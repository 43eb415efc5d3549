"""What a person may type about documents, meetings, requests, disclosures and advice."""
