"""The explanation tree survives storage, and its root notices every change."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import BIDANG, Simpul, akar

teks = st.text(max_size=6)
daun = st.builds(Simpul, nama=teks, nilai=st.none() | teks, satuan=teks, rumus=teks, sumber=teks, kunci=teks)
pohon = st.recursive(
    daun,
    lambda anak: st.builds(Simpul, nama=teks, nilai=teks, anak=st.lists(anak, max_size=3).map(tuple)),
    max_leaves=6,
)


def ubah_ke(simpul: Simpul, urutan: int, bidang: str, isi) -> Simpul:
    """The tree with one field of its n-th node (parents first) replaced."""
    if urutan == 0:
        return replace(simpul, **{bidang: isi})
    urutan -= 1
    anak = list(simpul.anak)
    for nomor, cabang in enumerate(anak):
        banyak = sum(1 for _ in cabang.telusuri())
        if urutan < banyak:
            anak[nomor] = ubah_ke(cabang, urutan, bidang, isi)
            break
        urutan -= banyak
    return replace(simpul, anak=tuple(anak))


@settings(max_examples=60)
@given(pohon)
def test_a_tree_survives_json(simpul):
    kembali = Simpul.dari_dict(json.loads(json.dumps(simpul.ke_dict())))
    assert kembali == simpul
    assert akar(kembali) == akar(simpul)


@settings(max_examples=80)
@given(pohon, st.data())
def test_changing_any_field_of_any_node_changes_the_root(simpul, data):
    urutan = data.draw(st.integers(0, sum(1 for _ in simpul.telusuri()) - 1))
    bidang = data.draw(st.sampled_from(BIDANG))
    sasaran = list(simpul.telusuri())[urutan]
    lain = ubah_ke(simpul, urutan, bidang, (getattr(sasaran, bidang) or "") + "x")
    assert akar(lain) != akar(simpul)


def test_missing_and_empty_value_are_not_the_same():
    assert akar(Simpul("a", None)) != akar(Simpul("a", ""))


def test_order_and_place_of_children_matter():
    a, b = Simpul("a"), Simpul("b")
    bentuk = [Simpul("x", anak=(a, b)), Simpul("x", anak=(b, a)), Simpul("x", anak=(replace(a, anak=(b,)),))]
    assert len({akar(simpul) for simpul in bentuk}) == 3


def test_a_node_is_found_by_its_key():
    dalam = Simpul("realisasi", "8", kunci="realisasi:12")
    simpul = Simpul("akar", anak=(Simpul("a"), Simpul("b", anak=(dalam,))))
    assert simpul.cari("realisasi:12") is dalam
    assert simpul.cari("realisasi:13") is None


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"nama": 1},
        {"nama": "a", "nilai": 5},
        {"nama": "a", "lain": ""},
        {"nama": "a", "anak": {}},
        {"nama": "a", "anak": ["b"]},
        [],
        "a",
    ],
)
def test_a_bent_tree_is_refused(isi):
    with pytest.raises(RuleViolation):
        Simpul.dari_dict(isi)


def akar_menurut_json(simpul: Simpul) -> str:
    """The digest by its definition: the SHA-256 of the compact JSON of the fields and the children's digests."""
    isi = [*(getattr(simpul, bidang) for bidang in BIDANG), [akar_menurut_json(anak) for anak in simpul.anak]]
    return sha256(json.dumps(isi, separators=(",", ":")).encode("ascii")).hexdigest()


@given(pohon)
def test_the_root_is_the_digest_of_the_compact_json(simpul):
    assert akar(simpul) == akar_menurut_json(simpul)
