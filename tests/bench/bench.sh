#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures checkbackd serve with wrk as the load and nginx as the branch service, all on this machine and loopback.
# Usage: bench.sh CHECKBACKD [--quick | --flat]   quick: one short round; flat: 60 s of load, memory every 10 s
set -euo pipefail
checkbackd=$(readlink -f "$1")
mode=${2:-}
here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

rounds=3 seconds=10
[ "$mode" = --quick ] && rounds=1 seconds=5

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }

start_branch() {
    branch_port=$(free_port)
    cat >"$work/nginx.conf" <<CONF
daemon off; worker_processes 1; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000000; client_body_temp_path $work; proxy_temp_path $work;
  fastcgi_temp_path $work; uwsgi_temp_path $work; scgi_temp_path $work;
  server { listen 127.0.0.1:$branch_port; location / { default_type application/json; return 200 '{"dtm_result":"SUCCESS"}'; } } }
CONF
    nginx -c "$work/nginx.conf" -p "$work" &
    pids+=($!)
}

start_coordinator() {
    rm -f "$work"/store.db*
    QT_LOGGING_RULES='*.info=false' "$checkbackd" serve --listen 127.0.0.1:0 --store "sqlite:$work/store.db" >"$work/out" 2>"$work/err" &
    coordinator=$!
    pids+=("$coordinator")
    for _ in $(seq 200); do
        grep -q '^listening on' "$work/out" && break
        sleep 0.05
    done
    port=$(sed -n 's/^listening on .*:\([0-9]*\)$/\1/p' "$work/out")
}

stop_coordinator() {
    kill "$coordinator"
    wait "$coordinator" 2>/dev/null || true
}

cpu_ms() { awk '{ print ($14 + $15) * 10 }' "/proc/$1/stat"; }
rss_mb() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"; }
median() { sort -n | awk '{ v[NR] = $1 } END { printf "%s\t%s\t%s", v[int((NR + 1) / 2)], v[1], v[NR] }'; }

# name, connections, script ("-" for none), path, messages a request
measure() {
    local name=$1 connections=$2 script=$3 path=$4 per_request=$5 rates=() p50=() p99=() cpu=() errors=0
    for _ in $(seq "$rounds"); do
        start_coordinator
        local before after line arguments=(-t1 "-c$connections" "-d${seconds}s" --timeout 20s)
        [ "$script" = - ] && script_arguments=(-s "$here/plain.lua") || script_arguments=(-s "$here/$script")
        before=$(cpu_ms "$coordinator")
        line=$(wrk "${arguments[@]}" "${script_arguments[@]}" "http://127.0.0.1:$port$path" -- "http://127.0.0.1:$branch_port/in" | grep '^RESULT')
        after=$(cpu_ms "$coordinator")
        rss=$(rss_mb "$coordinator")
        stop_coordinator
        eval "$(sed 's/RESULT //' <<<"$line" | tr ' ' '\n' | sed 's/^/r_/')"
        rates+=("$(awk "BEGIN { printf \"%.0f\", $r_requests * $per_request / $r_seconds }")")
        p50+=("$r_p50_ms") p99+=("$r_p99_ms")
        cpu+=("$(awk "BEGIN { printf \"%.1f\", ($after - $before) * 1000 / ($r_requests * $per_request) }")")
        errors=$((errors + r_errors))
    done
    printf '%-34s %s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$(printf '%s\n' "${rates[@]}" | median)" \
        "$(printf '%s\n' "${p50[@]}" | median | cut -f1)" "$(printf '%s\n' "${p99[@]}" | median | cut -f1)" \
        "$(printf '%s\n' "${cpu[@]}" | median | cut -f1)" "$rss" "$errors"
}

flat_memory() {
    start_coordinator
    wrk -t1 -c64 -d60s --timeout 20s -s "$here/submit.lua" "http://127.0.0.1:$port" -- "http://127.0.0.1:$branch_port/in" >"$work/wrk" &
    local load=$!
    pids+=("$load")
    for second in 10 20 30 40 50 59; do
        sleep "$((second == 59 ? 9 : 10))"
        printf 'after %s s: %s MB, threads %s, sockets %s\n' "$second" "$(rss_mb "$coordinator")" \
            "$(ls "/proc/$coordinator/task" | wc -l)" "$(ls -l "/proc/$coordinator/fd" | grep -c socket)"
    done
    wait "$load"
    grep '^RESULT' "$work/wrk"
    stop_coordinator
}

start_to_listening() {
    for _ in 1 2 3 4 5; do
        rm -f "$work"/store.db*
        python3 - "$checkbackd" "$work/store.db" <<'PY'
import subprocess, sys, time
began = time.monotonic()
p = subprocess.Popen([sys.argv[1], "serve", "--listen", "127.0.0.1:0", "--store", "sqlite:" + sys.argv[2]],
                     stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
p.stdout.readline()
print("%.0f" % ((time.monotonic() - began) * 1000))
p.terminate()
p.wait()
PY
    done | median
}

fdatasync_rate() {
    python3 - "$work/sync" <<'PY'
import os, sys, time
f = os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY)
n, began = 0, time.monotonic()
while time.monotonic() - began < 2:
    os.pwrite(f, b"x" * 4096, (n % 1000) * 4096); os.fdatasync(f); n += 1
print("%.0f" % (n / 2))
PY
}

start_branch
if [ "$mode" = --flat ]; then
    flat_memory
    exit
fi
printf 'machine: %s cores, fdatasync of 4 KiB: %s/s\n' "$(nproc)" "$(fdatasync_rate)"
printf '%-34s %s\n' "work (SQLite)" "median/s	min	max	p50 ms	p99 ms	CPU us	RSS MB	errors"
measure "submit wait_result, 64 conn." 64 submit.lua / 1
measure "submit wait_result, 256 conn." 256 submit.lua / 1
measure "prepare + submit pairs, 64 conn." 64 pairs.lua / 0.5
measure "newGid, 64 conn." 64 - /api/dtmsvr/newGid 1
printf '%-34s %s\n' "start to listening, ms" "$(start_to_listening)"
