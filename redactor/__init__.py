"""Line-by-line declassification review of diplomatic cables.

A cable flows one way through six stages, one folder each::

    bytes -> cable -> declass -> policy -> review -> release -> audit

``text`` lies below all of them; ``cli`` and ``ui`` stand in front.
"""

__version__ = "0.1.0"
