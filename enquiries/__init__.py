"""Members' enquiries: a councillor asks, the right officer answers by the protocol's date."""
