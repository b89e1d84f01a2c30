"""Reads and writes imports/vllm/arguments.json: the tables of arguments of all versions of vLLM.

An entry that several versions have in common stands there once: `[since, removed in, value]`, where `removed in` is
null as long as the newest version has it. lib/engine-arguments/vllm/table-file.ts reads the entries of one version, and
check.ts the head of the file.
"""

import hashlib
import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parents[2] / "imports" / "vllm" / "arguments.json"


def put(version, table):
    """Adds or replaces the table of a version: a list of JSON values for each part."""
    tables = read()
    minor = minor_of(version)
    tables = {old: parts for old, parts in tables.items() if minor_of(old) != minor}
    tables[version] = {part: [compact(value) for value in values] for part, values in table.items()}
    write(dict(sorted(tables.items(), key=lambda item: number_of(item[0]))))


def read():
    if not FILE.exists():
        return {}
    content = json.loads(FILE.read_text(encoding="utf-8"))
    parts = {key: value for key, value in content.items() if key not in ("sha256", "versions")}
    return {
        version: {
            part: [compact(value) for since, removed, value in entries if holds(version, since, removed)]
            for part, entries in parts.items()
        }
        for version in content["versions"]
    }


def holds(version, since, removed):
    number = number_of(version)[:2]
    return number_of(since) <= number and (removed is None or number < number_of(removed))


def write(tables):
    """Each entry stands on a line of its own, so that git shows what changed."""
    lines = [f'"versions": {json.dumps(list(tables))}']
    for part in next(iter(tables.values())):
        entries = sorted(entries_of(tables, part), key=lambda entry: (name_of(entry[2]), number_of(entry[0])))
        lines.append(f'"{part}": [\n%s\n]' % ",\n".join(line_of(*entry) for entry in entries))
    body = ",\n".join(lines) + "\n}\n"
    checksum = hashlib.sha256(body.encode()).hexdigest()
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(f'{{\n"sha256": "{checksum}",\n{body}', encoding="utf-8")


def entries_of(tables, part):
    open_since = {}
    for version, table in tables.items():
        present = set(table[part])
        for value in [value for value in open_since if value not in present]:
            yield open_since.pop(value), minor_of(version), value
        for value in present:
            open_since.setdefault(value, minor_of(version))
    for value, since in open_since.items():
        yield since, None, value


def name_of(text):
    value = json.loads(text)
    return str(value if not isinstance(value, dict) else value.get("name") or value["flags"][0])


def line_of(since, removed, value):
    return f"[{json.dumps(since)},{json.dumps(removed)},{value}]"


def minor_of(version):
    return ".".join(version.split(".")[:2])


def number_of(version):
    return tuple(int(part) for part in version.split("."))


def compact(value):
    return json.dumps(value, separators=(",", ":"))
