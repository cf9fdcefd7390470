"""Where sources answer one question differently: a module for each kind of question. Pure."""
