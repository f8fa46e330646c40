"""Who may come in: this machine's own programs and pages, and nobody through another web page.

A web page that somebody has open can send requests to local addresses. It cannot choose the Host that the browser
names, nor hide where it comes from; both are looked at before anything is answered.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("127.0.0.1", "localhost", "::1")
_KEPT_OUT = ("cross-site", "same-site")  # what browsers say of requests that other pages make
_HEADERS = {
    b"content-security-policy": b"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"x-frame-options": b"DENY",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cache-control": b"no-cache",
}


class Door:
    """Refuses requests of strangers with 403 or 421 and puts the safe headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] = LOCAL) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at a request, then pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(Headers(scope=scope))
        app = PlainTextResponse(f"{refusal[1]}\n", status_code=refusal[0]) if refusal else self._app
        await app(scope, receive, _with_headers(send))

    def _refusal(self, headers: Headers) -> tuple[int, str] | None:
        if _name(headers.get("host", "")) not in self._hosts:
            return 421, "this server does not answer under that name"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return 403, "requests from other web pages are not answered"
        is_link = headers.get("sec-fetch-mode") == "navigate"
        if headers.get("sec-fetch-site") in _KEPT_OUT and not is_link:
            return 403, "requests from other web pages are not answered"
        return None


def _name(host: str) -> str:
    """The name in a Host header, without its port; "" if it is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            message["headers"] = [
                *message["headers"],
                *((name, value) for name, value in _HEADERS.items() if name not in present),
            ]
        await send(message)

    return sending
