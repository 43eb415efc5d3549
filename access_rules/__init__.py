"""May this person see this? Documents, meetings, requests and grants stand on this floor."""
