# SPDX-License-Identifier: Apache-2.0
"""A MariaDB of the bench's own: data in its folder, a free port on loopback, ended with the bench.

As durable as the figures presume: each commit is on the disk before it is answered (innodb_flush_log_at_trx_commit=1, double
writes on), no binary log. Buffer pool and redo log are such that a million messages fit into memory, as on a server that is
meant for this; all else is as the server has it by default.
"""

import getpass
import os
import pathlib
import shutil
import subprocess

from programs import BenchError, Program, free_port, wait_until

INSTALL_MAX, READY_MAX, STOP_MAX = 120.0, 60.0, 60.0  # seconds
PLACES = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin"
DATABASE = "checkback_bench"


def _found(name: str) -> str:
    program = shutil.which(name, path=PLACES)
    if not program:
        raise BenchError(f"{name} is not installed: it comes with mariadb-server")
    return program


class MariaDb(Program):
    """Takes connections when made, of the user root without a password."""

    def __init__(self, folder: pathlib.Path):
        self._folder = folder / "mariadb"
        self._folder.mkdir()
        self.port = free_port()
        self._install()
        with open(self._folder / "log", "wb") as log:
            super().__init__([_found("mariadbd"), "--no-defaults", f"--user={getpass.getuser()}",
                              f"--datadir={self._folder / 'data'}", f"--tmpdir={self._folder}",
                              f"--socket={self._folder / 'socket'}", f"--pid-file={self._folder / 'pid'}",
                              "--bind-address=127.0.0.1", f"--port={self.port}", "--skip-log-bin", "--skip-name-resolve",
                              "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=1G",
                              "--innodb-log-file-size=1G", "--max-allowed-packet=64M"], stdout=log, stderr=log)
        wait_until(self._answers, READY_MAX, "MariaDB")

    @property
    def store(self) -> str:
        return f"mysql://root@127.0.0.1:{self.port}/{DATABASE}"

    def _install(self) -> None:
        done = subprocess.run([_found("mariadb-install-db"), "--no-defaults", f"--user={getpass.getuser()}",
                               f"--datadir={self._folder / 'data'}", f"--tmpdir={self._folder}", "--skip-test-db",
                               "--auth-root-authentication-method=normal"], capture_output=True, timeout=INSTALL_MAX)
        if done.returncode:
            raise BenchError(f"mariadb-install-db: {done.stderr.decode(errors='replace').strip()}")

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            raise BenchError("MariaDB ended: " + (self._folder / "log").read_text(errors="replace").strip()[-300:])
        return subprocess.run([_found("mariadb"), "--no-defaults", "--user=root", "--host=127.0.0.1", f"--port={self.port}",
                               "--execute=SELECT 1"], capture_output=True, timeout=READY_MAX).returncode == 0
