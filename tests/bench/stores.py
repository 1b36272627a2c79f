# SPDX-License-Identifier: Apache-2.0
"""Where the messages of a measurement are kept: an empty store for each, or one with many finished messages in it."""

import os
import pathlib
import re
import sqlite3
import subprocess

from programs import BenchError

CLIENT_MAX = 300.0  # seconds


class SqliteStores:
    """Files in the bench's own folder; the last one is removed when the next is asked for."""

    def __init__(self, folder: pathlib.Path):
        self._folder = folder
        self._filled = None

    def empty(self) -> str:
        return f"sqlite:{self._fresh(self._folder / 'store.db')}"

    def filled(self, kind: str, count: int, make_template) -> str:
        """A store with at least `count` copies of the message that make_template(store) makes; gids ordered or random.
        The one before it, with what came into it meanwhile, where it was filled alike."""
        path = self._folder / "filled.db"
        if self._filled != (kind, count, make_template):
            self._filled = (kind, count, make_template)
            self._fresh(path)
            make_template(f"sqlite:{path}")
            _copy_message(path, kind, count)
        return f"sqlite:{path}"

    def server_pid(self) -> int:
        return 0

    def for_claims(self) -> str:
        """Where bench_store may make its stores: a folder or the address of a database."""
        return str(self._folder / "claims")

    @staticmethod
    def _fresh(path: pathlib.Path) -> pathlib.Path:
        for file in path.parent.glob(path.name + "*"):
            file.unlink()
        return path


def _copy_message(path: pathlib.Path, kind: str, count: int) -> None:
    """Copies the one message there is as a row, with older ids and another gid: it knows no more of the schema."""
    gid = "CAST(lower(hex(randomblob(16))) AS BLOB)" if kind == "random" else "CAST(printf('a%031d', n) AS BLOB)"
    database = sqlite3.connect(path)
    columns = [row[1] for row in database.execute("PRAGMA table_info(message)")]
    values = {column: f"message.{column}" for column in columns} | {"id": f"message.id - {count} - 1 + n", "gid": gid}
    database.execute("PRAGMA cache_size = -400000")
    with database:
        database.execute(
            f"INSERT INTO message ({', '.join(columns)}) "
            f"WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < {count}) "
            f"SELECT {', '.join(values[column] for column in columns)} FROM counter, message "
            f"WHERE message.id = (SELECT max(id) FROM message)")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


class MysqlStores:
    """Databases that belong to the bench alone: dropped and made again for each measurement.

    The password, if there is one, is read by client and coordinator from the environment.
    """

    def __init__(self, url: str):
        parts = re.fullmatch(r"mysql://([^@/]+)@([^:/]+):(\d+)/(\w+_bench)", url)
        if not parts:
            raise BenchError("--store: give sqlite or mysql://USER@HOST:PORT/NAME_bench; that database will be dropped")
        self._server = url.rpartition("/")[0]
        self._user, self._host, self._port, self._database = parts.groups()
        self._filled = None

    def empty(self) -> str:
        return self._fresh(self._database)

    def filled(self, kind: str, count: int, make_template) -> str:
        database = self._database.replace("_bench", "_filled_bench")
        if self._filled != (kind, count, make_template):
            self._filled = (kind, count, make_template)
            make_template(self._fresh(database))
            self._copy_message(database, kind, count)
        return f"{self._server}/{database}"

    def for_claims(self) -> str:
        return self.empty()

    def server_pid(self) -> int:
        """Of a server on this machine; 0 when it is elsewhere."""
        file = pathlib.Path(self._execute("SELECT @@pid_file").strip())
        return int(file.read_text()) if self._host in ("127.0.0.1", "localhost") and file.exists() else 0

    def _fresh(self, database: str) -> str:
        self._execute(f"DROP DATABASE IF EXISTS {database}; CREATE DATABASE {database}")
        return f"{self._server}/{database}"

    def _copy_message(self, database: str, kind: str, count: int) -> None:
        columns = self._execute(f"SELECT column_name FROM information_schema.columns WHERE table_schema = '{database}' "
                                "AND table_name = 'message' ORDER BY ordinal_position").split()
        gid = "lower(hex(random_bytes(16)))" if kind == "random" else "concat('a', lpad(n.seq, 31, '0'))"
        values = {column: f"message.{column}" for column in columns} | {"id": f"message.id - {count} - 1 + n.seq", "gid": gid}
        self._execute(f"INSERT INTO {database}.message ({', '.join(columns)}) "
                      f"SELECT {', '.join(values[column] for column in columns)} "
                      f"FROM {database}.seq_1_to_{count} AS n, {database}.message AS message")

    def _execute(self, sql: str) -> str:
        environment = dict(os.environ, MYSQL_PWD=os.environ.get("CHECKBACK_STORE_PASSWORD", ""))
        done = subprocess.run(["mariadb", "-N", "-u", self._user, "-h", self._host, "-P", self._port, "-e", sql],
                              capture_output=True, text=True, timeout=CLIENT_MAX, env=environment)
        if done.returncode:
            raise BenchError(f"mariadb: {done.stderr.strip()}")
        return done.stdout


def stores_for(store: str, folder: pathlib.Path):
    return SqliteStores(folder) if store == "sqlite" else MysqlStores(store)
