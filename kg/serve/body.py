"""The body of a request, and what it says that it is."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request

from kg.serve.protocol import Refusal


def content_type(request: Request) -> str:
    """What the body is said to be, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def body_of(request: Request, largest: int) -> bytes:
    """The whole body; Refusal 413 as soon as it is larger than it may be, or says that it will be."""
    told = request.headers.get("content-length", "")
    found = bytearray()
    _check(int(told) if told.isdecimal() else 0, largest)
    try:
        async for chunk in request.stream():
            found += chunk
            _check(len(found), largest)
    except ClientDisconnect as error:
        raise Refusal(400, "the body broke off") from error
    return bytes(found)


def _check(size: int, largest: int) -> None:
    if size > largest:
        raise Refusal(413, f"the body is larger than {largest:,} bytes")
