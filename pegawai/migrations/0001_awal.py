import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from mataram_asn.kit.pemicu import buat_fungsi, tolak_ubah


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='HariLibur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tanggal', models.DateField(unique=True, verbose_name='tanggal')),
                ('nama', models.CharField(max_length=120, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('nasional', 'Libur nasional'), ('cuti_bersama', 'Cuti bersama'), ('daerah', 'Libur daerah')], default='nasional', max_length=12, verbose_name='jenis')),
                ('dasar_hukum', models.CharField(max_length=160, verbose_name='dasar hukum')),
            ],
            options={
                'verbose_name': 'hari libur',
                'verbose_name_plural': 'hari libur',
                'ordering': ['tanggal'],
            },
        ),
        migrations.CreateModel(
            name='Jabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=60, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=200, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('pimpinan_daerah', 'Pimpinan daerah'), ('pimpinan_tinggi_pratama', 'Pimpinan Tinggi Pratama'), ('administrator', 'Administrator'), ('pengawas', 'Pengawas'), ('pelaksana', 'Pelaksana'), ('fungsional', 'Fungsional')], max_length=30, verbose_name='jenis')),
                ('jenjang', models.CharField(blank=True, choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20, verbose_name='jenjang')),
                ('rumpun', models.CharField(blank=True, max_length=60, verbose_name='rumpun')),
                ('kepala_unit', models.BooleanField(default=False, verbose_name='memimpin unit')),
                ('golongan_min', models.CharField(blank=True, max_length=5, verbose_name='pangkat terendah')),
                ('golongan_maks', models.CharField(blank=True, max_length=5, verbose_name='pangkat tertinggi')),
                ('pendidikan_min', models.CharField(blank=True, choices=[('05', 'SD'), ('10', 'SMP'), ('15', 'SMA'), ('20', 'D-I'), ('25', 'D-II'), ('30', 'D-III'), ('35', 'D-IV'), ('40', 'S-1'), ('45', 'S-2'), ('50', 'S-3')], max_length=2, verbose_name='pendidikan terendah')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
            ],
            options={
                'verbose_name': 'jabatan',
                'verbose_name_plural': 'jabatan',
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='Kompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.SlugField(unique=True, verbose_name='kunci')),
                ('nama', models.CharField(max_length=120, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('manajerial', 'Manajerial'), ('sosial_kultural', 'Sosial kultural'), ('teknis', 'Teknis')], max_length=16, verbose_name='jenis')),
                ('urutan', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
            ],
            options={
                'verbose_name': 'kompetensi',
                'verbose_name_plural': 'kompetensi',
                'ordering': ['urutan', 'nama'],
            },
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=40, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=160, verbose_name='nama kini')),
                ('jenis', models.CharField(choices=[('pemda', 'Pemerintah daerah'), ('sekretariat_daerah', 'Sekretariat daerah'), ('asisten', 'Asisten'), ('bagian', 'Bagian'), ('sekretariat_dprd', 'Sekretariat DPRD'), ('inspektorat', 'Inspektorat'), ('satuan', 'Satuan'), ('dinas', 'Dinas'), ('badan', 'Badan'), ('rsud', 'RSUD'), ('puskesmas', 'Puskesmas'), ('kecamatan', 'Kecamatan'), ('kelurahan', 'Kelurahan'), ('sekretariat', 'Sekretariat'), ('bidang', 'Bidang'), ('seksi', 'Seksi'), ('subbagian', 'Subbagian'), ('sekolah', 'Sekolah'), ('instalasi', 'Instalasi'), ('kelompok', 'Kelompok jabatan fungsional'), ('uptd', 'UPTD')], max_length=20, verbose_name='jenis')),
                ('unor_id', models.UUIDField(blank=True, null=True, unique=True, verbose_name='UNOR ID SIASN')),
                ('sumber', models.TextField(blank=True, verbose_name='sumber')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='sumber telah dibaca')),
            ],
            options={
                'verbose_name': 'unit kerja',
                'verbose_name_plural': 'unit kerja',
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='Pengguna',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(max_length=30, unique=True, verbose_name='NIP atau nama akun')),
                ('nama', models.CharField(blank=True, max_length=160, verbose_name='nama')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('is_staff', models.BooleanField(default=False, verbose_name='boleh masuk panel admin')),
                ('is_active', models.BooleanField(default=True, verbose_name='aktif')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='dibuat')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'pengguna',
                'verbose_name_plural': 'pengguna',
            },
        ),
        migrations.CreateModel(
            name='BerkasImpor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('unit', 'Unit kerja'), ('pegawai', 'Ekspor Data ASN (67 kolom)'), ('posisi', 'Jabatan'), ('pejabat', 'Pejabat non-ASN'), ('penempatan', 'Penempatan'), ('kontrak', 'Perjanjian kerja PPPK'), ('acuan', 'Standar kompetensi'), ('kompetensi', 'Hasil ukur kompetensi'), ('potensi', 'Hasil ukur potensi'), ('disiplin', 'Hukuman disiplin')], max_length=12)),
                ('nama_berkas', models.CharField(max_length=160)),
                ('sidik', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('status', models.CharField(choices=[('diperiksa', 'Diperiksa, belum dimuat'), ('dimuat', 'Dimuat'), ('dibatalkan', 'Dibatalkan')], default='diperiksa', max_length=12)),
                ('jumlah', models.JSONField(default=dict, verbose_name='jumlah per putusan')),
                ('diunggah_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dimuat_pada', models.DateTimeField(null=True)),
                ('diunggah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'berkas impor',
                'verbose_name_plural': 'berkas impor',
            },
        ),
        migrations.CreateModel(
            name='Ketentuan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('bup', 'Batas usia pensiun'), ('standar_level', 'Tingkat kompetensi menurut jabatan'), ('pemantauan', 'Pemantauan kinerja'), ('persetujuan', 'Peninjauan SKP sebelum disetujui'), ('penilaian', 'Penilaian kinerja'), ('jp', 'Jam pelajaran pengembangan'), ('angka_kredit', 'Angka kredit'), ('talenta', 'Kotak talenta dan kecocokan'), ('kalender', 'Kalender penilaian'), ('keberatan', 'Keberatan dan pemantauannya'), ('pembinaan', 'Pembinaan kinerja'), ('penghargaan', 'Usul penghargaan')], max_length=20, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='berlaku mulai')),
                ('isi', models.JSONField(verbose_name='isi')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('dasar_angka', models.JSONField(blank=True, default=dict, verbose_name='dasar hukum setiap angka')),
                ('kepastian', models.CharField(choices=[('V', 'Dibaca dalam naskah peraturan'), ('V*', 'Dibaca dalam salinan'), ('A', 'Dipublikasikan luas, lampiran belum dibaca'), ('D', 'Keputusan kota')], max_length=2, verbose_name='kepastian sumber')),
                ('alasan', models.TextField(blank=True, verbose_name='alasan')),
                ('nomor_keputusan', models.CharField(blank=True, max_length=120, verbose_name='nomor keputusan')),
                ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                ('versi', models.PositiveIntegerField(verbose_name='versi')),
                ('ditetapkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('sidik', models.CharField(blank=True, max_length=64, verbose_name='sidik')),
                ('disusun_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disusun oleh')),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'ketentuan',
                'verbose_name_plural': 'ketentuan',
                'ordering': ['jenis', '-mulai', '-versi'],
            },
        ),
        migrations.CreateModel(
            name='KodeMasuk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sidik', models.CharField(max_length=64, unique=True)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('kedaluwarsa', models.DateTimeField()),
                ('dipakai_pada', models.DateTimeField(null=True)),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kode_masuk', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'kode masuk',
                'verbose_name_plural': 'kode masuk',
            },
        ),
        migrations.CreateModel(
            name='Pegawai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('siasn_id', models.UUIDField(blank=True, null=True, unique=True, verbose_name='PNS ID SIASN')),
                ('nip', models.CharField(blank=True, max_length=18, null=True, unique=True, verbose_name='NIP')),
                ('nama', models.CharField(max_length=160, verbose_name='nama')),
                ('gelar_depan', models.CharField(blank=True, max_length=40, verbose_name='gelar depan')),
                ('gelar_belakang', models.CharField(blank=True, max_length=60, verbose_name='gelar belakang')),
                ('jenis', models.CharField(choices=[('pns', 'PNS'), ('pppk', 'PPPK'), ('non_asn', 'Pejabat non-ASN')], max_length=8, verbose_name='jenis')),
                ('nik', models.CharField(blank=True, max_length=16, verbose_name='NIK')),
                ('tempat_lahir', models.CharField(blank=True, max_length=80, verbose_name='tempat lahir')),
                ('tanggal_lahir', models.DateField(blank=True, null=True, verbose_name='tanggal lahir')),
                ('jenis_kelamin', models.CharField(blank=True, choices=[('L', 'Laki-laki'), ('P', 'Perempuan')], max_length=1, verbose_name='jenis kelamin')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='surel')),
                ('nomor_hp', models.CharField(blank=True, max_length=20, verbose_name='nomor HP')),
                ('kedudukan', models.CharField(choices=[('01', 'Aktif'), ('02', 'Cuti di luar tanggungan negara'), ('03', 'Tugas belajar'), ('99', 'Pensiun')], default='01', max_length=2, verbose_name='kedudukan hukum')),
                ('golongan', models.CharField(blank=True, max_length=5, verbose_name='golongan')),
                ('tmt_golongan', models.DateField(blank=True, null=True, verbose_name='TMT golongan')),
                ('tmt_pengangkatan', models.DateField(blank=True, null=True, verbose_name='TMT CPNS/PPPK')),
                ('kontrak_selesai', models.DateField(blank=True, null=True, verbose_name='perjanjian kerja berakhir')),
                ('pendidikan', models.CharField(blank=True, choices=[('05', 'SD'), ('10', 'SMP'), ('15', 'SMA'), ('20', 'D-I'), ('25', 'D-II'), ('30', 'D-III'), ('35', 'D-IV'), ('40', 'S-1'), ('45', 'S-2'), ('50', 'S-3')], max_length=2, verbose_name='tingkat pendidikan')),
                ('jurusan', models.CharField(blank=True, max_length=120, verbose_name='jurusan')),
                ('tahun_lulus', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='tahun lulus')),
                ('pengguna', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pegawai', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pegawai',
                'verbose_name_plural': 'pegawai',
            },
        ),
        migrations.CreateModel(
            name='LaporanAtasan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('keterangan', models.TextField(verbose_name='keterangan')),
                ('dilaporkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('status', models.CharField(choices=[('dilaporkan', 'Dilaporkan'), ('diperbaiki', 'Atasan diperbaiki'), ('tetap', 'Atasan tetap')], default='dilaporkan', max_length=12)),
                ('tanggapan', models.TextField(blank=True, verbose_name='tanggapan')),
                ('diputus_pada', models.DateTimeField(null=True)),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('atasan_tercatat', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='laporan_atasan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'laporan atasan',
                'verbose_name_plural': 'laporan atasan',
            },
        ),
        migrations.CreateModel(
            name='HukumanDisiplin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tingkat', models.CharField(max_length=20, verbose_name='tingkat')),
                ('jenis', models.CharField(max_length=120, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hukuman_disiplin', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'hukuman disiplin',
                'verbose_name_plural': 'hukuman disiplin',
            },
        ),
        migrations.CreateModel(
            name='Penempatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('definitif', 'Definitif'), ('plt', 'Pelaksana Tugas (Plt.)'), ('plh', 'Pelaksana Harian (Plh.)'), ('pj', 'Penjabat (Pj.)')], default='definitif', max_length=10, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('nomor_sk', models.CharField(blank=True, max_length=80, verbose_name='nomor SK')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penempatan', to='pegawai.jabatan', verbose_name='jabatan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penempatan', to='pegawai.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'penempatan',
                'verbose_name_plural': 'penempatan',
            },
        ),
        migrations.CreateModel(
            name='PenetapanAtasan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('atasan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penetapan_bawahan', to='pegawai.pegawai')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='penetapan_atasan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'penetapan atasan',
                'verbose_name_plural': 'penetapan atasan',
            },
        ),
        migrations.CreateModel(
            name='PermohonanKode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('diminta_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('kedaluwarsa', models.DateTimeField()),
                ('status', models.CharField(choices=[('diajukan', 'Menunggu persetujuan'), ('disetujui', 'Disetujui'), ('ditolak', 'Ditolak')], default='diajukan', max_length=12)),
                ('diputus_pada', models.DateTimeField(null=True)),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permohonan_kode', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'permohonan kode masuk',
                'verbose_name_plural': 'permohonan kode masuk',
            },
        ),
        migrations.CreateModel(
            name='PermohonanPeran',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('peran', models.CharField(choices=[('bkpsdm', 'BKPSDM'), ('auditor', 'Auditor (Inspektorat)'), ('admin_sistem', 'Admin sistem')], max_length=20, verbose_name='peran')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('diminta_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('status', models.CharField(choices=[('diajukan', 'Menunggu persetujuan'), ('disetujui', 'Disetujui'), ('ditolak', 'Ditolak')], default='diajukan', max_length=12)),
                ('diputus_pada', models.DateTimeField(null=True)),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permohonan_peran', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'permohonan peran',
                'verbose_name_plural': 'permohonan peran',
            },
        ),
        migrations.CreateModel(
            name='RancanganKetentuan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('bup', 'Batas usia pensiun'), ('standar_level', 'Tingkat kompetensi menurut jabatan'), ('pemantauan', 'Pemantauan kinerja'), ('persetujuan', 'Peninjauan SKP sebelum disetujui'), ('penilaian', 'Penilaian kinerja'), ('jp', 'Jam pelajaran pengembangan'), ('angka_kredit', 'Angka kredit'), ('talenta', 'Kotak talenta dan kecocokan'), ('kalender', 'Kalender penilaian'), ('keberatan', 'Keberatan dan pemantauannya'), ('pembinaan', 'Pembinaan kinerja'), ('penghargaan', 'Usul penghargaan')], max_length=20, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='berlaku mulai')),
                ('isi', models.JSONField(verbose_name='isi')),
                ('dasar_hukum', models.TextField(verbose_name='dasar hukum')),
                ('dasar_angka', models.JSONField(blank=True, default=dict, verbose_name='dasar hukum setiap angka')),
                ('kepastian', models.CharField(choices=[('V', 'Dibaca dalam naskah peraturan'), ('V*', 'Dibaca dalam salinan'), ('A', 'Dipublikasikan luas, lampiran belum dibaca'), ('D', 'Keputusan kota')], max_length=2, verbose_name='kepastian sumber')),
                ('alasan', models.TextField(blank=True, verbose_name='alasan')),
                ('nomor_keputusan', models.CharField(blank=True, max_length=120, verbose_name='nomor keputusan')),
                ('tanggal_keputusan', models.DateField(blank=True, null=True, verbose_name='tanggal keputusan')),
                ('status', models.CharField(choices=[('draf', 'Rancangan'), ('ditetapkan', 'Ditetapkan'), ('dibatalkan', 'Dibatalkan')], default='draf', max_length=12)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('disusun_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='disusun oleh')),
                ('ketentuan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rancangan', to='pegawai.ketentuan', verbose_name='menjadi versi')),
            ],
            options={
                'verbose_name': 'rancangan ketentuan',
                'verbose_name_plural': 'rancangan ketentuan',
                'ordering': ['-diubah_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='StatusDinas',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('cuti_besar', 'Cuti besar'), ('cuti_melahirkan', 'Cuti melahirkan'), ('cuti_lain', 'Cuti lain'), ('sakit_lama', 'Sakit lama'), ('cltn', 'Cuti di luar tanggungan negara'), ('tugas_belajar', 'Tugas belajar'), ('meninggal', 'Meninggal dunia'), ('pensiun', 'Pensiun')], max_length=16, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('nomor_surat', models.CharField(max_length=80, verbose_name='nomor surat')),
                ('catatan', models.TextField(blank=True, verbose_name='catatan')),
                ('dicatat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                ('alasan_cabut', models.TextField(blank=True, verbose_name='alasan pencabutan')),
                ('dicabut_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='status_dinas', to='pegawai.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'status dinas',
                'verbose_name_plural': 'status dinas',
                'ordering': ['-mulai', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='SusunanJabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kelas', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(17)], verbose_name='kelas jabatan')),
                ('kebutuhan', models.PositiveIntegerField(default=1, verbose_name='kebutuhan (orang)')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('atasan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='susunan_bawahan', to='pegawai.jabatan', verbose_name='jabatan atasan')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='susunan', to='pegawai.jabatan', verbose_name='jabatan')),
            ],
            options={
                'verbose_name': 'susunan jabatan',
                'verbose_name_plural': 'susunan jabatan',
            },
        ),
        migrations.CreateModel(
            name='UkuranKompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(5)], verbose_name='tingkat')),
                ('diukur_pada', models.DateField(verbose_name='diukur pada')),
                ('sumber', models.CharField(blank=True, max_length=120, verbose_name='sumber')),
                ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ukuran', to='pegawai.kompetensi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ukuran_kompetensi', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'ukuran kompetensi',
                'verbose_name_plural': 'ukuran kompetensi',
            },
        ),
        migrations.CreateModel(
            name='UkuranPotensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('unsur', models.SlugField(max_length=40, verbose_name='unsur')),
                ('nilai', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='nilai')),
                ('diukur_pada', models.DateField(verbose_name='diukur pada')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ukuran_potensi', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'ukuran potensi',
                'verbose_name_plural': 'ukuran potensi',
            },
        ),
        migrations.CreateModel(
            name='SusunanUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=160, verbose_name='nama')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='susunan_anak', to='pegawai.unit', verbose_name='unit induk')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='susunan', to='pegawai.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'susunan unit',
                'verbose_name_plural': 'susunan unit',
            },
        ),
        migrations.CreateModel(
            name='PengelolaUnit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('pengguna', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unit_dikelola', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pengelola', to='pegawai.unit')),
            ],
            options={
                'verbose_name': 'pengelola unit',
                'verbose_name_plural': 'pengelola unit',
            },
        ),
        migrations.AddField(
            model_name='jabatan',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jabatan', to='pegawai.unit', verbose_name='unit kerja'),
        ),
        migrations.CreateModel(
            name='BarisImpor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveIntegerField(verbose_name='baris ke-')),
                ('kunci', models.CharField(blank=True, max_length=64)),
                ('nama', models.CharField(blank=True, max_length=200)),
                ('putusan', models.CharField(choices=[('baru', 'Baru'), ('berubah', 'Berubah'), ('sama', 'Sama'), ('peringatan', 'Dimuat dengan peringatan'), ('ditolak', 'Ditolak')], max_length=10)),
                ('catatan', models.JSONField(default=list, verbose_name='alasan dan peringatan')),
                ('isi', models.JSONField(default=dict, verbose_name='nilai yang dibersihkan')),
                ('berkas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='baris', to='pegawai.berkasimpor')),
            ],
            options={
                'verbose_name': 'baris impor',
                'verbose_name_plural': 'baris impor',
                'ordering': ['nomor'],
                'constraints': [models.UniqueConstraint(fields=('berkas', 'nomor'), name='baris_impor_nomor_unik')],
            },
        ),
        migrations.AddConstraint(
            model_name='ketentuan',
            constraint=models.UniqueConstraint(fields=('jenis', 'versi'), name='ketentuan_versi_unik'),
        ),
        migrations.AddConstraint(
            model_name='ketentuan',
            constraint=models.CheckConstraint(condition=models.Q(('disusun_oleh__isnull', True), models.Q(('disusun_oleh', models.F('ditetapkan_oleh')), _negated=True), _connector='OR'), name='ketentuan_dua_orang', violation_error_message='Ketentuan ditetapkan oleh orang lain dari yang menyusunnya.'),
        ),
        migrations.AddIndex(
            model_name='pegawai',
            index=models.Index(django.db.models.functions.text.Lower('nama'), models.F('id'), name='pegawai_urut_nama'),
        ),
        migrations.AddConstraint(
            model_name='pegawai',
            constraint=models.CheckConstraint(condition=models.Q(('nip__isnull', True), ('nip__regex', '^[0-9]{18}$'), _connector='OR'), name='pegawai_nip_18_angka', violation_error_message='NIP terdiri atas 18 angka.'),
        ),
        migrations.AddConstraint(
            model_name='pegawai',
            constraint=models.CheckConstraint(condition=models.Q(('jenis', 'non_asn'), ('nip__isnull', False), _connector='XOR'), name='pegawai_asn_ber_nip', violation_error_message='NIP wajib bagi ASN dan dikosongkan bagi pejabat non-ASN.'),
        ),
        migrations.AddConstraint(
            model_name='laporanatasan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'dilaporkan')), fields=('pegawai',), name='laporan_atasan_satu_terbuka', violation_error_message='Laporan Anda sebelumnya masih diperiksa BKPSDM.'),
        ),
        migrations.AddConstraint(
            model_name='hukumandisiplin',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='hukuman_disiplin_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddIndex(
            model_name='penempatan',
            index=models.Index(fields=['jabatan', 'mulai'], name='penempatan_jabatan'),
        ),
        migrations.AddConstraint(
            model_name='penempatan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='penempatan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='penempatan',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('jenis', 'definitif')), expressions=[(models.Func(models.F('pegawai'), models.F('pegawai'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='penempatan_satu_definitif', violation_error_message='Pegawai ini sudah mempunyai jabatan definitif pada tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='penempatan',
            constraint=models.CheckConstraint(condition=models.Q(('jenis', 'definitif'), ('selesai__isnull', False), _connector='OR'), name='penempatan_sementara_berakhir', violation_error_message='Penugasan Plt., Plh., dan Pj. harus mempunyai tanggal selesai.'),
        ),
        migrations.AddConstraint(
            model_name='penetapanatasan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='penetapan_atasan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='penetapanatasan',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('pegawai'), models.F('pegawai'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='penetapan_atasan_satu_pada_satu_waktu', violation_error_message='Atasan pegawai ini sudah ditetapkan pada tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='penetapanatasan',
            constraint=models.CheckConstraint(condition=models.Q(('pegawai', models.F('atasan')), _negated=True), name='penetapan_atasan_bukan_diri', violation_error_message='Seseorang tidak dapat menjadi atasan bagi dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='permohonankode',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'diajukan')), fields=('pengguna',), name='permohonan_kode_satu_terbuka', violation_error_message='Kode baru untuk akun ini sudah dimohonkan.'),
        ),
        migrations.AddConstraint(
            model_name='permohonankode',
            constraint=models.CheckConstraint(condition=models.Q(('diputus_oleh__isnull', True), models.Q(('diputus_oleh', models.F('diminta_oleh')), _negated=True), _connector='OR'), name='permohonan_kode_dua_orang', violation_error_message='Yang memberikan kode bukan yang memohonkan.'),
        ),
        migrations.AddConstraint(
            model_name='permohonankode',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('diminta_oleh', models.F('pengguna')), _negated=True), models.Q(('diputus_oleh__isnull', True), models.Q(('diputus_oleh', models.F('pengguna')), _negated=True), _connector='OR')), name='permohonan_kode_bukan_diri', violation_error_message='Kode untuk akun sendiri diurus oleh orang lain.'),
        ),
        migrations.AddConstraint(
            model_name='permohonanperan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'diajukan')), fields=('pengguna', 'peran'), name='permohonan_peran_satu_terbuka', violation_error_message='Peran ini sudah dimohonkan dan menunggu persetujuan.'),
        ),
        migrations.AddConstraint(
            model_name='permohonanperan',
            constraint=models.CheckConstraint(condition=models.Q(('diputus_oleh__isnull', True), models.Q(('diputus_oleh', models.F('diminta_oleh')), _negated=True), _connector='OR'), name='permohonan_peran_dua_orang', violation_error_message='Yang memutus bukan yang memohonkan.'),
        ),
        migrations.AddConstraint(
            model_name='rancanganketentuan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ketentuan__isnull', False), ('status', 'ditetapkan')), models.Q(models.Q(('status', 'ditetapkan'), _negated=True), ('ketentuan__isnull', True)), _connector='OR'), name='rancangan_ditetapkan_berversi'),
        ),
        migrations.AddConstraint(
            model_name='statusdinas',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='status_dinas_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='statusdinas',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('dicabut_pada__isnull', True)), expressions=[(models.Func(models.F('pegawai'), models.F('pegawai'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='status_dinas_satu_pada_satu_waktu', violation_error_message='Pegawai ini sudah mempunyai status lain pada tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='statusdinas',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis__in', ('meninggal', 'pensiun')), _negated=True), ('selesai__isnull', True), _connector='OR'), name='status_dinas_berhenti_tanpa_akhir', violation_error_message='Pensiun dan meninggal dunia tidak mempunyai tanggal selesai.'),
        ),
        migrations.AddConstraint(
            model_name='statusdinas',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('dicabut_oleh__isnull', True), ('dicabut_pada__isnull', True)), models.Q(('dicabut_oleh__isnull', False), ('dicabut_pada__isnull', False), models.Q(('alasan_cabut', ''), _negated=True)), _connector='OR'), name='status_dinas_dicabut_beralasan', violation_error_message='Pencabutan memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='susunanjabatan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='susunan_jabatan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='susunanjabatan',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('jabatan'), models.F('jabatan'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='susunan_jabatan_satu_pada_satu_waktu', violation_error_message='Jabatan ini sudah mempunyai susunan pada tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='susunanjabatan',
            constraint=models.CheckConstraint(condition=models.Q(('atasan__isnull', True), models.Q(('atasan', models.F('jabatan')), _negated=True), _connector='OR'), name='susunan_jabatan_bukan_atasan_sendiri', violation_error_message='Jabatan tidak dapat menjadi atasan bagi dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='susunanjabatan',
            constraint=models.CheckConstraint(condition=models.Q(('kelas__isnull', True), ('kelas__range', (1, 17)), _connector='OR'), name='susunan_jabatan_kelas_sah', violation_error_message='Kelas jabatan adalah 1 sampai 17.'),
        ),
        migrations.AddConstraint(
            model_name='ukurankompetensi',
            constraint=models.UniqueConstraint(fields=('pegawai', 'kompetensi', 'diukur_pada'), name='ukuran_kompetensi_sekali'),
        ),
        migrations.AddConstraint(
            model_name='ukurankompetensi',
            constraint=models.CheckConstraint(condition=models.Q(('level__range', (1, 5))), name='ukuran_kompetensi_level_sah', violation_error_message='Tingkat kompetensi adalah 1 sampai 5.'),
        ),
        migrations.AddConstraint(
            model_name='ukuranpotensi',
            constraint=models.UniqueConstraint(fields=('pegawai', 'unsur', 'diukur_pada'), name='ukuran_potensi_sekali'),
        ),
        migrations.AddConstraint(
            model_name='ukuranpotensi',
            constraint=models.CheckConstraint(condition=models.Q(('nilai__range', (0, 100))), name='ukuran_potensi_nilai_sah', violation_error_message='Nilai potensi adalah 0 sampai 100.'),
        ),
        migrations.AddConstraint(
            model_name='susunanunit',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='susunan_unit_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='susunanunit',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('unit'), models.F('unit'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='susunan_unit_satu_pada_satu_waktu', violation_error_message='Unit ini sudah mempunyai susunan pada tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='susunanunit',
            constraint=models.CheckConstraint(condition=models.Q(('induk__isnull', True), models.Q(('induk', models.F('unit')), _negated=True), _connector='OR'), name='susunan_unit_bukan_induk_sendiri', violation_error_message='Unit tidak dapat menjadi induk bagi dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='pengelolaunit',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='pengelola_unit_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='jabatan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='jabatan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='jabatan',
            constraint=models.UniqueConstraint(condition=models.Q(('kepala_unit', True), ('selesai__isnull', True)), fields=('unit',), name='jabatan_satu_kepala_unit', violation_error_message='Unit ini sudah mempunyai jabatan kepala.'),
        ),
        migrations.AddConstraint(
            model_name='jabatan',
            constraint=models.CheckConstraint(condition=models.Q(('jenis', 'fungsional'), ('jenjang', ''), _connector='XOR'), name='jabatan_jenjang_hanya_fungsional', violation_error_message='Jenjang diisi untuk jabatan fungsional, dan hanya untuk itu.'),
        ),
        buat_fungsi(),
        tolak_ubah("pegawai_ketentuan"),
        tolak_ubah("pegawai_permohonanperan", "OLD.status <> 'diajukan'"),
        tolak_ubah("pegawai_permohonankode", "OLD.status <> 'diajukan'"),
    ]
