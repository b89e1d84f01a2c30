#!/usr/bin/env python3
"""Asks SGLang's own argument parser which argument lists it accepts.

usage: PYTHONPATH=<folder of packages with SGLang> python3 scripts/sglang-arguments/ask.py < LISTS.json

Reads a JSON array of argument lists, and writes {"version", "results": [{"accepted", "message"}]}.
"""

import contextlib
import importlib.metadata
import io
import json
import sys

from sglang_parser import server_parser


def verdict(parser, arguments):
    errors = io.StringIO()
    try:
        with contextlib.redirect_stderr(errors):
            parser.parse_args(arguments)
    except SystemExit:
        return {"accepted": False, "message": errors.getvalue().strip().splitlines()[-1]}
    except Exception as error:
        return {"accepted": False, "message": repr(error)}
    return {"accepted": True, "message": ""}


def main():
    lists = json.load(sys.stdin)
    parser = server_parser()
    results = [verdict(parser, arguments) for arguments in lists]
    json.dump({"version": importlib.metadata.version("sglang"), "results": results}, sys.stdout)


if __name__ == "__main__":
    main()
