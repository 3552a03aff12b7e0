"""One text through a BERT encoder without the framework around it.

sentence-transformers loads and checks the model. For a single short text two thirds of its time are spent
around the matrix products, so the same weights are run here directly: 3.4 ms instead of 8.9 ms for a
question, 9 ms instead of 20 ms for a passage, on one core of the machine in the README. The pass is used
only where it gives the model's own vectors (checked on probe texts when it is made); every other model is
asked through `encode_query` and `encode_document`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as f

from knowledge.documents.vector_types import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

# Several processes share the cores of one machine: with one thread each, none waits for another's core.
# (Two threads save 1 ms on an idle machine and cost 380 ms when another process is busy.)
THREADS = 1
# Texts are filled up to one of these lengths (in word pieces). The matrix library keeps working memory for
# every length that it meets, in every thread: with all lengths that is gigabytes, with these some 50 MB.
LENGTHS = (8, 16, 24, 32, 48, 64, 96, 128, 192, 256)
# Cosine to the model's own vector below which the pass is not used. bfloat16 gives 0.9999.
FAITHFUL = 0.9995
PROBES = (
    "Where can I get insulin tonight?",
    "My oxygen concentrator lost power and I have a prescription for warfarin 5 mg, a 30-day supply.",
)
TIMED_RUNS = 4


class LeanPass:
    """Embeds one text at a time; safe to use from several threads."""

    def __init__(self, tokenizer: Tokenizer, encoder: _Encoder) -> None:
        self._tokenizer = tokenizer
        self._encoder = encoder

    def embed(self, text: str) -> Vectors:
        """The vector of `text`, of length 1."""
        torch.set_num_threads(THREADS)
        ids = self._tokenizer.encode(text).ids
        with torch.inference_mode():
            mean = self._encoder.run(ids)[: len(ids)].float().mean(dim=0)
            vector: Vectors = (mean / mean.norm()).numpy()
        return vector


def lean_pass(model: SentenceTransformer) -> LeanPass | None:
    """The fastest faithful pass for `model`; None where the model is of another build."""
    if not _is_mean_pooled_bert(model):
        return None
    tokenizer = _own_tokenizer(model)
    passes = [LeanPass(tokenizer, _encoder(model, kind)) for kind in (torch.float32, torch.bfloat16)]
    faithful = [candidate for candidate in passes if _is_faithful(candidate, model)]
    # bfloat16 is twice as fast where the processor has it, and slower where it does not.
    return min(faithful, key=_seconds, default=None)


@dataclass(frozen=True, slots=True)
class _Layer:
    """The weights of one transformer layer; query, key and value as one matrix."""

    qkv: tuple[Tensor, Tensor]
    attended: tuple[Tensor, Tensor]
    attended_norm: tuple[Tensor, Tensor]
    widened: tuple[Tensor, Tensor]
    narrowed: tuple[Tensor, Tensor]
    norm: tuple[Tensor, Tensor]


@dataclass(frozen=True, slots=True)
class _Encoder:
    """A BERT encoder for one text."""

    words: Tensor
    places: Tensor
    embedding_norm: tuple[Tensor, Tensor]
    layers: tuple[_Layer, ...]
    heads: int
    epsilon: float

    def run(self, ids: list[int]) -> Tensor:
        """Token vectors (length, width) for token ids; what goes beyond the ids is padding."""
        length = next((length for length in LENGTHS if length >= len(ids)), len(ids))
        padded = torch.tensor(ids + [0] * (length - len(ids)))
        hidden = torch.zeros(length, length, dtype=self.words.dtype)
        hidden[:, len(ids) :] = float("-inf")
        state = self._norm(self.words[padded] + self.places[:length], self.embedding_norm)
        for layer in self.layers:
            state = self._layer(layer, state, hidden)
        return state

    def _layer(self, layer: _Layer, state: Tensor, hidden: Tensor) -> Tensor:
        count, width = state.shape
        qkv = f.linear(state, *layer.qkv).view(count, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(1, 2, 0, 3).unsqueeze(1)
        mixed = (
            f.scaled_dot_product_attention(query, key, value, attn_mask=hidden)[0]
            .permute(1, 0, 2)
            .reshape(count, width)
        )
        state = self._norm(state + f.linear(mixed, *layer.attended), layer.attended_norm)
        thought = f.linear(f.gelu(f.linear(state, *layer.widened)), *layer.narrowed)
        return self._norm(state + thought, layer.norm)

    def _norm(self, state: Tensor, weights: tuple[Tensor, Tensor]) -> Tensor:
        return f.layer_norm(state, (state.shape[-1],), *weights, self.epsilon)


def _is_mean_pooled_bert(model: SentenceTransformer) -> bool:
    parts = [type(part).__name__ for part in model]
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    return (
        parts in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"])
        and getattr(config, "model_type", "") == "bert"
        and getattr(config, "hidden_act", "") == "gelu"
        and getattr(model[1], "pooling_mode", "") == "mean"
        and not model.prompts.get("query")
    )


def _own_tokenizer(model: SentenceTransformer) -> Tokenizer:
    """A tokenizer whose settings nobody changes, so that threads can share it."""
    own = Tokenizer.from_str(model.tokenizer.backend_tokenizer.to_str())
    own.no_padding()
    own.enable_truncation(max_length=model.max_seq_length or 512)
    return own


def _encoder(model: SentenceTransformer, kind: torch.dtype) -> _Encoder:
    bert: Any = model[0].auto_model
    weights: dict[str, Tensor] = {
        name: tensor.detach().to(kind).contiguous() for name, tensor in bert.state_dict().items()
    }
    places = (
        weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    return _Encoder(
        words=weights["embeddings.word_embeddings.weight"],
        places=places,
        embedding_norm=_pair(weights, "embeddings.LayerNorm"),
        layers=tuple(_weights_of_layer(weights, number) for number in range(bert.config.num_hidden_layers)),
        heads=bert.config.num_attention_heads,
        epsilon=bert.config.layer_norm_eps,
    )


def _weights_of_layer(weights: dict[str, Tensor], number: int) -> _Layer:
    at = f"encoder.layer.{number}"
    parts = [_pair(weights, f"{at}.attention.self.{name}") for name in ("query", "key", "value")]
    return _Layer(
        qkv=(torch.cat([part[0] for part in parts]), torch.cat([part[1] for part in parts])),
        attended=_pair(weights, f"{at}.attention.output.dense"),
        attended_norm=_pair(weights, f"{at}.attention.output.LayerNorm"),
        widened=_pair(weights, f"{at}.intermediate.dense"),
        narrowed=_pair(weights, f"{at}.output.dense"),
        norm=_pair(weights, f"{at}.output.LayerNorm"),
    )


def _pair(weights: dict[str, Tensor], name: str) -> tuple[Tensor, Tensor]:
    return weights[f"{name}.weight"], weights[f"{name}.bias"]


def _is_faithful(candidate: LeanPass, model: SentenceTransformer) -> bool:
    own = model.encode_query(list(PROBES), normalize_embeddings=True, show_progress_bar=False)
    return all(
        float(np.dot(candidate.embed(text), row)) >= FAITHFUL for text, row in zip(PROBES, own, strict=True)
    )


def _seconds(candidate: LeanPass) -> float:
    """The shortest of a few runs: other work on the machine only ever makes one longer."""
    runs = []
    for _ in range(TIMED_RUNS):
        started = time.perf_counter()
        candidate.embed(PROBES[0])
        runs.append(time.perf_counter() - started)
    return min(runs)
