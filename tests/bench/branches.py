#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Branch services that misbehave.

branches.py hang PORT…    services on these ports (0: a free one) that accept, read and never answer
Prints the ports on one line when ready; runs until it is told to end.
"""

import asyncio
import signal
import sys


async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while await reader.read(65536):
            pass
    except ConnectionError:
        pass
    finally:
        writer.close()


BEHAVIOURS = {"hang": hang}


async def serve(behaviour, ports: list) -> None:
    servers = [await asyncio.start_server(behaviour, "127.0.0.1", port, backlog=4096) for port in ports]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve(BEHAVIOURS[sys.argv[1]], [int(port) for port in sys.argv[2:]]))
