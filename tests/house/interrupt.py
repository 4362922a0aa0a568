#!/usr/bin/python3
"""A program that is stopped while it writes every draw leaves the old file whole, and nothing beside it: interrupt.py PROVENU"""

import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]


def is_writing(process):
    """Whether it has some file open that has no name, or a name aside."""
    try:
        opened = [path.readlink() for path in pathlib.Path(f"/proc/{process.pid}/fd").iterdir()]
    except OSError:
        return False
    return any("(deleted)" in str(path) or ".provenu-" in str(path) for path in opened)


def stopped_by(program, number, ending):
    with tempfile.TemporaryDirectory() as name:
        target = pathlib.Path(name) / f"draws.{ending}"
        target.write_text("old\n")
        command = [program, "simulate", ROOT / "cli/files/unsure.yaml", "--draws", "2000000", "--export", target]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 120
        while process.poll() is None and not is_writing(process) and time.monotonic() < until:
            time.sleep(0.01)
        if process.poll() is not None:
            return [f"{ending}: ended before it could be stopped"]
        process.send_signal(number)
        process.wait()
        left = sorted(path.name for path in target.parent.iterdir())
        faults = [] if target.read_text() == "old\n" else [f"{ending}, signal {number}: the old file is not whole"]
        return faults + ([] if left == [target.name] else [f"{ending}, signal {number}: left {', '.join(left)}"])


def main():
    faults = [fault for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL) for ending in ("csv", "json")
              for fault in stopped_by(sys.argv[1], number, ending)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
