# SPDX-License-Identifier: Apache-2.0
"""Bounds: memory, an oversized body, the time to start, the cost of a claim."""

import re
import socket
import subprocess
import time

from measurement import Measurement
from programs import BenchError, Nginx, Wrk

BODY = 400 << 20
CHUNK = b"x" * 65536
STARTS = 5
CLAIMS_MAX = 600.0  # seconds


def memory_idle(bench) -> Measurement:
    """MB in memory a second after the start."""
    measured = Measurement()
    with bench.coordinator() as coordinator:
        time.sleep(1)
        measured.values.append(coordinator.memory_mb())
    return measured


def memory_loaded(bench) -> Measurement:
    """The most MB in memory under load over 256 connections."""
    measured = Measurement()
    with Nginx(bench.folder) as branch, bench.coordinator() as coordinator:
        with Wrk(coordinator.url, 256, bench.seconds, "submit", branch.url()) as wrk:
            measured.errors = wrk.result()["refused"]
        measured.values.append(coordinator.memory_mb("VmHWM"))
    return measured


def big_body(bench) -> Measurement:
    """The most MB in memory while somebody sends a body of 400 MiB, with its length told before and without."""
    measured = Measurement()
    for framing in (f"Content-Length: {BODY}", "Transfer-Encoding: chunked"):
        with bench.coordinator() as coordinator:
            sent, answer = _send_body(coordinator.port, framing)
            measured.values.append(coordinator.memory_mb("VmHWM"))
            measured.errors += not answer.startswith("HTTP/1.1 413")
            measured.note(f"{framing.split(':')[0]}: {answer or 'no answer'} after {sent >> 20} MiB")
    return measured


def _send_body(port: int, framing: str):
    """How many bytes went out until the server had enough, and its status line."""
    chunked = "chunked" in framing
    piece = b"%x\r\n%s\r\n" % (len(CHUNK), CHUNK) if chunked else CHUNK
    head = f"POST /api/dtmsvr/submit HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{framing}\r\n\r\n"
    sent = 0
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        try:
            client.sendall(head.encode())
            while sent < BODY:
                client.sendall(piece)
                sent += len(CHUNK)
        except OSError:
            pass  # closed: that is one way to refuse
        return sent, _status_line(client)


def _status_line(client) -> str:
    try:
        return client.recv(4096).decode(errors="replace").partition("\r\n")[0]
    except OSError:
        return ""


def start(bench) -> Measurement:
    """Milliseconds from the start of the process until it listens, on a store that is there."""
    measured, store = Measurement(), bench.empty_store()
    with bench.coordinator_on(store) as first:
        measured.note(f"the first one, which makes the tables: {first.started_in * 1000:.0f} ms")
    for _ in range(STARTS):
        with bench.coordinator_on(store) as coordinator:
            measured.values.append(coordinator.started_in * 1000)
    return measured


def claims(bench, rows: int) -> Measurement:
    """Milliseconds to find a hundred due messages among so many, in the store alone (bench_store)."""
    program = bench.checkbackd.with_name("bench_store")
    if not program.exists():
        raise BenchError("bench_store is not built")
    output = subprocess.run([program, "claims", bench.claims_place(), str(rows)], capture_output=True, text=True,
                            timeout=CLAIMS_MAX, check=True).stdout
    found, taken = (_milliseconds(output, name) for name in ("due(), 100 of them", "100 of them claimed and committed"))
    measured = Measurement(values=[found])
    measured.note(f"found, taken and committed: {taken} ms")
    return measured


def _milliseconds(output: str, name: str) -> float:
    line = re.search(re.escape(name) + r" +([0-9.]+) ms", output)
    if not line:
        raise BenchError(f"bench_store gave no line {name}")
    return float(line.group(1))


def flat(bench) -> None:
    """A minute of load: memory, threads and sockets every ten seconds, to see that nothing grows."""
    with Nginx(bench.folder) as branch, bench.coordinator() as coordinator, \
            Wrk(coordinator.url, 64, 60, "submit", branch.url()) as wrk:
        for second in range(10, 61, 10):
            time.sleep(10 if second < 60 else 9.5)  # the last look while the load is still there
            print(f"after {second} s: {coordinator.memory_mb():.1f} MB, {coordinator.thread_count()} threads, "
                  f"{coordinator.socket_count()} sockets", flush=True)
        result = wrk.result()
        print(f"{result['requests'] / result['seconds']:.0f} finished/s, p99 {result['p99']:.1f} ms, "
              f"{result['refused'] + result['broken']} errors")
