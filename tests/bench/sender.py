# SPDX-License-Identifier: Apache-2.0
"""A client that knows which of its messages were acknowledged; for rates beyond some thousands a second there is wrk."""

import concurrent.futures
import http.client
import itertools
import json
import random
import threading
import time

PAYLOAD = '{"amount":30}'
SENDERS = 8


class Gids:
    """Unique and ordered by time. Any thread."""

    def __init__(self):
        self._prefix = f"p{int(time.time()):08x}{random.randrange(1 << 32):08x}-"
        self._numbers = itertools.count()

    def next(self) -> str:
        return f"{self._prefix}{next(self._numbers):09d}"


def submit_body(gid: str, url: str, **options) -> bytes:
    message = {"gid": gid, "trans_type": "msg", "steps": [{"action": url}], "payloads": [PAYLOAD], **options}
    return json.dumps(message).encode()


class Sender:
    """One keep-alive connection. post() gives the status; None when the connection broke or could not be made."""

    def __init__(self, port: int):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def post(self, body: bytes, operation: str = "submit"):
        try:
            self._connection.request("POST", f"/api/dtmsvr/{operation}", body, {"Content-Type": "application/json"})
            answer = self._connection.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return None

    def close(self) -> None:
        self._connection.close()


def submit_all(port: int, urls: list, **options) -> int:
    """Submits one message a URL over a few connections. Gives how many were not acknowledged."""
    gids, local = Gids(), threading.local()

    def submit(url: str):
        if not hasattr(local, "sender"):
            local.sender = Sender(port)
        return local.sender.post(submit_body(gids.next(), url, **options))

    with concurrent.futures.ThreadPoolExecutor(SENDERS) as pool:
        return sum(status != 200 for status in pool.map(submit, urls))


class Stream:
    """Submits without an end until stop(), each sender a message at a time; `pause` seconds lie between two of them.

    acknowledged: the gids that were answered 200, each with its latency in ms.
    """

    def __init__(self, port: int, urls: list, senders: int = SENDERS, pause: float = 0.0, **options):
        self.acknowledged = {}
        self.refused = 0
        self._gids, self._urls, self._options = Gids(), itertools.cycle(urls), options
        self._port, self._pause = port, pause
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._run) for _ in range(senders)]
        for thread in self._threads:
            thread.start()

    def _run(self) -> None:
        sender = Sender(self._port)
        while not self._stopping.wait(self._pause):
            self._submit(sender)
        sender.close()

    def _submit(self, sender: Sender) -> None:
        gid, began = self._gids.next(), time.monotonic()
        status = sender.post(submit_body(gid, next(self._urls), **self._options))
        if status == 200:
            self.acknowledged[gid] = (time.monotonic() - began) * 1000
            return
        self.refused += 1
        if status is None:  # the coordinator is being started again
            self._stopping.wait(0.01)

    def stop(self) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
