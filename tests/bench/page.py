#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the figures of two runs into the guide's page on speed, in both languages.

page.py SQLITE.json MARIADB.json    what `./dev bench --json` and `./dev bench --mariadb --json` have written

The tables stand between "[//]: # (figures)" and "[//]: # (end)", which no reader of the page sees.
"""

import json
import pathlib
import sys

GUIDE = pathlib.Path(__file__).resolve().parents[2] / "resources" / "guide"
BEGIN, END = "[//]: # (figures)", "[//]: # (end)"

# A row of the bench, or one of its further values, and what the page calls it.
LINES = [
    ("submit-64", "", "submit that waits for its result, 64 connections: finished a second", "等待结果的 submit，64 个连接：每秒完成"),
    ("submit-64", "p99", "99 of 100 of these are answered within", "其中 99 % 的回答时间不超过"),
    ("submit-256", "", "the same over 256 connections", "同上，256 个连接"),
    ("relay-64", "", "the most there is: a server that only calls and answers, 64 connections", "上限：只调用并回答的服务器，64 个连接"),
    ("relay-256", "", "the same over 256 connections", "同上，256 个连接"),
    ("pairs", "", "prepare + submit: pairs a second", "prepare + submit：每秒对数"),
    ("newgid", "", "newGid: requests a second", "newGid：每秒请求数"),
    ("drain-restart", "", "10,000 due messages when coordinator and branch service start: a second", "协调器与分支服务启动时有 10,000 条到期消息：每秒"),
    ("drain-reset", "", "10,000 messages made due by hand: a second", "手动使 10,000 条消息到期：每秒"),
    ("claim-100k", "", "finding 100 due messages among 100,000", "在 100,000 条到期消息中找出 100 条"),
    ("claim-1m", "", "the same among 1,000,000", "同上，1,000,000 条"),
    ("late-idle", "", "a retry comes after its due time by (99 of 100)", "重试晚于到期时间（99 %）"),
    ("late-loaded", "", "the same under full load", "同上，满负载时"),
    ("growth-100k", "", "rate with 100,000 messages stored ÷ with none", "存有 100,000 条消息时的速率 ÷ 空存储"),
    ("growth-ordered", "", "the same with 1,000,000, gids in order", "同上，1,000,000 条，gid 有序"),
    ("growth-random", "", "the same with 1,000,000, gids at random", "同上，1,000,000 条，gid 随机"),
    ("pruning", "", "rate while finished messages are removed ÷ while none are", "清除已完成消息时的速率 ÷ 不清除时"),
    ("waiting-1k", "", "rate beside 1,000 messages that wait ÷ beside none", "有 1,000 条消息等待时的速率 ÷ 没有时"),
    ("waiting-10k", "", "the same beside 10,000", "同上，10,000 条"),
    ("waiting-100k", "", "the same beside 100,000", "同上，100,000 条"),
    ("hosts-20", "", "rate over 18 hosts beside 2 dead ones ÷ over one host", "18 台主机旁有 2 台死机时的速率 ÷ 一台主机时"),
    ("hosts-200", "", "the same over 180 beside 20", "同上，180 台旁有 20 台"),
    ("overload", "", "rate while 40,000 requests wait ÷ while 64 do", "40,000 个请求等待时的速率 ÷ 64 个时"),
    ("dead-hosts", "", "a healthy message beside 12 hosts that never answer (99 of 100)", "旁有 12 台从不回答的主机时，一条正常消息（99 %）"),
    ("hanging-share", "", "healthy messages recovered while 100 of 1,100 hang: a second", "1,100 条中有 100 条挂起时恢复的正常消息：每秒"),
    ("kills", "", "after 6 kill −9 in 15 s of load all is healed within", "15 秒负载中 6 次 kill −9 之后全部恢复所需"),
    ("submit-64", "cpu", "processor time of the coordinator a message", "协调器每条消息的处理器时间"),
    ("server-cpu", "", "processor time of the database a message", "数据库每条消息的处理器时间"),
    ("memory-idle", "", "memory of an idle coordinator", "空闲协调器的内存"),
    ("memory-loaded", "", "memory under load over 256 connections", "256 个连接负载下的内存"),
    ("body-400m", "", "memory while a body of 400 MiB is refused", "拒绝 400 MiB 请求体时的内存"),
    ("start", "", "start to listening", "从启动到监听"),
]
UNITS = {"ms": " ms", "s": " s", "MB": " MB"}


def read(path: str):
    document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    return document, {row["row"]: row for row in document["rows"]}


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def with_spread(values: list, unit: str, brackets: str) -> str:
    ordered = sorted(values)
    middle = number(ordered[len(ordered) // 2])
    low, high = number(ordered[0]), number(ordered[-1])
    spread = "" if low == high else f"{brackets[0]}{low}–{high}{brackets[1]}"
    return f"{middle}{unit}{spread}"


def measured(row, part: str, brackets: str) -> str:
    """The median of a row, or of one of its further values, and how far the rounds lie apart."""
    if row is None:
        return "–"
    if part == "cpu":
        return with_spread([sum(threads.values()) for threads in row["cpu_us_by_thread"]], " µs", brackets)
    if part == "p99":
        return with_spread(row["p99_ms"], " ms", brackets)
    return with_spread(row["values"], UNITS.get(row["unit"], ""), brackets)


def wanted(row, part: str) -> str:
    if row is None or part == "cpu":
        return "–"
    target = row["p99_target"] if part == "p99" else row["target"]
    return "–" if target is None else number(target) + (" ms" if part == "p99" else UNITS.get(row["unit"], ""))


def table(sqlite: dict, mariadb: dict, language: int) -> str:
    head = [("what", "SQLite", "wanted", "MariaDB 10.11", "wanted"), ("项目", "SQLite", "目标", "MariaDB 10.11", "目标")][language]
    brackets = [(" (", ")"), ("（", "）")][language]
    lines = ["| " + " | ".join(head) + " |", "|---|---|---|---|---|"]
    for name, part, *labels in LINES:
        if name not in sqlite and name not in mariadb:
            continue  # a run of some rows only
        cells = [labels[language]]
        for rows in (sqlite, mariadb):
            cells += [measured(rows.get(name), part, brackets), wanted(rows.get(name), part)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write(path: pathlib.Path, text: str) -> None:
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        sys.exit(f"{path} has no place for the figures")
    path.write_text(f"{before}{BEGIN}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def main() -> int:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    (_, sqlite), (_, mariadb) = read(sys.argv[1]), read(sys.argv[2])
    for language, page in enumerate((GUIDE / "performance.md", GUIDE / "zh_CN" / "performance.md")):
        write(page, table(sqlite, mariadb, language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
