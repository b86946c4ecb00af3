"""The tour: two minutes on an invented cable, in a case that is thrown away at the end."""
