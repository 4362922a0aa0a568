#!/usr/bin/python3
"""No source file over 400 lines, no function over 60."""

import json
import pathlib
import subprocess
import sys

MOST_LINES_OF_FILE = 400
MOST_LINES_OF_FUNCTION = 60


def functions(root, paths):
    """(name, path, lines) of every C++ function and function template, as universal-ctags sees them."""
    command = ["ctags", "--output-format=json", "--fields=+ne", "--kinds-C++=f", "--language-force=C++", "-f", "-"]
    found = subprocess.run(command + paths, cwd=root, capture_output=True, text=True, check=True)
    for line in found.stdout.splitlines():
        tag = json.loads(line)
        if "end" in tag:
            yield tag["name"], tag["path"], tag["end"] - tag["line"] + 1


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    paths = [path.relative_to(root).as_posix() for top in ("include", "engine", "tests")
             for path in sorted((root / top).rglob("*")) if path.suffix in (".cpp", ".hpp", ".py")]
    faults = [f"{path}: {lines} lines" for path in paths
              if (lines := len((root / path).read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_FILE]
    measured = [path for path in paths if path.startswith(("include/", "engine/")) and not path.endswith(".py")]
    faults += [f"{path}: {name} has {lines} lines" for name, path, lines in functions(root, measured)
               if lines > MOST_LINES_OF_FUNCTION]
    print("\n".join(faults) or f"{len(paths)} files, none too long")
    return 1 if faults or not paths else 0


sys.exit(main())
