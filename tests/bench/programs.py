# SPDX-License-Identifier: Apache-2.0
"""The programs that a measurement starts: coordinator, nginx, wrk. Loopback and free ports only; each is stopped by its pid."""

import atexit
import contextlib
import json
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
START_MAX = 30.0  # seconds until a program must be ready
STOP_MAX = 10.0
PORTS = range(10_000, 32_000)  # below those of outgoing connections
TICK = 1.0 / os.sysconf("SC_CLK_TCK")


class BenchError(Exception):
    """What was to be measured could not be: the row says why, the others go on."""


def free_port() -> int:
    return free_ports(1)[0]


def free_ports(count: int) -> list:
    """So many different ones, none of which the system gives to a connection that somebody makes."""
    ports, candidates = [], random.sample(PORTS, len(PORTS))
    while len(ports) < count:
        if not candidates:
            raise BenchError(f"{count} free ports: there are none")
        if _is_free(candidates[-1]):
            ports.append(candidates[-1])
        candidates.pop()
    return ports


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def wait_until(ready, seconds: float, what: str, every: float = 0.02) -> None:
    """Returns when ready() is true; BenchError after the given time."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise BenchError(f"{what}: not within {seconds:.0f} s")
        time.sleep(every)


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Program:
    """A child process. stop() asks it to end, kill() makes it."""

    def __init__(self, arguments, **popen):
        self.process = subprocess.Popen([str(argument) for argument in arguments], **popen)
        atexit.register(self.kill)  # whatever happens in a row, nothing outlives the bench

    @property
    def pid(self) -> int:
        return self.process.pid

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(STOP_MAX)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Coordinator(Program):
    """checkbackd serve. Ready when made; `started_in` is how long that took, in seconds."""

    def __init__(self, checkbackd, store: str, errors: pathlib.Path, port: int = 0, options=()):
        environment = dict(os.environ, QT_LOGGING_RULES="*.info=false")
        began = time.monotonic()
        with open(errors, "ab") as log:
            super().__init__([checkbackd, "serve", "--listen", f"127.0.0.1:{port}", "--store", store, *options],
                             stdout=subprocess.PIPE, stderr=log, env=environment)
        self.port = self._read_port(errors)
        self.started_in = time.monotonic() - began

    def _read_port(self, errors: pathlib.Path) -> int:
        watchdog = threading.Timer(START_MAX, self.process.kill)  # ends the readline below
        watchdog.start()
        line = self.process.stdout.readline().decode()
        watchdog.cancel()
        if not line.startswith("listening on "):
            self.kill()
            said = errors.read_text(errors="replace").strip().splitlines()[-1:]
            raise BenchError(f"the coordinator did not start: {' '.join(said) or 'it said nothing'}")
        return int(line.rsplit(":", 1)[1])

    def stop(self) -> None:
        super().stop()
        self.process.stdout.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.url}/api/{path}", timeout=30) as answer:
            return answer.read()

    def rows(self, status: str):
        """All messages in this state, newest first, a page at a time."""
        position = ""
        while True:
            page = json.loads(self.get(f"dtmsvr/all?status={status}&limit=1000&position={position}"))
            yield from page["transactions"]
            position = page["next_position"]
            if not position:
                return

    def entered(self, state: str) -> int:
        """How many messages came into a state since the start of the process."""
        return self._metric(f'dtm_transaction_process_total{{model="msg",status="{state}"}} ')

    def pruned(self) -> int:
        """How many finished messages were removed since the start of the process."""
        return self._metric('checkback_pruned_total{model="msg"} ')

    def _metric(self, wanted: str) -> int:
        for line in self.get("metrics").decode().splitlines():
            if line.startswith(wanted):
                return int(float(line[len(wanted):]))
        return 0

    def left(self) -> int:
        """How many of the messages submitted since the start of the process are not finished yet."""
        return self.entered("submitted") - self.entered("succeed")

    def cpu_seconds(self) -> dict:
        """Processor time so far by thread name."""
        threads = {}
        for task in pathlib.Path(f"/proc/{self.pid}/task").iterdir():
            name, fields = _task_stat(task / "stat")
            threads[name] = threads.get(name, 0.0) + (int(fields[11]) + int(fields[12])) * TICK
        return threads

    def memory_mb(self, field: str = "VmRSS") -> float:
        """VmRSS: now; VmHWM: the most so far."""
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(field + ":"))
        return int(line.split()[1]) / 1024

    def thread_count(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/task"))

    def socket_count(self) -> int:
        count = 0
        for descriptor in pathlib.Path(f"/proc/{self.pid}/fd").iterdir():
            try:
                count += os.readlink(descriptor).startswith("socket:")
            except FileNotFoundError:  # closed since the folder was read
                pass
        return count


class Relay(Program):
    """bench_http that calls `url` for each request, answers when that is answered, and decides and keeps nothing."""

    def __init__(self, bench_http: pathlib.Path, url: str):
        if not bench_http.exists():
            raise BenchError("bench_http is not built")
        super().__init__([bench_http, "relay", 0, url], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        line = self.process.stdout.readline().decode()
        if not line.startswith("listening on "):
            raise BenchError("the relay did not start")
        self.url = f"http://127.0.0.1:{int(line.rsplit(':', 1)[1])}"

    def stop(self) -> None:
        super().stop()
        self.process.stdout.close()


def process_cpu_seconds(pid: int) -> float:
    _, fields = _task_stat(pathlib.Path(f"/proc/{pid}/stat"))
    return (int(fields[11]) + int(fields[12])) * TICK


def _task_stat(path: pathlib.Path):
    """Name of a thread or process and the fields of its stat line behind the name (the first is its state)."""
    before, _, after = path.read_text().rpartition(")")
    return before.partition("(")[2], after.split()


class Nginx(Program):
    """A branch service that is never the bottleneck: /in succeeds, /ongoing asks for patience, /fails is broken.

    With calls_log each call is a line "EPOCH_SECONDS GID PATH" in it, written within a second. further_ports: more that it
    listens on, each a host to the coordinator.
    """

    def __init__(self, folder: pathlib.Path, port: int = 0, calls_log: pathlib.Path = None, further_ports=()):
        self.port = port or free_port()
        self.further_ports = list(further_ports)
        self.calls_log = calls_log
        log = f"access_log {calls_log} calls buffer=64k flush=500ms" if calls_log else "access_log off"
        listen = " ".join(f"listen 127.0.0.1:{each} backlog=4096;" for each in [self.port, *self.further_ports])
        configuration = folder / f"nginx-{self.port}.conf"
        configuration.write_text(f"""
daemon off; master_process off; worker_processes 1; worker_rlimit_nofile 8192;
pid {folder}/nginx-{self.port}.pid; error_log {folder}/nginx.log;
events {{ worker_connections 4096; }}
http {{
  log_format calls '$msec $arg_gid $uri'; {log};
  keepalive_requests 100000000; default_type application/json;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{
    {listen}
    location /in {{ return 200 '{{"dtm_result":"SUCCESS"}}'; }}
    location /ongoing {{ return 200 '{{"dtm_result":"ONGOING"}}'; }}
    location /fails {{ return 500; }}
  }}
}}
""")
        super().__init__(["nginx", "-e", folder / "nginx.log", "-c", configuration, "-p", folder])
        wait_until(lambda: is_listening(self.port), START_MAX, "nginx")

    def url(self, path: str = "/in") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def urls(self) -> str:
        """Of all its hosts, with commas between them."""
        return ",".join(f"http://127.0.0.1:{port}/in" for port in [self.port, *self.further_ports])

    def calls(self):
        """(epoch seconds, gid, path) of each call; stop nginx before, it writes late."""
        for line in self.calls_log.read_text().splitlines():
            when, gid, path = line.split()
            yield float(when), gid, path


class Branches(Program):
    """The branch services of branches.py, in a process of their own: `kind` on these ports, 0 for a free one."""

    def __init__(self, kind: str, ports: list):
        super().__init__([sys.executable, HERE / "branches.py", kind, *ports], stdout=subprocess.PIPE)
        self.ports = [int(port) for port in self.process.stdout.readline().split()]
        if len(self.ports) != len(ports):
            raise BenchError(f"the branch services ({kind}) did not start")

    def stop(self) -> None:
        super().stop()
        self.process.stdout.close()


class Wrk(Program):
    """Load under way; result() waits for its end."""

    def __init__(self, url: str, connections: int, seconds: float, *arguments: str):
        self.seconds = seconds
        super().__init__(["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "20s", "-s", HERE / "load.lua",
                          url, "--", *arguments], stdout=subprocess.PIPE)

    def result(self) -> dict:
        """requests, refused, broken, seconds; p50, p99, max in ms."""
        try:
            output, _ = self.process.communicate(timeout=self.seconds + 60)
        except subprocess.TimeoutExpired:
            self.kill()
            raise BenchError("wrk did not end") from None
        line = output.decode().strip().splitlines()[-1:]
        if not line or not line[0].startswith("{"):
            raise BenchError("wrk gave no result")
        return json.loads(line[0])
