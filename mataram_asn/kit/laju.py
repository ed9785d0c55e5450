"""How often an address may knock: counted by a keyed hash that changes every day, never by the address itself."""

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac


def boleh(request, ruang: str, batas: int, detik: int = 60) -> bool:
    """Count this request in `ruang`; whether it is among the first `batas` of the last `detik` seconds."""
    hari = timezone.localdate().isoformat()
    sidik = salted_hmac(f"laju.{ruang}.{hari}", request.META.get("REMOTE_ADDR", "")).hexdigest()
    kunci = f"laju:{ruang}:{sidik}"
    cache.add(kunci, 0, detik)
    try:
        return cache.incr(kunci) <= batas
    except ValueError:  # it ran out between the two lines
        return True
