"""vLLM's configuration classes as plain schemas, from what pydantic made of them.

A schema is `any`, `bool`, `int`, `float`, `str`, or an object with one of `optional`, `literal`, `list`, `map`,
`object` and `oneOf`; lib/validation/vllm/config-schema.ts reads them.
"""

import functools

from pydantic import TypeAdapter

BOUNDS = ("gt", "ge", "lt", "le")
PLAIN = ("any", "bool", "str")
NEVER = {"literal": []}

# Classes whose __post_init__ refuses nothing that a schema allows.
HARMLESS = ("AttentionConfig", "KVEventsConfig", "PassConfig")


def schema_of(config):
    core = TypeAdapter(config).core_schema
    definitions = {part.get("ref"): part for part in core.get("definitions", [])}
    return Translation(definitions).of(core["schema"] if core["type"] == "definitions" else core)


def bounds_of(config, field):
    """What a configuration class demands of a number that the command line sets; the parser does not ask for it."""
    core = _fields_of(config).get(field, {})
    while core.get("schema"):
        core = core["schema"]
    return {key: core[key] for key in BOUNDS if key in core}


@functools.cache
def _fields_of(config):
    core = TypeAdapter(config).core_schema
    while core["type"] != "dataclass-args":
        core = core["schema"]
    return {field["name"]: field["schema"] for field in core["fields"]}


class Translation:
    def __init__(self, definitions):
        self.definitions = definitions

    def of(self, core):
        kind = core["type"]
        if kind in PLAIN:
            return kind
        if kind in ("int", "float"):
            bounds = {key: core[key] for key in BOUNDS if key in core}
            return {"type": kind, **bounds} if bounds else kind
        return getattr(self, kind.replace("-", "_"))(core)

    def default(self, core):
        return self.of(core["schema"])

    def definition_ref(self, core):
        return self.of(self.definitions[core["schema_ref"]])

    def nullable(self, core):
        return optional(self.of(core["schema"]))

    def literal(self, core):
        return {"literal": core["expected"]}

    def enum(self, core):
        # A member whose value is not a scalar, such as a tuple, can be written only by its name.
        values = (member.value for member in core["members"])
        return {"literal": [value for value in values if isinstance(value, (str, int))]}

    def list(self, core):
        least = {"least": core["min_length"]} if core.get("min_length") else {}
        return {"list": self.of(core.get("items_schema", {"type": "any"})), **least}

    set = list

    def dict(self, core):
        return {"map": self.of(core.get("values_schema", {"type": "any"}))}

    def union(self, core):
        parts = [self.of(part[0] if isinstance(part, tuple) else part) for part in core["choices"]]
        possible = [part for part in parts if part != NEVER]
        return possible[0] if len(possible) == 1 else {"oneOf": possible}

    def is_instance(self, core):
        # A value from JSON is never an instance of a class.
        return NEVER

    def json_or_python(self, core):
        return self.of(core["json_schema"])

    def lax_or_strict(self, core):
        return self.of(core["lax_schema"])

    def dataclass(self, core):
        arguments = core["schema"]
        if arguments["type"] == "function-before":
            # PoolerConfig.reject_removed_parameters: the parameters that it rejects are not fields.
            arguments = arguments["schema"]
        fields = {}
        for field in arguments["fields"]:
            if field.get("init", True):
                name = self.field = field["name"]
                assert field["schema"]["type"] == "default", f"{name} is required: the table has no place for that"
                fields[name] = self.of(field["schema"])
        return {"object": fields, **self.checks(core["cls"].__name__, core.get("post_init"))}

    def checks(self, name, there_are):
        return {"checks": name} if there_are and name not in HARMLESS else {}

    def function_after(self, core):
        schema = self.of(core["schema"])
        if isinstance(schema, dict) and "object" in schema:
            return {**schema, **self.checks(function_of(core).__qualname__.rpartition(".")[0], True)}
        return AFTER.get(function_of(core).__qualname__, lambda schema: schema)(schema)

    def function_before(self, core):
        return BEFORE[function_of(core).__qualname__](lambda: self.of(core["schema"]), core, self.field)

    def function_wrap(self, core):
        assert function_of(core).__name__ == "_skip_none_validation", core
        return optional(self.of(core["schema"]))

    def function_plain(self, core):
        assert function_of(core).__name__ == "_coerce_quant_key", core
        from vllm.config.quantization import QUANT_KEY_NAMES

        return optional({"literal": sorted(QUANT_KEY_NAMES)})


def optional(schema):
    return schema if isinstance(schema, dict) and "optional" in schema else {"optional": schema}


def function_of(core):
    return core["function"]["function"]


def names_of(enum):
    return {"literal": list(enum.__members__), "folded": "upper"}


def quantization_spec(schema, core, field):
    """A name of a key, a shorthand that defines this field, or the object itself."""
    from vllm.config.quantization import _ONLINE_SHORTHANDS, QUANT_KEY_NAMES

    shorthands = {name: getattr(config, field) is not None for name, config in _ONLINE_SHORTHANDS.items()}
    names = {**dict.fromkeys(QUANT_KEY_NAMES, True), **shorthands}
    return {"oneOf": [{"literal": sorted(name for name, defines in names.items() if defines)}, schema()]}


def shorthand_targets(schema, core, field):
    from vllm.config.quantization import _ONLINE_SHORTHANDS

    return optional({"map": {"literal": sorted(_ONLINE_SHORTHANDS)}})


def attention_backend(schema, core, field):
    from vllm.v1.attention.backends.registry import AttentionBackendEnum

    names = names_of(AttentionBackendEnum)
    return optional({**names, "literal": [*names["literal"], "AUTO"]})


def attention_backend_per_kind(schema, core, field):
    from vllm.v1.attention.backends.registry import AttentionBackendEnum
    from vllm.v1.kv_cache_interface import KVCacheSpecKind

    return {"map": names_of(AttentionBackendEnum), "keys": [kind.value for kind in KVCacheSpecKind]}


def mla_prefill_backend(schema, core, field):
    from vllm.v1.attention.backends.mla.prefill.registry import MLAPrefillBackendEnum

    return optional(names_of(MLAPrefillBackendEnum))


def named_or_number(enum):
    return lambda schema, core, field: {"oneOf": [names_of(enum(core)), schema()]}


def enum_of(core):
    while core["type"] != "enum":
        core = core["schema"]
    return core["cls"]


# Functions of vLLM that look at a value before pydantic does, as schemas.
BEFORE = {
    "QuantizationConfigArgs._coerce_spec": quantization_spec,
    "QuantizationConfigArgs._validate_targets": shorthand_targets,
    "IrOpPriorityConfig._to_list_str": lambda schema, core, field: {"oneOf": ["str", schema()]},
    "CompilationConfig.validate_mode_before": named_or_number(enum_of),
    "CompilationConfig.validate_cudagraph_mode_before": named_or_number(enum_of),
    "CompilationConfig.validate_pass_config_before": lambda schema, core, field: schema(),
    "AttentionConfig.validate_backend_before": attention_backend,
    "AttentionConfig.validate_backend_per_kind_before": attention_backend_per_kind,
    "AttentionConfig.validate_mla_prefill_backend_before": mla_prefill_backend,
    "KernelConfig._normalize_moe_backend": lambda schema, core, field: {**schema(), "folded": "lower"},
    "KernelConfig._normalize_linear_backend": lambda schema, core, field: {**schema(), "folded": "lower"},
    "KernelConfig._normalize_sparse_indexer_topk_backend": lambda schema, core, field: {**schema(), "folded": "lower"},
}

AFTER = {
    "CompilationConfig.validate_compile_cache_save_format": lambda schema: {"literal": ["binary", "unpacked"]},
}
