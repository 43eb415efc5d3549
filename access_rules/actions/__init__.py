"""Everything that changes something: lock the row, ask the policy, take the step, save, announce."""
