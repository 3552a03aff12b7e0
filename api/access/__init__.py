"""Who may call what: access keys, roles and limits."""
