"""Commands and what they print, as a reader would see them in a terminal.

    $ provenu check school.yaml
    school.yaml:14:18: error P203: ...
    ? 1

A line that begins with `$ ` is a command for bash; lines behind it that begin with `> ` belong to it. Below stand standard output
and standard error as they came, and `? N` if the exit code was not 0. A line `...` stands for any number of lines.
"""

import dataclasses
import os
import re
import subprocess


@dataclasses.dataclass
class Step:
    command: str
    expected: list
    code: int
    printed: list = None
    ended: int = None

    def as_expected(self):
        return self.ended == self.code and matches(self.expected, self.printed)

    def expected_lines(self):
        return self.expected + ([f"? {self.code}"] if self.code else [])

    def printed_lines(self):
        return self.printed + ([f"? {self.ended}"] if self.ended else [])

    def new_lines(self):
        """Command and output as they are now; an expectation that holds keeps its `...`."""
        lines = self.command.split("\n")
        shown = self.expected_lines() if self.as_expected() else self.printed_lines()
        return ["$ " + lines[0]] + ["> " + line for line in lines[1:]] + shown


def matches(expected, printed):
    pattern = "\n".join("(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in expected)
    return re.fullmatch(pattern, "\n".join(printed)) is not None


def without_blank_end(lines):
    lines = list(lines)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def steps_of(lines):
    """Steps of a transcript; what stands before the first command is the reader's."""
    steps, block = [], None
    for line in lines:
        if line.startswith("$ "):
            block = [line[2:]]
            steps.append(block)
        elif block is not None:
            block.append(line)
    return [step_of(block) for block in steps]


def step_of(block):
    command, rest = [block[0]], block[1:]
    while rest and rest[0].startswith("> "):
        command.append(rest.pop(0)[2:])
    rest = without_blank_end(rest)
    code = 0
    if rest and (ending := re.fullmatch(r"\? (\d+)", rest[-1])):
        code, rest = int(ending[1]), rest[:-1]
    return Step("\n".join(command), without_blank_end(rest), code)


def environment(program, home):
    """Nothing of the user's own: no colours, no language, no settings."""
    path = os.pathsep.join([os.path.dirname(os.path.abspath(program)), "/usr/bin", "/bin"])
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return {**kept, "PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def carry_out(steps, program, folder):
    for step in steps:
        done = subprocess.run(["bash", "-c", step.command], cwd=folder, env=environment(program, folder), timeout=120,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        step.printed = without_blank_end(done.stdout.decode("utf-8", "replace").split("\n"))
        step.ended = done.returncode
