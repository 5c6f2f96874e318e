"""From ``Document`` to records. spaCy is used here and nowhere else."""
