#!/usr/bin/env python3
"""Writes what `vllm serve` accepts, by looking into vLLM's own argument parser: imports/vllm/<version>.json.

usage: PYTHONPATH=<folder of packages with vLLM> VLLM_TARGET_DEVICE=cpu python3 scripts/vllm-arguments/introspect.py

No engine starts and no model is read. See README.md beside this file.
"""

import argparse
import contextlib
import importlib
import importlib.metadata
import inspect
import json
import sys

import table_file
from schemas import bounds_of, schema_of

# vLLM's functions that read a value, and the names that argument-table.ts has for them.
TYPES = {
    "str": "str",
    "int": "int",
    "float": "float",
    "loads": "json",
    "human_readable_int": "humanInt",
    "human_readable_int_or_auto": "humanIntOrAuto",
    "union_dict_and_str": "jsonOrStr",
    "parse_dataclass": "config",
}


def serve_parser():
    import vllm.entrypoints.cli.serve as serve
    from vllm.utils.argparse_utils import FlexibleArgumentParser

    subparsers = FlexibleArgumentParser().add_subparsers(dest="subparser")
    return serve.cmd_init()[0].subparser_init(subparsers)


def type_of(action):
    """The function that reads a value, and whether '' and 'None' mean that there is none."""
    function, optional = action.type, False
    while inspect.isfunction(function) and "return_type" in inspect.getclosurevars(function).nonlocals:
        optional |= function.__name__ == "_optional_type"
        function = inspect.getclosurevars(function).nonlocals["return_type"]
    return function, optional


def option_of(action, title, schemas):
    function, optional = type_of(action)
    option = {"flags": long_first(action.option_strings), "type": type_name(action, function)}
    if option["type"] == "config":
        config = function.__defaults__[0]
        option["config"] = config.__name__
        schemas[config.__name__] = schema_of(config)
    if optional:
        option["optional"] = True
    if action.nargs is not None:
        option["nargs"] = action.nargs
    if action.choices is not None:
        option["choices"] = [choice for choice in action.choices if choice is not None]
    if isinstance(action.default, (int, float)) and not isinstance(action.default, bool):
        option["default"] = action.default
    return {**option, **bounds_for(title, action.dest)}


def type_name(action, function):
    if type(action).__name__ == "LoRAParserAction":
        return "lora"
    if getattr(function, "__name__", "") == "<lambda>":
        # Names of backends in any spelling; of the rest, a list of devices takes any text.
        return "lowered" if action.choices else "str"
    return "str" if function is None else TYPES[function.__name__]


def bounds_for(title, dest):
    import vllm.config

    config = getattr(vllm.config, str(title), None)
    bounds = {} if config is None else bounds_of(config, dest)
    return {"bounds": bounds} if bounds else {}


def long_first(flags):
    return sorted(flags, key=lambda flag: not flag.startswith("--"))


def parts_of(parser):
    titles = {action: group.title for group in parser._action_groups for action in group._group_actions}
    switches, options, schemas = [], [], {}
    for action in parser._actions:
        if not action.option_strings or isinstance(action, argparse._HelpAction):
            continue
        flags = long_first(action.option_strings)
        if flags[0][2:].replace("-", "_") != action.dest:
            raise SystemExit(f"{flags[0]} sets {action.dest}: the table has no place for that")
        if action.nargs == 0:
            switches.append(flags)
        else:
            options.append(option_of(action, titles[action], schemas))
    return switches, options, schemas


def table():
    with contextlib.redirect_stdout(sys.stderr):
        parser = serve_parser()
        switches, options, schemas = parts_of(parser)
    yield "switches", "[\n%s\n]" % ",\n".join(wrapped(switches))
    yield "options", "[\n%s\n]" % ",\n".join(map(compact, options))
    yield "configs", "{\n%s\n}" % ",\n".join(f"{compact(name)}:{compact(schemas[name])}" for name in sorted(schemas))
    yield "loraFields", compact(lora_fields())
    yield "templates", compact(builtin_templates())
    yield "toolParsers", compact(sorted(registered("vllm.tool_parsers", "ToolParserManager")))
    yield "reasoningParsers", compact(sorted(registered("vllm.reasoning", "ReasoningParserManager")))
    yield "model", compact(parser.get_default("model"))


def lora_fields():
    from vllm.entrypoints.openai.models.protocol import LoRAModulePath

    parameters = inspect.signature(LoRAModulePath).parameters.values()
    return {parameter.name: parameter.default is inspect.Parameter.empty for parameter in parameters}


def builtin_templates():
    from vllm.transformers_utils.chat_templates.registry import CHAT_TEMPLATES_DIR

    return sorted(path.name for path in CHAT_TEMPLATES_DIR.glob("*.jinja"))


def registered(module, manager):
    return getattr(importlib.import_module(module), manager).list_registered()


def wrapped(values, size=6):
    return [compact(values[index : index + size])[1:-1] for index in range(0, len(values), size)]


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def main():
    table_file.write(importlib.metadata.version("vllm").partition("+")[0], table())


if __name__ == "__main__":
    main()
