#!/usr/bin/env python3
"""Writes what SGLang's server accepts, by looking into its own argument parser: imports/sglang/<version>.json.

usage: PYTHONPATH=<folder of packages with SGLang> python3 scripts/sglang-arguments/introspect.py

No engine starts and no model is read. See README.md beside this file.
"""

import argparse
import hashlib
import importlib.metadata
import json
import pathlib

from sglang_parser import server_parser

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "imports" / "sglang"

# How sglang-arguments.ts reads a value, by the function that reads it in SGLang. Any other takes a text that only it knows.
TYPES = {"int": "int", "float": "float", "human_readable_int": "humanInt", "loads": "json"}


def option_of(action):
    option = {"flags": long_first(action.option_strings)}
    name = getattr(action.type, "__name__", None)
    if name in TYPES:
        option["type"] = TYPES[name]
    if action.nargs is not None:
        option["nargs"] = action.nargs
    if action.choices is not None:
        option["choices"] = sorted(choice for choice in action.choices if choice is not None)
    return option


def long_first(flags):
    return sorted(flags, key=lambda flag: not flag.startswith("--"))


def table(parser):
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    switches = [long_first(action.option_strings) for action in actions if action.nargs == 0]
    options = [option_of(action) for action in actions if action.nargs != 0]
    yield "switches", "[\n%s\n]" % ",\n".join(map(compact, switches))
    yield "options", "[\n%s\n]" % ",\n".join(map(compact, options))


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def main():
    version = importlib.metadata.version("sglang")
    body = ",\n".join(f'"{key}": {value}' for key, value in table(server_parser())) + "\n}\n"
    checksum = hashlib.sha256(body.encode()).hexdigest()
    head = f'{{\n"version": {compact(version)},\n"sha256": "{checksum}",\n'
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{version}.json").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
