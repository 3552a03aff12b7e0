"""What a pharmacist may supply without a new prescription, and what a donation program may take."""
