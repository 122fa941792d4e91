"""Reads {"schema": PATH, "documents": [PATH, ...]} a line from the file named, and writes {"document": PATH, "faults": [...]} a line for each
document. YAML is read by the core schema of YAML 1.2, as the program does: a date is a text."""

import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    yaml_implicit_resolvers = {}


for tag, pattern, first in (("null", r"~|null|Null|NULL|", "~nN"), ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
                            ("int", r"[-+]?[0-9]+", "-+0123456789"),
                            ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789")):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first) + [""] * (tag == "null"))
# 0123 is a number to read, not one in octal.
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file) if path.endswith((".json", ".sarif")) else yaml.load(file, Loader)


for line in open(sys.argv[1], encoding="utf-8"):
    request = json.loads(line)
    with open(request["schema"], encoding="utf-8-sig") as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft7Validator)
    kind.check_schema(schema)
    validator = kind(schema)
    for document in request["documents"]:
        faults = [f"{'/'.join(map(str, error.absolute_path)) or '.'}: {error.message[:300]}"
                  for error in validator.iter_errors(read(document))]
        print(json.dumps({"document": document, "faults": faults[:5]}), flush=True)
