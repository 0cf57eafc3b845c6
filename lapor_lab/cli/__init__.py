"""The command ``lapor-lab``, one file a verb."""
