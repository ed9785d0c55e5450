"""One REDIS_URL gives the broker's address and the cache's."""

from urllib.parse import parse_qs, urlsplit


def alamat_redis(url: str) -> tuple[str, str]:
    """Return (broker, cache): the cache lies in the database after the broker's, so that emptying it loses no bell."""
    bagian = urlsplit(url)
    db = parse_qs(bagian.query).get("db", [""])[0]
    if bagian.scheme == "unix":
        dasar, nomor = f"{bagian.netloc}{bagian.path}", int(db or 0)
        return f"redis+socket://{dasar}?virtual_host={nomor}", f"unix://{dasar}?db={nomor + 1}"
    nomor = int(db or bagian.path.strip("/") or 0)
    return f"{bagian.scheme}://{bagian.netloc}/{nomor}", f"{bagian.scheme}://{bagian.netloc}/{nomor + 1}"
