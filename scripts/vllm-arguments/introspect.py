#!/usr/bin/env python3
"""Puts what `vllm serve` of one version accepts into imports/vllm/arguments.json, by looking into vLLM's own parser.

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

# Schemas of configuration classes are kept from this version on. Of an older one, the table only says that a value is
# JSON of an object.
CONFIGS_SINCE = (0, 30)

# vLLM's functions that read a value, and the names that argument-table.ts has for them.
TYPES = {
    "str": "str",
    "int": "int",
    "float": "float",
    "loads": "json",
    # Any text is a boolean for Python.
    "bool": "str",
    "parse_reasoning_parser": "strOrNone",
    "human_readable_int": "humanInt",
    "human_readable_int_or_auto": "humanIntOrAuto",
    "union_dict_and_str": "jsonOrStr",
    "parse_dataclass": "config",
}


def serve_parser():
    import vllm.entrypoints.cli.serve as serve

    subparsers = serve.FlexibleArgumentParser().add_subparsers(dest="subparser")
    return serve.cmd_init()[0].subparser_init(subparsers)


def type_of(action):
    """The function that reads a value, and whether '' and 'None' mean that there is none."""
    function, optional = action.type, False
    while inspect.isfunction(function) and "return_type" in inspect.getclosurevars(function).nonlocals:
        optional |= function.__name__ == "_optional_type"
        function = inspect.getclosurevars(function).nonlocals["return_type"]
    return function, optional


def option_of(action, flags, title, schemas):
    function, optional = type_of(action)
    option = {"flags": flags, "type": type_name(action, function)}
    if option["type"] == "config":
        config = function.__defaults__[0]
        option["config"] = config.__name__
        if minor_of(version()) >= CONFIGS_SINCE:
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
    options, schemas = [], {}
    for action in parser._actions:
        if not action.option_strings or isinstance(action, argparse._HelpAction):
            continue
        # `option_strings` lacks spellings that 0.33 hides from its help.
        flags = long_first([flag for flag, other in parser._option_string_actions.items() if other is action])
        if flags[0][2:].replace("-", "_") != action.dest:
            raise SystemExit(f"{flags[0]} sets {action.dest}: the table has no place for that")
        options.append({"flags": flags} if action.nargs == 0 else option_of(action, flags, titles[action], schemas))
    return options, schemas


def table():
    with contextlib.redirect_stdout(sys.stderr):
        parser = serve_parser()
        options, schemas = parts_of(parser)
    return {
        "options": options,
        "configs": [{"name": name, "schema": schema} for name, schema in schemas.items()],
        "loraFields": lora_fields(),
        "templates": builtin_templates(),
        "toolParsers": registered("ToolParserManager", "tool_parsers"),
        "reasoningParsers": registered("ReasoningParserManager", "reasoning_parsers"),
        "model": [parser.get_default("model")],
    }


# Where versions of vLLM have a class: the newest place first.
PLACES = {
    "LoRAModulePath": ("vllm.entrypoints.openai.models.protocol", "vllm.entrypoints.openai.serving_models"),
    "ToolParserManager": ("vllm.tool_parsers", "vllm.entrypoints.openai.tool_parsers"),
    "ReasoningParserManager": ("vllm.reasoning",),
}


def place_of(name):
    for module in PLACES[name]:
        with contextlib.suppress(ModuleNotFoundError):
            return getattr(importlib.import_module(module), name)
    raise SystemExit(f"{name} is in none of {PLACES[name]}")


def lora_fields():
    parameters = inspect.signature(place_of("LoRAModulePath")).parameters.values()
    return [
        {"name": parameter.name, "required": parameter.default is inspect.Parameter.empty} for parameter in parameters
    ]


def builtin_templates():
    from vllm.transformers_utils.chat_templates.registry import CHAT_TEMPLATES_DIR

    return [path.name for path in CHAT_TEMPLATES_DIR.glob("*.jinja")]


def registered(manager, attribute):
    """The names of parsers. Before 0.12 a manager has no function that lists them."""
    manager = place_of(manager)
    return list(manager.list_registered() if hasattr(manager, "list_registered") else getattr(manager, attribute))


def version():
    return importlib.metadata.version("vllm").partition("+")[0]


def minor_of(version):
    return tuple(int(part) for part in version.split(".")[:2])


def main():
    table_file.put(version(), table())


if __name__ == "__main__":
    main()
