#!/usr/bin/python3
"""Includes point downwards only: which module may see which, and which library only one place may see."""

import pathlib
import re
import sys

# Lowest first. A module may include itself and what stands here; nothing else.
MAY_SEE = {
    "processor": [],
    "diag": [],
    "quantity": ["diag"],
    "wording": ["diag", "quantity"],
    "formula": ["diag", "quantity", "wording"],
    "model": ["diag", "quantity", "wording", "formula"],
    "tables": ["diag", "quantity", "wording"],
    "input": ["diag", "quantity", "wording", "formula", "model", "tables"],
    "compile": ["diag", "quantity", "wording", "formula", "model"],
    "evaluate": ["processor", "diag", "quantity", "formula"],
    "chance": ["processor", "diag", "quantity"],
    "whatif": ["diag", "quantity", "formula", "model", "compile", "evaluate"],
    "drivers": ["diag", "quantity", "formula", "model", "evaluate"],
    "risk": ["processor", "diag", "quantity", "formula", "model", "compile", "evaluate", "chance", "whatif"],
    "audit": ["diag", "quantity", "formula", "model", "compile", "evaluate", "tables"],
    "portfolio": ["diag", "quantity", "formula", "model", "compile", "evaluate"],
    "report": [
        "diag", "quantity", "wording", "formula", "model", "compile", "evaluate", "chance", "whatif", "drivers", "risk",
        "tables", "audit", "portfolio",
    ],
    "output": ["diag", "quantity", "wording", "report"],
    "cli": [
        "diag", "quantity", "wording", "formula", "model", "input", "compile", "evaluate", "chance", "whatif",
        "drivers", "risk", "tables", "audit", "portfolio", "report", "output",
    ],
}

# Header of a library -> the files (as a pattern of paths) that may include it.
ONLY_IN = {
    r"yaml-cpp/|yaml\.h$": r"^engine/input/",
    r"nlohmann/": r"^engine/output/json[^/]*\.cpp$",
    r"CLI/": r"^engine/cli/parse\.cpp$",
    r"Eigen/": r"^(engine|include/provenu)/(evaluate|chance)/",
    r"xlsxwriter": r"^engine/output/workbook[^/]*\.cpp$",
    r"zip\.h$": r"^engine/(tables|output)/",
    r"pugixml": r"^engine/tables/",
    r"boost/": r"^engine/(chance|risk)/|^engine/report/workbook_about_sheet\.cpp$",
    r"iostream$": r"^$",  # its static initialisation is paid at every start
}

INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]', re.MULTILINE)


def sources(root):
    for top in ("include/provenu", "engine"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".cpp", ".hpp"):
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def file_of(include, modules):
    """The file of ours that an include names, if any."""
    if include.startswith("provenu/"):
        return "include/" + include
    return "engine/" + include if include.split("/")[0] in modules else None


def module_of(path):
    parts = path.split("/")
    return parts[2] if parts[0] == "include" else parts[1]


def faults_of(path, include):
    module, target = module_of(path), file_of(include, MAY_SEE)
    for library, allowed in ONLY_IN.items():
        if re.match(library, include) and not re.search(allowed, path):
            yield f"{path} includes <{include}>"
    if target is None:
        return
    other = module_of(target)
    if other != module and other not in MAY_SEE[module]:
        yield f"{path} includes {include}: {module} must not see {other}"
    if target.startswith("engine/") and (other != module or path.startswith("include/")):
        yield f"{path} includes {include}: a header private to {other}"


def cycle_in(graph):
    """A path of files that leads back to its start, or nothing."""
    done, open_path = set(), []

    def walk(node):
        if node in open_path:
            return open_path[open_path.index(node):] + [node]
        if node in done:
            return None
        open_path.append(node)
        for following in graph.get(node, []):
            if found := walk(following):
                return found
        open_path.pop()
        done.add(node)
        return None

    return next((found for node in graph if (found := walk(node))), None)


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    faults, graph = [], {}
    for path, text in sources(root):
        if module_of(path) not in MAY_SEE:
            faults.append(f"{path}: a module without a line in tests/house/layers.py")
            continue
        includes = INCLUDE.findall(text)
        graph[path] = [target for include in includes if (target := file_of(include, MAY_SEE))]
        faults += [fault for include in includes for fault in faults_of(path, include)]
    if cycle := cycle_in(graph):
        faults.append("a cycle: " + " -> ".join(cycle))
    faults += [f"engine/{module}/README.md is missing"
               for module in MAY_SEE if not (root / "engine" / module / "README.md").exists()]
    print("\n".join(faults) or f"{len(graph)} files, every include points downwards")
    return 1 if faults or not graph else 0


sys.exit(main())
