"""Each kind of ketentuan has one reader, and the first version of each app is readable."""

import pytest

from mataram_asn.kit.galat import RuleViolation
from pegawai import acuan, ketentuan_baca
from pegawai.pilihan import JenisKetentuan, Kepastian


def test_every_kind_has_a_reader_and_a_first_version():
    bawaan = {str(jenis): (isi, dasar, kepastian) for jenis, isi, dasar, kepastian in acuan._bawaan()}
    assert set(bawaan) == set(JenisKetentuan.values) == set(ketentuan_baca.PEMBACA)
    for jenis, (isi, dasar, kepastian) in bawaan.items():
        assert ketentuan_baca.baca(jenis, isi)
        assert dasar
        assert kepastian in Kepastian.values


@pytest.mark.parametrize("jenis", JenisKetentuan.values)
@pytest.mark.parametrize("isi", [{}, [], None, "x", {"x": {"y": []}}], ids=str)
def test_unreadable_content_gets_a_sentence(jenis, isi):
    with pytest.raises(RuleViolation):
        ketentuan_baca.baca(jenis, isi)
