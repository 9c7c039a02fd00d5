"""A door before a server that can be shut, or that leads nowhere for a while."""

import asyncio
from collections.abc import Coroutine
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


class Proxy:
    def __init__(self, url: str) -> None:
        self._url = urlsplit(url)
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0

    def __enter__(self) -> "Proxy":
        self._thread.start()
        self._do(self._open())
        return self

    def __exit__(self, *_error: object) -> None:
        self._do(self._shut())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        """The server's, through this door."""
        account = self._url.netloc.rpartition("@")[0]
        return self._url._replace(netloc=f"{account}@127.0.0.1:{self._port}").geturl()

    def hang(self) -> None:
        self._do(self._let_flow(flowing=False))

    def flow(self) -> None:
        self._do(self._let_flow(flowing=True))

    def shut(self) -> None:
        self._do(self._shut())

    def open(self) -> None:
        self._do(self._open())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _open(self) -> None:
        self._flowing = asyncio.Event()
        self._flowing.set()
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _shut(self) -> None:
        self._server.close()
        self._flowing.set()
        for writer in list(self._writers):
            writer.close()
        while self._writers:
            await asyncio.sleep(0.01)

    async def _let_flow(self, *, flowing: bool) -> None:
        if flowing:
            self._flowing.set()
        else:
            self._flowing.clear()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up, down = await asyncio.open_connection(self._url.hostname, self._url.port)
        self._writers |= {writer, down}
        try:
            await asyncio.gather(self._pass_on(reader, down), self._pass_on(up, writer))
        finally:
            for each in (writer, down):
                each.close()
                self._writers.discard(each)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while some := await reader.read(65536):
                await self._flowing.wait()
                writer.write(some)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()
