"""A tiny scanner that speaks clamd's INSTREAM on loopback: it knows EICAR, and can be silent, slow or confused."""

import contextlib
import socketserver
import struct
import threading

# The harmless test file of eicar.org, in two parts so that no scanner takes this source for it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"


class _Gesprek(socketserver.StreamRequestHandler):
    def handle(self):
        server = self.server
        if server.stil:
            server.einde.wait(5)
            return
        assert self.rfile.read(10) == b"zINSTREAM\0"
        inhoud = b""
        while lengte := struct.unpack(">I", self.rfile.read(4))[0]:
            inhoud += self.rfile.read(lengte)
        server.gezien.append(inhoud)
        if server.zegt is not None:
            self.wfile.write(server.zegt)
        elif EICAR in inhoud:
            self.wfile.write(b"stream: Eicar-Signature FOUND\0")
        else:
            self.wfile.write(b"stream: OK\0")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


@contextlib.contextmanager
def clamd(*, stil: bool = False, zegt: bytes | None = None):
    """A running scanner; `.url` is its address, `.gezien` what it was given."""
    with _Server(("127.0.0.1", 0), _Gesprek) as server:
        server.stil, server.zegt, server.gezien, server.einde = stil, zegt, [], threading.Event()
        server.url = f"tcp://127.0.0.1:{server.server_address[1]}"
        draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        draad.start()
        try:
            yield server
        finally:
            server.einde.set()
            server.shutdown()
            draad.join(5)
