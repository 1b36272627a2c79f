# SPDX-License-Identifier: Apache-2.0
"""What the steps of one message cost by themselves: bench_micro for parsing, deciding and encoding, bench_store for writing."""

import json
import os
import re
import subprocess

from programs import BenchError

PROGRAM_MAX = 600.0  # seconds
LINE = re.compile(r"^ *(?P<step>.*?) +(?P<value>[0-9.]+) (?P<unit>ns|us a message)\b")


def run(bench, json_file) -> int:
    """Prints what the programs say; writes steps, values and units to the file, if one is given."""
    steps = _steps(bench, "bench_micro") + _steps(bench, "bench_store", "batches", bench.claims_place())
    if json_file:
        json_file.write_text(json.dumps({"store": bench.store, "steps": steps}, indent=1), encoding="utf-8")
    return 0


def _steps(bench, name: str, *arguments: str) -> list:
    program = bench.checkbackd.with_name(name)
    if not program.exists():
        raise BenchError(f"{name} is not built")
    output = subprocess.run([program, *arguments], stdout=subprocess.PIPE, text=True, timeout=PROGRAM_MAX, check=True,
                            env=dict(os.environ, QT_LOGGING_RULES="*.info=false")).stdout
    print(output, end="", flush=True)
    return _steps_in(output)


def _steps_in(output: str) -> list:
    """A line that is set in belongs to the one above it."""
    steps, above = [], ""
    for line in output.splitlines():
        match = LINE.match(line)
        if not match:
            continue
        above = above if line.startswith(" ") else match["step"]
        step = f"{above}, {match['step']}" if line.startswith(" ") else above
        steps.append({"step": step, "value": float(match["value"]), "unit": match["unit"]})
    return steps
