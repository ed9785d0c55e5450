"""The worked examples of the regulations come out, and one that does not is told."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from mataram_asn import contoh
from mataram_asn.contoh.dasar import Kasus


@pytest.mark.parametrize(
    "kasus", [satu for bagian in contoh.SEMUA for satu in bagian.kasus], ids=lambda satu: satu.uraian[:60]
)
def test_the_rule_gives_what_the_regulation_says(kasus):
    assert contoh.jalankan(kasus) == kasus.harap


def test_every_part_names_its_source():
    assert all(bagian.sumber and bagian.kasus for bagian in contoh.SEMUA)


def test_the_command_counts_them(capsys):
    call_command("contoh_aturan")
    banyak = sum(len(bagian.kasus) for bagian in contoh.SEMUA)
    assert f"{banyak} contoh, 0 berbeda" in capsys.readouterr().out


def test_a_wrong_rule_is_told(monkeypatch, capsys):
    salah = replace(contoh.SEMUA[0], kasus=(Kasus("dua kali dua", "5", lambda: 4),))
    monkeypatch.setattr("mataram_asn.management.commands.contoh_aturan.SEMUA", (salah,))
    with pytest.raises(CommandError):
        call_command("contoh_aturan")
    assert "BERBEDA, seharusnya 5" in capsys.readouterr().out
