"""The pages of documents, meetings, requests, disclosures and advice."""
