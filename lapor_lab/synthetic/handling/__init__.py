"""How reports are handled: a network of queues in office hours."""
