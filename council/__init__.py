"""Who is who: people, members, officers, groups, wards, posts held from a day to a day, and sign-in."""
