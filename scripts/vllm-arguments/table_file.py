"""Writes a table of arguments to imports/vllm/<version>.json. check.ts reads the head of the file."""

import hashlib
import json
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "imports" / "vllm"


def write(version, parts):
    """`parts` are pairs of a key and its JSON; each begins on a line of its own, so that git shows what changed."""
    body = ",\n".join(f'"{key}": {value}' for key, value in parts) + "\n}\n"
    checksum = hashlib.sha256(body.encode()).hexdigest()
    head = f'{{\n"version": {json.dumps(version)},\n"sha256": "{checksum}",\n'
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{version}.json").write_text(head + body, encoding="utf-8")
