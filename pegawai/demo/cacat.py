"""What is wrong with the file on purpose: 30 rows to be loaded with a warning, 20 to be refused."""

from calendar import monthrange
from random import Random

from .acuan import geser_bulan
from .bentuk import Posisi
from .orang import PemberiNIP

#: (reason, how many): these people are among the loaded
PERINGATAN = (
    ("lahir_beda_nip", 7), ("kelamin_beda_nip", 5), ("tmt_beda_nip", 5), ("usia_pengangkatan", 5),
    ("nip_dirapikan", 4), ("surel_kosong", 4),
)  # fmt: skip


def tandai(mentah: list[dict], posisi: dict[str, Posisi], acak: Random) -> dict[str, str]:
    """Choose whom to warn of; returns {pns_id: reason}. Ages at appointment are bent here, before the NIP is given."""
    calon = [
        satu for satu in mentah
        if satu["jenis"] == "pns" and satu["status_pns"] == "P" and posisi[satu["kode_jabatan"]].keluarga == "kelompok"
    ]  # fmt: skip
    tua = [o for o in calon if o["golongan"].startswith("II/") and o["pendidikan"] == "15" and o["lahir"].year < 1978]
    pilihan: dict[str, str] = {}
    for i, satu in enumerate(acak.sample(tua, 5)):
        bulan = (17 * 12 + 5) if i < 2 else (41 * 12 + 6 + i)
        satu["tmt"] = geser_bulan(satu["lahir"], bulan)
        satu["tmt_golongan"] = max(satu["tmt_golongan"], satu["tmt"])
        satu["tahun_lulus"] = satu["tmt"].year
        pilihan[satu["pns_id"]] = "usia_pengangkatan"
    sisa = iter(acak.sample([o for o in calon if o["pns_id"] not in pilihan], 40))
    for sebab, banyak in PERINGATAN:
        if sebab != "usia_pengangkatan":
            for _ in range(banyak):
                pilihan[next(sisa)["pns_id"]] = sebab
    return pilihan


def nip_untuk(orang: dict, sebab: str | None, beri: PemberiNIP) -> str:
    """The NIP of a person; for a person to be warned of it differs from the record in one part."""
    lahir, tmt, kelamin = orang["lahir"], orang["tmt"], orang["kelamin"]
    if sebab == "lahir_beda_nip":
        akhir = monthrange(lahir.year, lahir.month)[1]
        lahir = lahir.replace(day=lahir.day + 1 if lahir.day < akhir else lahir.day - 1)
    elif sebab == "tmt_beda_nip":
        tmt = geser_bulan(tmt, -1)
    elif sebab == "kelamin_beda_nip":
        kelamin = "L" if kelamin == "P" else "P"
    return beri.beri(lahir, tmt, kelamin, orang["jenis"])


def sunting_baris(baris: dict[str, str], sebab: str | None, urut: int) -> dict[str, str]:
    """What the file says of a person to be warned of, where the fault is in the writing."""
    nip = baris["NIP BARU"]
    if sebab == "nip_dirapikan":
        return baris | {"NIP BARU": f"'{nip}" if urut % 2 else f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"}
    return baris | {"EMAIL": "null", "EMAIL GOV": "null"} if sebab == "surel_kosong" else baris


#: (reason, columns to overwrite); `baris_ditolak` adds the two doubles, 20 in all
TOLAK: tuple[tuple[str, dict[str, str]], ...] = (
    ("nip_tanggal_mustahil", {"NIP BARU": "199013012015011901", "TANGGAL LAHIR": "13-01-1990"}),
    ("nip_tanggal_mustahil", {"NIP BARU": "199002292015011901", "TANGGAL LAHIR": "28-02-1990"}),
    ("nip_bulan_tmt", {"NIP BARU": "199001012015131901", "TANGGAL LAHIR": "01-01-1990"}),
    ("nip_kelamin", {"NIP BARU": "199001012015013901", "TANGGAL LAHIR": "01-01-1990"}),
    ("nip_seri", {"NIP BARU": "199001012015011000", "TANGGAL LAHIR": "01-01-1990"}),
    ("nip_terlalu_muda", {"NIP BARU": "201001012015011901", "TANGGAL LAHIR": "01-01-2010"}),
    ("nip_excel", {"NIP BARU": "1.98501E+17"}),
    ("nip_excel", {"NIP BARU": "1,97203E+17"}),
    ("nip_panjang", {"NIP BARU": "19850101201001190"}),
    ("nip_kosong", {"NIP BARU": "null"}),
    ("nip_bukan_angka", {"NIP BARU": "19850101201OO11901"}),
    ("nip_bukan_angka", {"NIP BARU": "１９８５０１０１２０１００１１９０１"}),
    ("tanggal_mustahil", {"TANGGAL LAHIR": "31-02-1988"}),
    ("tanggal_mustahil", {"TMT CPNS": "01-13-2015"}),
    ("unit_tak_dikenal", {"UNOR ID": "00000000-0000-4000-8000-00000000dead", "UNOR NAMA": "Dinas Transmigrasi"}),
    ("nama_kosong", {"NAMA": ""}),
    ("rumus", {"NAMA": '=HYPERLINK("http://contoh.invalid","Lalu Rumus")'}),
    ("pns_id_bukan_uuid", {"PNS ID": "12345"}),
)


def baris_ditolak(baris: list[dict[str, str]], dasar: list[dict[str, str]]) -> list[tuple[dict[str, str], str]]:
    """Twenty rows that must be refused: `dasar` are whole rows of people who are in no other file.

    The two doubles repeat the PNS ID or the NIP of a good row; they stand at the end: the later one is refused.
    """
    hasil = [(dasar[i] | ubahan, sebab) for i, (sebab, ubahan) in enumerate(TOLAK)]
    n = len(TOLAK)
    hasil.append((dasar[n] | {"PNS ID": baris[100]["PNS ID"]}, "pns_id_ganda"))
    hasil.append(
        (
            dasar[n + 1]
            | {
                "NIP BARU": baris[200]["NIP BARU"],
                "TANGGAL LAHIR": baris[200]["TANGGAL LAHIR"],
                "TMT CPNS": baris[200]["TMT CPNS"],
                "JENIS KELAMIN": baris[200]["JENIS KELAMIN"],
            },
            "nip_ganda",
        )
    )
    return hasil


def sebar(baris: list[dict[str, str]], ditolak: list[tuple[dict[str, str], str]], acak: Random):
    """The rows in file order as (row, reason or ''): the refused ones strewn among the good, the doubles at the end."""
    hasil: list[tuple[dict[str, str], str]] = [(satu, "") for satu in baris]
    for satu in ditolak[:-2]:
        hasil.insert(acak.randrange(1, len(hasil)), satu)
    return hasil + ditolak[-2:]
