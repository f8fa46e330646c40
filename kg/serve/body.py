"""The body of a request, and what it says that it is."""

from __future__ import annotations

from starlette.requests import Request

from kg.serve.protocol import Refusal


def content_type(request: Request) -> str:
    """What the body is said to be, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def body_of(request: Request, largest: int) -> bytes:
    """The whole body; Refusal 413 as soon as it is larger than it may be."""
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > largest:
            raise Refusal(413, f"the body is larger than {largest:,} bytes")
    return bytes(found)
