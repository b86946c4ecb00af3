"""The queue: what a case's list of cables shows, finds, sorts and counts. All of it is pure.

``summary`` says what is known of a cable, ``stock`` holds that for all of them, ``listing`` is
what is listed and in which order: by a ``limit``, by a column of ``columns``. ``pace`` forecasts,
``texts`` searches. The screen over it is ``screens/queue.py``.
"""
