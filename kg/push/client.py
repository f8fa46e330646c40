"""Requests to one endpoint: within time limits, tried again when that may help, and sent to nobody else."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth

from kg import __version__
from kg.errors import PushError
from kg.push.target import is_private

logger = logging.getLogger(__name__)
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_MOST_BYTES = 1_000_000  # of an answer
_LONGEST_WAIT = 60.0
AUTHENTICATIONS = ("basic", "digest", "bearer")


@dataclass(frozen=True, slots=True)
class Access:
    """Who asks, and how it is proved. The secret is never shown."""

    user: str = ""
    secret: str = ""
    kind: str = ""  # one of AUTHENTICATIONS, or what the endpoint asks for

    def __post_init__(self) -> None:
        """Raise PushError if the name or the secret holds what no header can; the secret is not told."""
        is_token = self.kind == "bearer" or not self.user
        if not (self.user + self.secret).isprintable() or (is_token and not self.secret.isascii()):
            raise PushError("the name, password or token holds characters that cannot be sent. Check where it is kept.")

    def __repr__(self) -> str:
        return f"Access({self.user!r}, ..., {self.kind!r})"


@dataclass(frozen=True, slots=True)
class Manner:
    """How requests are made."""

    connect: float = 10.0  # seconds
    read: float = 300.0
    tries: int = 5
    pause: float = 1.0  # seconds before the second try; doubled for each further one
    proxy: str = ""
    authorities: str = ""  # a file of certificates, beside those that come with the program
    is_unencrypted: bool = False  # whether a secret may be sent where others can listen
    sleep: Callable[[float], None] = time.sleep


class _Bearer(AuthBase):
    """A token in the header of each request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Client:
    """A session with one endpoint. No proxy, password file or certificate of the environment is used."""

    def __init__(self, access: Access, manner: Manner) -> None:
        self._access, self._manner = access, manner
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["User-Agent"] = f"kg/{__version__}"
        self._session.verify = manner.authorities or True
        if manner.proxy:
            self._session.proxies = {"http": manner.proxy, "https": manner.proxy}
        self._has_answered = False
        self._kind = access.kind or ("bearer" if access.secret and not access.user else "")

    def send(self, method: str, address: str, body: bytes, content_type: str, accept: str = "*/*") -> bytes:
        """What the endpoint answers. PushError, in one line, if it does not or if it refuses."""
        headers = {"Content-Type": content_type, "Accept": accept}
        self._authenticate(address)
        for attempt in range(1, self._manner.tries + 1):
            fault, wait = "", 0.0
            try:
                response, content = self._answered(method, address, body, headers)
            except (requests.ConnectionError, requests.Timeout) as error:
                fault = _reason(error)
                if not (self._has_answered or isinstance(error, requests.Timeout)):
                    break  # nobody is there
            else:
                self._has_answered = True
                if response.status_code not in _AGAIN:
                    return _accepted(response, content)
                fault, wait = f"{response.status_code} {_words(content)}".strip(), _wished(response)
            if attempt < self._manner.tries:
                self._pause(address, fault, attempt, wait)
        raise PushError(f"{address}: {fault}. Tried {attempt} time{'' if attempt == 1 else 's'}; push again to go on.")

    def _pause(self, address: str, fault: str, attempt: int, wished: float) -> None:
        seconds = min(_LONGEST_WAIT, max(wished, self._manner.pause * 2 ** (attempt - 1)))
        logger.warning("%s: %s; trying again in %g s", address, fault, seconds)
        self._manner.sleep(seconds)

    def _answered(
        self, method: str, address: str, body: bytes, headers: dict[str, str]
    ) -> tuple[requests.Response, bytes]:
        """The answer to a request; if the endpoint wants to know who asks, to the request that says so."""
        response, content = self._once(method, address, body, headers)
        if response.status_code == 401 and self._is_challenged(response, address):
            return self._once(method, address, body, headers)
        return response, content

    def _once(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> tuple[requests.Response, bytes]:
        limits = (self._manner.connect, self._manner.read)
        try:
            with self._session.request(
                method, address, data=body, headers=headers, timeout=limits, allow_redirects=False, stream=True
            ) as response:
                return response, _content(response)
        except requests.exceptions.ChunkedEncodingError as error:  # cut off in the midst of the answer
            raise requests.ConnectionError(*error.args) from error
        except requests.exceptions.SSLError as error:
            raise PushError(f"{address}: its certificate is not trusted. Name an authority with --ca-file.") from error
        except (requests.ConnectionError, requests.Timeout):
            raise
        except OSError as error:  # all that requests raises, and certificates that cannot be read
            raise PushError(f"{address}: cannot be asked: {str(error)[:200]}") from error

    def _is_challenged(self, response: requests.Response, address: str) -> bool:
        """Whether there is a way to prove oneself that was not tried yet; if so it holds from now on."""
        if self._kind or not self._access.secret:
            return False
        offered = response.headers.get("WWW-Authenticate", "").lower()
        self._kind = "digest" if "digest" in offered else "basic"
        self._authenticate(address)
        return True

    def _authenticate(self, address: str) -> None:
        """Prove oneself in all requests; a secret that others could read on the way is not sent."""
        is_readable = self._kind in ("basic", "bearer") and not is_private(address)
        if is_readable and not self._manner.is_unencrypted:
            raise PushError(f"{address}: others could read the secret on the way. Use https, or --unencrypted.")
        if not self._kind or self._session.auth:
            return
        access = self._access
        if self._kind == "digest" and not access.user.isascii():
            raise PushError(f"{address}: Digest takes no user name with such letters. Use another, or --auth basic.")
        makers: dict[str, Callable[[], AuthBase]] = {
            "basic": lambda: HTTPBasicAuth(access.user.encode(), access.secret.encode()),
            "digest": lambda: HTTPDigestAuth(access.user, access.secret),
            "bearer": lambda: _Bearer(access.secret),
        }
        self._session.auth = makers[self._kind]()


def _content(response: requests.Response) -> bytes:
    found = b""
    for piece in response.iter_content(65536):
        found += piece
        if len(found) > _MOST_BYTES:
            break
    return found


def _accepted(response: requests.Response, content: bytes) -> bytes:
    """The content of a good answer."""
    status, address = response.status_code, response.url.partition("?")[0]
    if 200 <= status < 300:
        return content
    if 300 <= status < 400:
        place = response.headers.get("Location", "elsewhere")
        raise PushError(f"{address}: sends on to {place[:200]}, which is not followed. Name that if you trust it.")
    if status == 401:
        raise PushError(f"{address}: the name or the password is wrong, or one is needed (401). See --user, --auth.")
    if status == 403:
        raise PushError(f"{address}: this user may not write there (403). {_words(content)}".strip())
    raise PushError(f"{address}: refused ({status}). {_words(content)}".strip())


def _words(content: bytes) -> str:
    """The first words of an answer that is meant for people."""
    text = re.sub(r"<[^>]{0,200}>", " ", content[:2000].decode("utf-8", "replace"))
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]


def _wished(response: requests.Response) -> float:
    """How many seconds the endpoint asks to wait."""
    wish = response.headers.get("Retry-After", "")
    return float(wish) if re.fullmatch(r"\d{1,4}", wish) else 0.0


def _reason(error: OSError) -> str:
    """Why a request failed, in words that name no parts of libraries."""
    text = repr(error)
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return "does not answer in time"
    if isinstance(error, requests.Timeout) or "timed out" in text:
        return "no answer in time"
    if "NameResolutionError" in text:
        return "no such host"
    if "refused" in text:
        return "nobody listens there (connection refused)"
    return "the connection broke"
