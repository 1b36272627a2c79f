#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a program on a private MariaDB: on-mysql.sh FOLDER CHECKBACKD PROGRAM [ARGUMENTS…]
#
# The server has its data, socket and log in FOLDER, listens on a free loopback port and ends with the program, also on
# Ctrl+C. PROGRAM is given --store, --bank-a and --bank-b with files of passwords, which only this user may read. The
# engine's user and the banks' user have the rights that they need and no others. FOLDER may be kept or thrown away.
set -euo pipefail
umask 077

mkdir -p "$1"
folder=$(cd "$1" && pwd)
checkbackd=$2
shift 2
PATH=$PATH:/usr/sbin
server=

say() { printf '== %s\n' "$*"; }

# $1: a port. Free: nobody answers there.
is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The port of the last time where it is free: settings of the console may name it.
choose_port() {
    port=$(cat "$folder/port" 2>/dev/null || echo 0)
    while [ "$port" -eq 0 ] || ! is_free "$port"; do
        port=$((20000 + RANDOM % 12000))
    done
    echo "$port" >"$folder/port"
}

install_server() {
    [ -d "$folder/data/mysql" ] && return
    say "making a MariaDB in $folder"
    # Only this user of the system is let in as administrator, by the socket.
    mariadb-install-db --no-defaults --datadir="$folder/data" --user="$(id -un)" --skip-test-db \
        --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" >"$folder/install.log" 2>&1 ||
        { cat "$folder/install.log" >&2; exit 1; }
}

administer() { mariadb --no-defaults --socket="$folder/socket" --user="$(id -un)" --batch --skip-column-names; }

start_server() {
    local waited=0
    mariadbd --no-defaults --user="$(id -un)" --datadir="$folder/data" --tmpdir="$folder" --socket="$folder/socket" \
        --pid-file="$folder/pid" --bind-address=127.0.0.1 --port="$port" --skip-log-bin \
        --innodb-buffer-pool-size=64M --max-allowed-packet=64M >"$folder/log" 2>&1 &
    server=$!
    until echo 'SELECT 1' | administer >/dev/null 2>&1; do
        waited=$((waited + 1))
        if [ "$waited" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
            tail -n 20 "$folder/log" >&2
            exit 1
        fi
        sleep 0.1
    done
}

stop_server() {
    [ -n "$server" ] || return 0
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=
}

password_of() { # a name; made at its first use
    [ -s "$folder/$1.password" ] || head -c 18 /dev/urandom | base64 | tr '+/' '-_' >"$folder/$1.password"
    head -n 1 "$folder/$1.password"
}

# By standard input: a password stands on no command line.
make_databases() {
    administer <<SQL
CREATE DATABASE IF NOT EXISTS checkback CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS bank_a CHARACTER SET utf8mb4;
CREATE DATABASE IF NOT EXISTS bank_b CHARACTER SET utf8mb4;
CREATE OR REPLACE USER checkback_engine@'127.0.0.1' IDENTIFIED BY '$(password_of engine)';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON checkback.* TO checkback_engine@'127.0.0.1';
CREATE OR REPLACE USER checkback_bank@'127.0.0.1' IDENTIFIED BY '$(password_of bank)';
GRANT SELECT, INSERT, UPDATE, CREATE ON bank_a.* TO checkback_bank@'127.0.0.1';
GRANT SELECT, INSERT, UPDATE, CREATE ON bank_b.* TO checkback_bank@'127.0.0.1';
SQL
}

# A bank makes its tables and first accounts when it starts; afterwards nobody needs the right to.
make_tables() { # database
    local bank line
    coproc BANK { exec "$checkbackd" bank --listen 127.0.0.1:0 --db "$(url_of bank "$1")" --db-password-file "$folder/bank.password" 2>"$folder/bank.log"; }
    bank=$BANK_PID
    if ! read -r -t 30 line <&"${BANK[0]}"; then
        cat "$folder/bank.log" >&2
        exit 1
    fi
    kill "$bank" && wait "$bank" 2>/dev/null || true
    administer <<<"REVOKE CREATE ON $1.* FROM checkback_bank@'127.0.0.1';"
}

url_of() { echo "mysql://checkback_$1@127.0.0.1:$port/$2"; } # user, database

# Runs the program and hands on a request to end; the server outlives it, so that it may end in order.
run_program() {
    local code=0 program
    "$@" --store "$(url_of engine checkback)" --store-password-file "$folder/engine.password" \
        --bank-a "$(url_of bank bank_a)" --bank-b "$(url_of bank bank_b)" --db-password-file "$folder/bank.password" &
    program=$!
    trap 'kill "$program" 2>/dev/null || true' INT TERM
    wait "$program" || code=$?
    while kill -0 "$program" 2>/dev/null; do # a signal ended the wait
        code=0
        wait "$program" || code=$?
    done
    return "$code"
}

trap stop_server EXIT
trap 'exit 130' INT TERM
choose_port
install_server
start_server
make_databases
make_tables bank_a
make_tables bank_b
say "MariaDB listens on 127.0.0.1:$port: the store in checkback, the banks in bank_a and bank_b"
run_program "$@"
