"""The proposals and workbooks of these tests."""

import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIOS = {
    "tests/workbook/everything.yaml": ["--horizon", "12"],
    "tests/workbook/shared/proposal.yaml": ["--scenarios", "tests/workbook/shared/scenarios.yaml"],
    "examples/copenhagen/specialist-teams/proposal.yaml": ["--scenarios", "std/standard"],
    "examples/copenhagen/pathway-programme/proposal.yaml": ["--scenarios", "std/standard"],
    "examples/holbaek/housing-plans/proposal.yaml": ["--scenarios", "examples/holbaek/housing-plans/scenarios.yaml"],
    "examples/frederiksberg/social-referral/proposal.yaml": ["--scenarios", "examples/frederiksberg/social-referral/scenarios.yaml"],
    "examples/frederiksberg/vulnerable-adults/act-team.yaml": ["--scenarios", "examples/frederiksberg/vulnerable-adults/scenarios.yaml"],
}


def examples():
    """Every proposal among the examples, and the ones made for these tests."""
    found = sorted((ROOT / "examples").rglob("*.yaml")) + sorted((ROOT / "tests/workbook").rglob("*.yaml"))
    return [path for path in found if "kind: proposal" in path.read_text(encoding="utf-8")]


def endless(path):
    """A proposal whose formulas are longer than a cell takes, of inputs with long names."""
    count = 150
    names = [f"en_forudsætning_med_et_navn_der_er_så_langt_at_celler_ikke_kan_rumme_ret_mange_af_dem_{i}" for i in range(count)]
    inputs = "".join(f"  {name}: 1,{i % 9 + 1}\n" for i, name in enumerate(names))
    path.write_text("kind: proposal\nformat: 1\nid: endless\ntitle: Endless\nyears: 2026..2028\nprice_level: 2026\n"
                    f"inputs:\n{inputs}recurring:\n"
                    f"  - {{id: sum, saving: {' + '.join(names)}}}\n"
                    f"  - {{id: product, saving: {' * '.join(names[:60])}}}\n"
                    f"  - {{id: most, cost: 'max({'; '.join(names)})'}}\n", encoding="utf-8")
    return path


def provenu(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise RuntimeError(f"provenu {' '.join(map(str, arguments))}: {done.stderr}")
    return done.stdout


def make(program, proposal, path, *options):
    """A workbook of a proposal, under the scenarios that the example has."""
    relative = proposal.relative_to(ROOT).as_posix() if proposal.is_relative_to(ROOT) else str(proposal)
    provenu(program, "report", proposal, "-o", path, *SCENARIOS.get(relative, []), *options)
    return path
