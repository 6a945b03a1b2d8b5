"""A SAMP client by astropy that does what it is told: one JSON request a line on standard input, one answer a line.

{"call": [NAME, MTYPE, {PARAMS}]}          calls a client by its name and waits for the reply
{"notify": [NAME, MTYPE, {PARAMS}]}        tells a client something
{"burst": [NAME, MTYPE, [{PARAMS}, ...]]}  calls without waiting in between, then waits for all replies
{"clients": null}                          names of the others
{"received": [MTYPE, SECONDS]}             the next message of an MType that came to us, or null
"""

import json
import queue
import sys
import threading
import time

from astropy.samp import SAMPIntegratedClient

MTYPES = ("table.highlight.row", "coord.pointAt.sky", "image.load.fits", "table.load.votable")

client = SAMPIntegratedClient(
    name="astropy peer", description="a test's peer", metadata={"author.name": "a test"}, addr="127.0.0.1")
received = {mtype: queue.Queue() for mtype in MTYPES}
replies = {}
complete = threading.Condition()


def answer(value):
    print(json.dumps(value), flush=True)


def named(name):
    found = [c for c in client.get_registered_clients() if client.get_metadata(c).get("samp.name") == name]
    if not found:
        raise LookupError("no client " + name)
    return found[-1]


def on_call(private_key, sender, msg_id, mtype, params, extra):
    received[mtype].put(params)
    client.reply(msg_id, {"samp.status": "samp.ok", "samp.result": {}})


def on_notification(private_key, sender, mtype, params, extra):
    received[mtype].put(params)


def on_reply(private_key, sender, tag, response):
    with complete:
        replies[tag] = response
        complete.notify_all()


def burst(name, mtype, messages):
    target = named(name)
    tags = ["burst-%d" % i for i in range(len(messages))]
    begin = time.time()
    for tag, params in zip(tags, messages):
        client.bind_receive_response(tag, on_reply)
        client.call(target, tag, {"samp.mtype": mtype, "samp.params": params})
    with complete:
        complete.wait_for(lambda: all(t in replies for t in tags), timeout=60)
        return {"seconds": time.time() - begin, "replies": [replies.pop(t, None) for t in tags]}


def handle(request):
    (verb, given), = request.items()
    if verb == "call":
        name, mtype, params = given
        begin = time.time()
        reply = client.call_and_wait(named(name), {"samp.mtype": mtype, "samp.params": params}, "60")
        return dict(reply, seconds=time.time() - begin)
    if verb == "notify":
        name, mtype, params = given
        client.notify(named(name), {"samp.mtype": mtype, "samp.params": params})
        return {}
    if verb == "burst":
        return burst(*given)
    if verb == "clients":
        return [client.get_metadata(c).get("samp.name", c) for c in client.get_registered_clients()]
    if verb == "received":
        mtype, seconds = given
        try:
            return received[mtype].get(timeout=seconds)
        except queue.Empty:
            return None
    raise ValueError("unknown request " + verb)


client.connect()
for mtype in MTYPES:
    client.bind_receive_call(mtype, on_call)
    client.bind_receive_notification(mtype, on_notification)
answer({"ready": True})
try:
    for line in sys.stdin:
        try:
            answer(handle(json.loads(line)))
        except Exception as e:  # the test must learn of whatever goes wrong here
            answer({"fault": "%s: %s" % (type(e).__name__, e)})
finally:
    client.disconnect()
