"""Feeds of sites and stock, in and out: sites.csv and stock.csv as the contract has them."""
