#!/usr/bin/python3
"""How quickly Volans does what another program asks by SAMP, beside TOPCAT. For bench/samp.

usage: samp.py COLOURS.vot BIG.vot REPEAT CLIENT...

For each client: the round trip of a ping; from a highlighted row to the reply (Volans: the SED is drawn); from a big table
sent to the first row that can be highlighted in it.
"""

import statistics
import sys
import time
import uuid
from pathlib import Path

from astropy.samp import SAMPHubError, SAMPIntegratedClient, SAMPProxyError


def main(colours, big, repeat, names):
    client = SAMPIntegratedClient(name="bench", description="a benchmark", addr="127.0.0.1")
    connect(client)
    try:
        for name in names:
            target = wait_for(client, name)
            table = send(client, target, colours)
            highlight(client, target, table, 0)
            ping = median(repeat, lambda i: call(client, target, "samp.app.ping", {}))
            row = median(repeat, lambda i: highlight(client, target, table, 1 + i % 20))
            begin = time.perf_counter()
            highlight(client, target, send(client, target, big), 100_000)
            usable = time.perf_counter() - begin
            print("%s\t%.1f\t%.1f\t%.2f" % (name, 1000 * ping, 1000 * row, usable), flush=True)
    finally:
        client.disconnect()


def connect(client):
    for _ in range(600):
        try:
            return client.connect()
        except SAMPHubError:
            time.sleep(0.1)
    raise SystemExit("no hub")


def wait_for(client, name):
    for _ in range(600):
        found = [c for c in client.get_registered_clients() if client.get_metadata(c).get("samp.name") == name]
        if found:
            return found[-1]
        time.sleep(0.1)
    raise SystemExit("no client " + name)


def call(client, target, mtype, params):
    reply = client.call_and_wait(target, {"samp.mtype": mtype, "samp.params": params}, "120")
    if reply["samp.status"] == "samp.error":
        raise RuntimeError(reply["samp.error"]["samp.errortxt"])
    return reply


def send(client, target, file):
    table = "bench-" + uuid.uuid4().hex
    url = Path(file).absolute().as_uri()
    call(client, target, "table.load.votable", {"url": url, "table-id": table, "name": Path(file).name})
    return table


def highlight(client, target, table, row):
    """TOPCAT answers that a table is loaded before it is: then the row is asked for until it is there."""
    deadline = time.perf_counter() + 120
    while True:
        try:
            return call(client, target, "table.highlight.row", {"table-id": table, "url": "", "row": str(row)})
        except (RuntimeError, SAMPProxyError):
            if time.perf_counter() > deadline:
                raise
            time.sleep(0.02)


def median(repeat, work):
    times = []
    for i in range(repeat):
        begin = time.perf_counter()
        work(i)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:])
