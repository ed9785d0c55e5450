"""The waiting chunks, worked by the product's own computation in a few processes."""

import gc
import os
import socket
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.db import connections

from evaluasi.actions import work_chunk
from evaluasi.models import Potongan


def kerjakan_potongan(proses: int) -> int:
    """Work every waiting chunk; with more than one process each has its own connection. Returns how many were done."""
    antre = list(Potongan.objects.menunggu().order_by("pk").values_list("pk", flat=True))
    if proses < 2:
        return sum(map(_satu, antre))
    connections.close_all()
    gc.freeze()  # what is loaded already lives as long as the processes
    with ProcessPoolExecutor(proses, mp_context=get_context("fork"), initializer=gc.disable) as pekerja:
        return sum(pekerja.map(_satu, antre))


def _satu(potongan_id: int) -> bool:
    """One chunk, swept after it: while rows are made the collector finds nothing and takes a third of the time."""
    selesai = work_chunk(potongan_id=potongan_id, pid=os.getpid(), pekerja=socket.gethostname())
    gc.collect()
    return selesai
