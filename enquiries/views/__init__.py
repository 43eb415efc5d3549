"""Pages of enquiries: fetch through a query, ask one policy, run one action or show a page."""
