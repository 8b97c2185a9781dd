"""A mail server on loopback that does what a test says: takes, refuses, hangs up, or is silent after the text."""

import socketserver
import threading
from contextlib import contextmanager


class _Gesprek(socketserver.StreamRequestHandler):
    def handle(self):
        bus = self.server
        self._zeg("220 proef")
        while regel := self.rfile.readline():
            woord = regel.decode().strip().upper()
            if woord.startswith(("EHLO", "HELO", "MAIL", "RSET", "NOOP")):
                self._zeg("250 goed")
            elif woord.startswith("RCPT"):
                self._zeg(bus.rcpt)
            elif woord == "DATA":
                self._zeg("354 ga door")
                if not self._tekst():
                    return
            elif woord == "QUIT":
                self._zeg("221 dag")
                return

    def _tekst(self) -> bool:
        """The text itself; False: the talk ends without an answer."""
        regels = []
        while (regel := self.rfile.readline()) not in (b".\r\n", b""):
            regels.append(regel)
        if self.server.data.startswith("250"):
            self.server.ontvangen.append(b"".join(regels))
        self.server.kwam_aan.set()
        self.server.wacht.wait(10)
        if self.server.ophangen:
            return False
        self._zeg(self.server.data)
        return True

    def _zeg(self, zin: str) -> None:
        self.wfile.write(f"{zin}\r\n".encode())


class Mailserver(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.ontvangen: list[bytes] = []
        self.rcpt, self.data, self.ophangen = "250 goed", "250 aangenomen", False
        self.kwam_aan, self.wacht = threading.Event(), threading.Event()
        self.wacht.set()

    def handle_error(self, request, client_address):
        """The other side was killed: that is what the test wanted."""


@contextmanager
def mailserver():
    with Mailserver() as server:
        draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        draad.start()
        try:
            yield server
        finally:
            server.wacht.set()
            server.shutdown()
            draad.join()
