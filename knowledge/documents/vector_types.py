"""The shapes of arrays that pass between the parts of the index."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Single precision: one vector (width), or one vector in each row (rows, width), or one number per passage.
Vectors = NDArray[np.float32]
# One truth value for each passage.
Mask = NDArray[np.bool_]
