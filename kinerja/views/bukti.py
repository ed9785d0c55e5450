"""Evidence goes out only through here: permission first, always as a download, never sniffed."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from ..models import Bukti
from ..pilihan import JenisBukti


@require_GET
def bukti(request, pk):
    """Send one stored file to whoever sees its plan."""
    satu = get_object_or_404(Bukti.objects.visible_to(request.user), pk=pk, jenis=JenisBukti.BERKAS)
    try:
        isi = satu.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("Berkasnya tidak ada lagi di penyimpanan.") from galat
    jawaban = FileResponse(isi, as_attachment=True, filename=satu.nama_asli, content_type=satu.tipe)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
