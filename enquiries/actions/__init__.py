"""Everything that changes an enquiry: lock the row, ask the policy, take the step, save, announce."""
