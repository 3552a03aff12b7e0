"""Who has which medicine, where, and how sure that is: sites, stock, reports, calls worth making."""
