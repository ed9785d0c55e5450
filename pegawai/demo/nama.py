"""Made-up names as people of Lombok bear them: Sasak, Balinese, Sumbawa and Bima, Javanese. Nobody real is meant."""

from random import Random

DEPAN_L = (
    "Ahmad", "Abdul", "Muhammad", "Zainul", "Hamzan", "Saiful", "Lukman", "Fathul", "Khairul", "Samsul", "Baharudin",
    "Sahrul", "Ramdani", "Hilman", "Irwan", "Suparman", "Zulkifli", "Mahsun", "Mustakim", "Hasanudin", "Nasrudin",
    "Jalaludin", "Izzul", "Fauzan", "Yusril", "Rizal", "Andi", "Arif", "Taufik", "Sabarudin", "Marzuki", "Kamarudin",
    "Harun", "Husnul", "Safwan", "Wildan", "Firman", "Juhaidi", "Mursidin", "Rusdi", "Muhsin", "Supardi", "Hendra",
)  # fmt: skip
BELAKANG_L = (
    "Hadi", "Hakim", "Wahyudi", "Jayadi", "Anwar", "Mahyudin", "Azhar", "Ihsan", "Sukardi", "Faridi", "Rahman",
    "Aziz", "Muslim", "Ramli", "Sudirman", "Mulyadi", "Iskandar", "Maulana", "Hidayat", "Kurniawan", "Saputra",
    "Gunawan", "Setiawan", "Amrullah", "Effendi", "Akbar", "Fahmi", "Junaidi", "Halim", "Makmun", "Suhaimi",
    "Apriadi", "Nurdin", "Qadri", "Tamimi", "Bahri", "Yusuf", "Hamdi", "Patoni", "Sapriadi", "Ismail", "Wirawan",
)  # fmt: skip
DEPAN_P = (
    "Siti", "Nurul", "Sri", "Hidayatul", "Husnul", "Laili", "Raudatul", "Eka", "Dewi", "Rina", "Fitri", "Mariana",
    "Zohriah", "Sakinah", "Rohani", "Huriyah", "Zakiyah", "Salmiah", "Nurhayati", "Ratna", "Yuliana", "Endang",
    "Indah", "Lina", "Maya", "Nining", "Rosdiana", "Suryani", "Emi", "Haerani", "Jumratul", "Khairun", "Mahnim",
    "Nadia", "Puji", "Rahma", "Suhartini", "Tuti", "Ulfa", "Wahyuni", "Yanti", "Zulfiana", "Hafizah", "Istiqomah",
)  # fmt: skip
BELAKANG_P = (
    "Aini", "Handayani", "Hidayati", "Khotimah", "Jannah", "Mardiana", "Nurjanah", "Rahmawati", "Apriani", "Susanti",
    "Wardani", "Astuti", "Lestari", "Kurniasih", "Puspita", "Maulida", "Safitri", "Agustina", "Fauziah", "Hasanah",
    "Utami", "Anggraini", "Oktaviani", "Ramdhani", "Sulastri", "Yuniarti", "Komariah", "Mulyani", "Hartini",
    "Juliani", "Munawarah", "Patimah", "Sumiati", "Zahroh", "Nurlaela", "Widiastuti", "Amaliah", "Febriana",
)  # fmt: skip
TENGAH_L = ("Rizki", "Zaenal", "Wira", "Satria", "Lutfi", "Agus", "Putra", "Ilham", "Bayu", "Surya", "Fajar", "Hafiz")
TENGAH_P = ("Ayu", "Nur", "Mega", "Citra", "Wulan", "Intan", "Dian", "Novi", "Ika", "Tri", "Ria", "Lia")
BALI_L = (
    "I Made",
    "I Wayan",
    "I Nyoman",
    "I Ketut",
    "I Komang",
    "I Putu",
    "I Gede",
    "I Gusti Ngurah",
    "I Gusti Made",
    "Ida Bagus",
    "Anak Agung Gede",
)
BALI_P = (
    "Ni Made",
    "Ni Wayan",
    "Ni Nyoman",
    "Ni Ketut",
    "Ni Komang",
    "Ni Putu",
    "Ni Luh",
    "Ni Luh Putu",
    "I Gusti Ayu",
    "Ida Ayu",
    "Anak Agung Ayu",
)
NAMA_BALI_L = (
    "Suardana", "Widiarta", "Sudarsana", "Mertayasa", "Adnyana", "Wirata", "Sukerta", "Artawan", "Budiasa", "Darmawan",
    "Parwata", "Sumerta", "Yasa", "Wijaya", "Suartika", "Ardika", "Kerta", "Mahendra", "Pradnyana", "Swastika",
)  # fmt: skip
NAMA_BALI_P = (
    "Suartini", "Widiani", "Sukerti", "Ariani", "Darmayanti", "Puspawati", "Sudiarti", "Wirani", "Yasmini", "Artini",
    "Purnamawati", "Sriasih", "Kertiasih", "Mahayani", "Pradnyani", "Suciati", "Wijayanti", "Rasmini", "Adnyani",
)  # fmt: skip
TENGAH_BALI = (
    "Agus",
    "Eka",
    "Dwi",
    "Adi",
    "Oka",
    "Sri",
    "Surya",
    "Candra",
    "Dharma",
    "Indra",
    "Wahyu",
    "Bayu",
    "Krisna",
    "Yoga",
)

#: (people, share in hundredths): Sasak nobility, Sasak and other Muslim names, Balinese, others
BANGSA = (("menak", 17), ("muslim", 66), ("bali", 13), ("lain", 4))
LAIN_L = ("Yohanes", "Petrus", "Daniel", "Andreas", "Stefanus", "Antonius", "Markus", "Lukas")
LAIN_P = ("Maria", "Yosefina", "Kristina", "Theresia", "Agnes", "Debora", "Natalia", "Veronika")
MARGA = ("Wungo", "Bria", "Lopo", "Santoso", "Prasetyo", "Wibowo", "Manafe", "Kedang", "Tanaya", "Sudibyo", "Pello")
AGAMA_LAIN = (("2", "Kristen"), ("3", "Katolik"), ("5", "Buddha"))


class Penamaan:
    """Gives out names; a name is given to one person only."""

    def __init__(self, acak: Random):
        self.acak = acak
        self.dipakai: set[str] = set()

    def baru(self, kelamin: str) -> tuple[str, tuple[str, str]]:
        """A new name for that sex and the religion that goes with it, as (id, name) of the national table."""
        bangsa = self.acak.choices([b for b, _ in BANGSA], [n for _, n in BANGSA])[0]
        agama = {"bali": ("4", "Hindu"), "lain": self.acak.choice(AGAMA_LAIN)}.get(bangsa, ("1", "Islam"))
        for _ in range(40):
            nama = self._susun(bangsa, kelamin)
            if nama not in self.dipakai:
                break
        self.dipakai.add(nama)
        return nama, agama

    def _susun(self, bangsa: str, kelamin: str) -> str:
        pilih, laki = self.acak.choice, kelamin == "L"
        if bangsa == "bali":
            inti = pilih(NAMA_BALI_L if laki else NAMA_BALI_P)
            tengah = [pilih(TENGAH_BALI)] if self.acak.random() < 0.6 else []
            return " ".join([pilih(BALI_L if laki else BALI_P), *tengah, inti])
        if bangsa == "lain":
            return f"{pilih(LAIN_L if laki else LAIN_P)} {pilih(TENGAH_L if laki else TENGAH_P)} {pilih(MARGA)}"
        depan, belakang = pilih(DEPAN_L if laki else DEPAN_P), pilih(BELAKANG_L if laki else BELAKANG_P)
        if bangsa == "menak":
            gelar = "Lalu" if laki else "Baiq"
            return f"{gelar} {depan} {belakang}"
        if self.acak.random() < 0.55:
            return f"{depan} {pilih(TENGAH_L if laki else TENGAH_P)} {belakang}"
        return f"{depan} {belakang}"
