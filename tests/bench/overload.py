# SPDX-License-Identifier: Apache-2.0
"""More than a coordinator can do: more requests than it lets in, hosts of which some are dead."""

import time

from measurement import Measurement, percentile
from programs import Branches, Nginx, Wrk, free_ports, wait_until
from sender import Stream
from throughput import ratio, submit_rate

FLOOD_CONNECTIONS = 1250  # 32 requests each (load.lua): twice the 20,000 events that a coordinator lets wait
SAMPLERS, SAMPLE_PAUSE = 4, 0.02
BACKLOG_MAX = 120.0  # seconds


def flood(bench) -> Measurement:
    """Finished/s while twice as many requests wait as are let in, divided by finished/s over 64 connections."""
    sampled = Measurement()
    rates = {"flood": lambda: _flood_rate(bench, sampled), "alone": lambda: submit_rate(bench, bench.empty_store())}
    measured = ratio(bench, "flood", "alone", lambda name: rates[name](), {"flood": "the flood", "alone": "64 connections"})
    measured.p50, measured.p99, measured.rss_mb, measured.errors = sampled.p50, sampled.p99, sampled.rss_mb, sampled.errors
    measured.notes += sampled.notes
    return measured


def _flood_rate(bench, sampled: Measurement) -> float:
    """Accepted requests are seen by a few senders that send one at a time: wrk tells no accepted ones from refused ones."""
    with Nginx(bench.folder) as branch, bench.coordinator() as coordinator, \
            Stream(coordinator.port, [branch.url()], SAMPLERS, SAMPLE_PAUSE) as sample:
        with Wrk(coordinator.url, FLOOD_CONNECTIONS, bench.ratio_seconds, "flood", branch.url()) as wrk:
            result = wrk.result()
        finished = coordinator.entered("succeed")
        sample.stop()
        sampled.rss_mb.append(coordinator.memory_mb("VmHWM"))
        _note_flood(sampled, result, sample)
        _wait_for_backlog(coordinator, sampled)
    return finished / result["seconds"]


def _note_flood(sampled: Measurement, result: dict, sample: Stream) -> None:
    latencies = list(sample.acknowledged.values())
    sampled.p50.append(percentile(latencies, 50))
    sampled.p99.append(percentile(latencies, 99))
    sampled.errors += result["broken"]
    asked, refused = result["requests"], result["refused"]
    sampled.note(f"{asked / result['seconds']:.0f} requests/s, {100 * refused / max(asked, 1):.0f} % of them refused; "
                 f"of {len(latencies) + sample.refused} samples {sample.refused} were refused")


def _wait_for_backlog(coordinator, sampled: Measurement) -> None:
    left, began = coordinator.left(), time.monotonic()
    wait_until(lambda: coordinator.left() == 0, BACKLOG_MAX, "what the flood left", every=0.1)
    sampled.note(f"{left} messages were unfinished at its end, {time.monotonic() - began:.1f} s later none")


def hosts(bench, healthy: int, dead: int) -> Measurement:
    """Finished/s over many healthy hosts beside dead ones divided by finished/s over one host. Half of the dead refuse
    connections, the other half accept and never answer; messages for them come all along."""
    beside = Measurement()
    rates = {"many": lambda: _many_hosts_rate(bench, healthy, dead, beside),
             "one": lambda: submit_rate(bench, bench.empty_store())}
    measured = ratio(bench, "many", "one", lambda name: rates[name](), {"many": f"{healthy + dead} hosts", "one": "one host"})
    measured.p50, measured.p99, measured.cpu, measured.notes = beside.p50, beside.p99, beside.cpu, measured.notes + beside.notes
    return measured


def _many_hosts_rate(bench, healthy: int, dead: int, beside: Measurement) -> float:
    ports = free_ports(healthy + dead // 2)
    refusing, listening = ports[:dead // 2], ports[dead // 2:]
    with bench.coordinator() as coordinator, Branches("hang", [0] * (dead - dead // 2)) as hanging, \
            Nginx(bench.folder, listening[0], further_ports=listening[1:]) as branch:
        urls = [f"http://127.0.0.1:{port}/in" for port in [*hanging.ports, *refusing]]
        with Stream(coordinator.port, urls, SAMPLERS, SAMPLE_PAUSE) as stream:
            time.sleep(1)  # the dead ones are known by now
            rate = _rate_beside(bench, branch, coordinator, beside)
        beside.note(f"{len(stream.acknowledged)} messages for the dead hosts, {stream.refused} refused")
        coordinator.kill()  # draining would wait for the hosts that hang
    return rate


def _rate_beside(bench, branch, coordinator, beside: Measurement) -> float:
    before = coordinator.cpu_seconds()
    with Wrk(coordinator.url, 64, bench.ratio_seconds, "submit", branch.urls()) as wrk:
        result = wrk.result()
    beside.add_load(result, result["requests"])
    beside.add_cpu(before, coordinator.cpu_seconds(), result["requests"])
    return beside.values[-1]
