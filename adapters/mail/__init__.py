"""Letters: their words, the message made of them, and the handing over to a mail server."""
