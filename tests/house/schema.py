#!/usr/bin/python3
"""`provenu schema` is a schema; every file of the repository that should fit it does; small slips do not: schema.py PROVENU"""

import json
import pathlib
import subprocess
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SLIPS = {
    "an unknown key": {"ownr": "x"},
    "a word outside its set": {"language": "de"},
    "a text where a list belongs": {"recurring": "none"},
    "a line with an unknown key": {"recurring": [{"id": "a", "label": "A", "savings": 3}]},
    "a line without an id": {"recurring": [{"label": "A", "saving": 3}]},
    "years with one dot": {"years": "2026.2031"},
    "a phase-in by month": {"recurring": [{"id": "a", "label": "A", "cost": 3, "phase_in": {"2027-01": 0.5}}]},
}


class Loader(yaml.SafeLoader):
    """Dates stay text, as the format has them."""


Loader.yaml_implicit_resolvers = {first: [(tag, expression) for tag, expression in resolvers if "timestamp" not in tag]
                                  for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def as_json(value):
    """Keys as text, as an editor sees them."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def first_fault(validator, document):
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    return error and f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def main():
    program = sys.argv[1]
    validators = {}
    for kind in ("proposal", "rates", "policy", "indices", "scenarios", "drivers"):
        schema = json.loads(output_of(program, "schema", kind))
        jsonschema.Draft7Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft7Validator(schema)
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
             for top in ("examples", "scenarios") for path in sorted((ROOT / top).rglob("*.yaml"))}
    texts.update({f"new --lang {language}": output_of(program, "new", "--lang", language) for language in ("da", "en")})
    documents = {name: as_json(yaml.load(text, Loader)) for name, text in texts.items()}
    faults = [f"{name}: {fault}" for name, document in documents.items()
              if (fault := first_fault(validators[document["kind"]], document))]
    whole = documents["new --lang en"]
    faults += [f"passes: {name}" for name, slip in SLIPS.items() if not first_fault(validators["proposal"], {**whole, **slip})]
    undescribed = [f"{name}.{key}" for name, block in validators["proposal"].schema["definitions"].items()
                   for key, field in block["properties"].items() if not field.get("description")]
    faults += [f"no description: {key}" for key in undescribed]
    print("\n".join(faults) or f"{len(documents)} files fit, {len(SLIPS)} slips do not")
    return 1 if faults or not documents else 0


sys.exit(main())
