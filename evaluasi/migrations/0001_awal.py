import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from mataram_asn.kit.pemicu import tolak_ubah


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kinerja', '0001_awal'),
        ('pegawai', '0001_awal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
<<<<<<< HEAD
=======
            name='BatchDokumen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('isi', models.CharField(choices=[('skp', 'SKP yang disetujui'), ('evaluasi', 'Evaluasi dan dokumen evaluasi')], max_length=10, verbose_name='isi')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('diminta_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('kedaluwarsa', models.DateTimeField()),
                ('berkas', models.FileField(blank=True, max_length=200, upload_to='dokumen/batch/')),
                ('ukuran', models.BigIntegerField(default=0, verbose_name='ukuran (byte)')),
                ('selesai_pada', models.DateTimeField(null=True)),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unit', verbose_name='unit kerja')),
            ],
            options={
                'verbose_name': 'batch dokumen',
                'verbose_name_plural': 'batch dokumen',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            name='Evaluasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField()),
                ('selesai', models.DateField()),
                ('indeks_hasil', models.DecimalField(decimal_places=2, max_digits=5)),
                ('indeks_perilaku', models.DecimalField(decimal_places=2, max_digits=5)),
                ('usul_hasil', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('usul_perilaku', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('rating_hasil', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('rating_perilaku', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('masukan', models.JSONField()),
                ('pohon', models.JSONField()),
                ('akar', models.CharField(max_length=64)),
                ('dihitung_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('ketentuan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.ketentuan')),
                ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penggantinya', to='evaluasi.evaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi', to='pegawai.pegawai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_diberikan', to='pegawai.pegawai')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi', to='kinerja.skp')),
            ],
            options={
                'verbose_name': 'evaluasi',
                'verbose_name_plural': 'evaluasi',
            },
        ),
        migrations.CreateModel(
<<<<<<< HEAD
            name='Keberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dasar_pemeriksa', models.TextField(blank=True, verbose_name='dasar penunjukan pemeriksa')),
                ('status', models.CharField(choices=[('disampaikan', 'Disampaikan'), ('diterima', 'Diterima pegawai'), ('keberatan', 'Keberatan diajukan'), ('pemeriksaan', 'Dalam pemeriksaan'), ('tetap', 'Diputus tetap'), ('diubah', 'Diputus berubah')], max_length=12)),
                ('alasan', models.TextField(blank=True, verbose_name='alasan')),
                ('diajukan_pada', models.DateTimeField()),
                ('batas', models.DateTimeField(verbose_name='batas mengajukan')),
                ('putus_sebelum', models.DateTimeField(null=True, verbose_name='diharapkan diputus sebelum')),
                ('diperiksa_pada', models.DateTimeField(null=True)),
                ('kesempatan_sampai', models.DateTimeField(null=True, verbose_name='kesempatan memberi keterangan sampai')),
                ('diputus_pada', models.DateTimeField(null=True)),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('evaluasi', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='keberatan', to='evaluasi.evaluasi')),
                ('hasil', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dari_keberatan', to='evaluasi.evaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keberatan', to='pegawai.pegawai')),
                ('pemeriksa', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='keberatan_diperiksa', to='pegawai.pegawai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keberatan_atas_penilaian', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'keberatan',
                'verbose_name_plural': 'keberatan',
            },
        ),
        migrations.CreateModel(
            name='ButirKeberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.CharField(max_length=80, verbose_name='angka')),
                ('nama', models.TextField(verbose_name='nama angka')),
                ('nilai_semula', models.CharField(max_length=80, verbose_name='nilai semula')),
                ('putusan', models.CharField(blank=True, choices=[('tetap', 'Tetap'), ('diubah', 'Diubah')], max_length=8)),
                ('nilai_baru', models.CharField(blank=True, max_length=80, verbose_name='nilai baru')),
                ('pertimbangan', models.TextField(blank=True)),
                ('keberatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='butir', to='evaluasi.keberatan')),
            ],
            options={
                'verbose_name': 'angka yang dikeberatani',
                'verbose_name_plural': 'angka yang dikeberatani',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='BuktiKeberatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('berkas', 'Berkas'), ('tautan', 'Tautan')], max_length=8)),
                ('berkas', models.FileField(blank=True, max_length=200, upload_to='keberatan/%Y/%m/', verbose_name='berkas')),
                ('tautan', models.URLField(blank=True, verbose_name='tautan')),
                ('nama_asli', models.CharField(blank=True, max_length=160, verbose_name='nama berkas')),
                ('tipe', models.CharField(blank=True, max_length=80, verbose_name='jenis isi')),
                ('sidik', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('keberatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bukti', to='evaluasi.keberatan')),
            ],
            options={
                'verbose_name': 'bukti keberatan',
                'verbose_name_plural': 'bukti keberatan',
            },
        ),
        migrations.CreateModel(
            name='Keterangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pihak', models.CharField(choices=[('pegawai', 'Pegawai'), ('penilai', 'Pejabat penilai')], max_length=8)),
                ('isi', models.TextField(verbose_name='keterangan')),
                ('lisan', models.BooleanField(default=False, verbose_name='disampaikan lisan')),
                ('dicatat_pada', models.DateTimeField()),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('keberatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keterangan', to='evaluasi.keberatan')),
            ],
            options={
                'verbose_name': 'keterangan',
                'verbose_name_plural': 'keterangan',
                'ordering': ['pk'],
=======
            name='Dokumen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(max_length=26, unique=True)),
                ('jenis', models.CharField(choices=[('skp', 'Sasaran kinerja pegawai'), ('evaluasi', 'Evaluasi kinerja pegawai'), ('dokumen_evaluasi', 'Dokumen evaluasi kinerja pegawai'), ('konversi', 'Konversi predikat kinerja ke angka kredit'), ('akumulasi', 'Akumulasi angka kredit'), ('penetapan', 'Penetapan angka kredit')], max_length=20)),
                ('objek_id', models.BigIntegerField(verbose_name='nomor baris asal')),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi baris asal')),
                ('judul', models.CharField(max_length=160)),
                ('sidik_isi', models.CharField(max_length=64, verbose_name='SHA-256 isi')),
                ('sidik', models.CharField(max_length=64, unique=True, verbose_name='SHA-256 berkas')),
                ('berkas', models.FileField(max_length=200, upload_to='dokumen/%Y/%m/')),
                ('ukuran', models.PositiveIntegerField(verbose_name='ukuran (byte)')),
                ('diterbitkan_pada', models.DateTimeField()),
                ('diterbitkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('menggantikan', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penggantinya', to='evaluasi.dokumen')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dokumen', to='pegawai.pegawai')),
                ('penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dokumen_ditandatangani', to='pegawai.pegawai')),
                ('evaluasi', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='dokumen', to='evaluasi.evaluasi')),
            ],
            options={
                'verbose_name': 'dokumen',
                'verbose_name_plural': 'dokumen',
            },
        ),
        migrations.CreateModel(
            name='ImporKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('skp22', 'Predikat tahunan (skp22)'), ('kinerjaperiodik', 'Predikat periodik (kinerjaperiodik)'), ('angkakredit', 'Angka kredit (angkakredit)')], max_length=20)),
                ('nama_berkas', models.CharField(max_length=160)),
                ('sidik', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('status', models.CharField(choices=[('diperiksa', 'Diperiksa, belum dimuat'), ('dimuat', 'Dimuat'), ('dibatalkan', 'Dibatalkan')], default='diperiksa', max_length=12)),
                ('jumlah', models.JSONField(default=dict, verbose_name='jumlah per putusan')),
                ('baris', models.JSONField(default=list, verbose_name='putusan per baris')),
                ('diunggah_pada', models.DateTimeField()),
                ('dimuat_pada', models.DateTimeField(null=True)),
                ('dibatalkan_pada', models.DateTimeField(null=True)),
                ('dibatalkan_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diunggah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'pertukaran SIASN',
                'verbose_name_plural': 'pertukaran SIASN',
                'ordering': ['-pk'],
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            },
        ),
        migrations.CreateModel(
            name='KinerjaOrganisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('predikat', models.CharField(choices=[('istimewa', 'Istimewa'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16, verbose_name='predikat organisasi')),
                ('dasar', models.TextField(verbose_name='dasar penetapan')),
                ('ditetapkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinerja_organisasi', to='kinerja.periode')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kinerja_organisasi', to='pegawai.unit')),
            ],
            options={
                'verbose_name': 'kinerja organisasi',
                'verbose_name_plural': 'kinerja organisasi',
            },
        ),
        migrations.CreateModel(
            name='Layanan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(max_length=60, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=160, verbose_name='nama')),
                ('aktif', models.BooleanField(default=True, verbose_name='aktif')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='layanan', to='pegawai.unit')),
            ],
            options={
                'verbose_name': 'layanan',
                'verbose_name_plural': 'layanan',
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='LembarPenilaian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField()),
                ('selesai', models.DateField()),
                ('status', models.CharField(choices=[('terbuka', 'Belum dinilai'), ('ditetapkan', 'Sudah dinilai'), ('tertahan', 'Tertahan')], default='terbuka', max_length=12)),
                ('sisi_pegawai_pada', models.DateTimeField(null=True, verbose_name='pegawai menyatakan selesai mengisi')),
                ('publik', models.JSONField(null=True, verbose_name='umpan balik yang dibekukan')),
                ('rating_hasil', models.CharField(blank=True, choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('alasan_hasil', models.TextField(blank=True)),
                ('rating_perilaku', models.CharField(blank=True, choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('alasan_perilaku', models.TextField(blank=True)),
                ('ditetapkan_pada', models.DateTimeField(null=True)),
<<<<<<< HEAD
                ('indeks_hasil', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('indeks_perilaku', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('usul_hasil', models.CharField(blank=True, choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('usul_perilaku', models.CharField(blank=True, choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
=======
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
                ('dikonfirmasi_pada', models.DateTimeField(null=True)),
                ('disimpan_pada', models.DateTimeField(null=True, verbose_name='terakhir disimpan penilai')),
                ('versi', models.PositiveIntegerField(default=1)),
                ('dikonfirmasi_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bobot yang tidak dapat dinilai dikonfirmasi oleh')),
                ('ditetapkan_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lembar', to='pegawai.pegawai')),
                ('penilai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lembar_dinilai', to='pegawai.pegawai')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lembar', to='kinerja.skp')),
            ],
            options={
                'verbose_name': 'lembar penilaian',
                'verbose_name_plural': 'lembar penilaian',
            },
        ),
<<<<<<< HEAD
        migrations.CreateModel(
            name='Kalibrasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sumbu', models.CharField(choices=[('hasil', 'Hasil kerja'), ('perilaku', 'Perilaku kerja')], max_length=8, verbose_name='yang diubah')),
                ('dari', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8, verbose_name='dari')),
                ('ke', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8, verbose_name='menjadi')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('mencabut', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pencabut', to='evaluasi.kalibrasi', verbose_name='mencabut perubahan')),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lembar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kalibrasi', to='evaluasi.lembarpenilaian')),
            ],
            options={
                'verbose_name': 'kalibrasi',
                'verbose_name_plural': 'kalibrasi',
            },
        ),
=======
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
        migrations.AddField(
            model_name='evaluasi',
            name='lembar',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi', to='evaluasi.lembarpenilaian'),
        ),
        migrations.CreateModel(
            name='AlihPenilai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('dialihkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dari', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai')),
                ('dialihkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ke', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai')),
                ('lembar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alih', to='evaluasi.lembarpenilaian')),
            ],
            options={
                'verbose_name': 'pengalihan penilai',
                'verbose_name_plural': 'pengalihan penilai',
                'ordering': ['-dialihkan_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='NilaiIndikator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rating', models.CharField(blank=True, choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('alasan', models.TextField(blank=True)),
                ('tidak_dinilai', models.BooleanField(default=False, verbose_name='tidak dapat dinilai')),
                ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nilai', to='kinerja.indikator')),
                ('lembar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nilai_indikator', to='evaluasi.lembarpenilaian')),
            ],
            options={
                'verbose_name': 'nilai indikator',
                'verbose_name_plural': 'nilai indikator',
            },
        ),
        migrations.CreateModel(
            name='NilaiPerilaku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nilai', models.CharField(choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=24)),
                ('rating', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('alasan', models.TextField(blank=True)),
                ('lembar', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='nilai_perilaku', to='evaluasi.lembarpenilaian')),
            ],
            options={
                'verbose_name': 'nilai perilaku',
                'verbose_name_plural': 'nilai perilaku',
            },
        ),
        migrations.CreateModel(
<<<<<<< HEAD
=======
            name='PencabutanDokumen',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('dicabut_pada', models.DateTimeField()),
                ('dicabut_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dokumen', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='pencabutan', to='evaluasi.dokumen')),
            ],
            options={
                'verbose_name': 'pencabutan dokumen',
                'verbose_name_plural': 'pencabutan dokumen',
            },
        ),
        migrations.CreateModel(
            name='PermintaanCabut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('diminta_pada', models.DateTimeField()),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dokumen', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='permintaan_cabut', to='evaluasi.dokumen')),
            ],
            options={
                'verbose_name': 'permintaan pencabutan',
                'verbose_name_plural': 'permintaan pencabutan',
            },
        ),
        migrations.CreateModel(
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            name='PetugasLayanan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(blank=True, null=True, verbose_name='selesai')),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='petugas', to='evaluasi.layanan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='layanan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'petugas layanan',
                'verbose_name_plural': 'petugas layanan',
            },
        ),
        migrations.CreateModel(
<<<<<<< HEAD
=======
            name='PotonganBatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('urutan', models.PositiveIntegerField()),
                ('objek', models.JSONField(default=list)),
                ('status', models.CharField(choices=[('menunggu', 'Menunggu'), ('selesai', 'Selesai'), ('karantina', 'Dikarantina')], default='menunggu', max_length=10)),
                ('percobaan', models.PositiveSmallIntegerField(default=0)),
                ('hasil', models.JSONField(default=list)),
                ('galat', models.TextField(blank=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='potongan', to='evaluasi.batchdokumen')),
            ],
            options={
                'verbose_name': 'potongan batch',
                'verbose_name_plural': 'potongan batch',
                'ordering': ['urutan'],
            },
        ),
        migrations.CreateModel(
            name='RiwayatKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('berlaku', models.BooleanField(default=True)),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('periodik', models.CharField(choices=[('tahunan', 'Tahunan'), ('bulanan', 'Bulanan'), ('triwulan', 'Triwulan')], default='tahunan', max_length=10)),
                ('nama_periode', models.CharField(blank=True, max_length=40)),
                ('rating_hasil', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('rating_perilaku', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('id_siasn', models.CharField(blank=True, max_length=64, verbose_name='ID SIASN')),
                ('instansi', models.CharField(blank=True, max_length=200, verbose_name='instansi')),
                ('penilai', models.JSONField(default=dict, verbose_name='pejabat penilai menurut berkas')),
                ('impor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat', to='evaluasi.imporkinerja')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat_kinerja', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'riwayat kinerja',
                'verbose_name_plural': 'riwayat kinerja',
                'ordering': ['-tahun', 'pk'],
            },
        ),
        migrations.CreateModel(
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            name='Siklus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=80, verbose_name='nama')),
                ('tahap', models.CharField(choices=[('persiapan', 'Persiapan'), ('isi_bukti', 'Isi realisasi dan bukti'), ('penilaian', 'Penilaian atasan'), ('kalibrasi', 'Kalibrasi'), ('terbit', 'Hasil diterbitkan'), ('final', 'Final'), ('batal', 'Dibatalkan')], default='persiapan', max_length=12, verbose_name='tahap')),
                ('dibuka', models.BooleanField(default=False, verbose_name='disetujui untuk dibuka')),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('disalin_dari', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='salinan', to='evaluasi.siklus')),
                ('ketentuan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.ketentuan', verbose_name='ketentuan penilaian')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='siklus', to='kinerja.periode', verbose_name='periode')),
            ],
            options={
                'verbose_name': 'siklus',
                'verbose_name_plural': 'siklus',
                'ordering': ['-periode__mulai', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Potongan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('langkah', models.CharField(choices=[('siapkan', 'Menyiapkan lembar penilaian'), ('bekukan', 'Membekukan umpan balik'), ('tahan', 'Menyiapkan kalibrasi'), ('hitung', 'Menghitung hasil'), ('umumkan', 'Mengirim pemberitahuan hasil'), ('finalkan', 'Memfinalkan'), ('ingatkan', 'Mengirim pengingat'), ('andai', 'Menghitung simulasi')], max_length=10)),
                ('tanda', models.CharField(blank=True, default='', max_length=20)),
                ('awal', models.BigIntegerField()),
                ('akhir', models.BigIntegerField()),
                ('status', models.CharField(choices=[('menunggu', 'Menunggu'), ('selesai', 'Selesai'), ('karantina', 'Dikarantina')], default='menunggu', max_length=10)),
                ('percobaan', models.PositiveSmallIntegerField(default=0)),
                ('saat', models.DateTimeField(verbose_name='saat yang berlaku')),
                ('selesai_pada', models.DateTimeField(null=True)),
                ('pid', models.PositiveIntegerField(null=True)),
                ('pekerja', models.CharField(blank=True, max_length=120)),
                ('jumlah', models.PositiveIntegerField(default=0)),
                ('ditolak', models.JSONField(default=list)),
                ('galat', models.TextField(blank=True)),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='potongan', to='evaluasi.siklus')),
            ],
            options={
                'verbose_name': 'potongan',
                'verbose_name_plural': 'potongan',
            },
        ),
        migrations.CreateModel(
            name='PermohonanSiklus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('apa', models.CharField(choices=[('batalkan', 'Batalkan siklus'), ('buka_kembali', 'Buka kembali pengisian')], max_length=14, verbose_name='yang dimohon')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('tutup_baru', models.DateTimeField(blank=True, null=True, verbose_name='pengisian ditutup lagi pada')),
                ('status', models.CharField(choices=[('menunggu', 'Menunggu orang kedua'), ('disetujui', 'Disetujui'), ('ditolak', 'Ditolak')], default='menunggu', max_length=10)),
                ('diminta_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('diputus_pada', models.DateTimeField(blank=True, null=True)),
                ('tanggapan', models.TextField(blank=True, verbose_name='tanggapan')),
                ('diminta_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diputus_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='permohonan', to='evaluasi.siklus')),
            ],
            options={
                'verbose_name': 'permohonan siklus',
                'verbose_name_plural': 'permohonan siklus',
                'ordering': ['-diminta_pada', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='lembarpenilaian',
            name='siklus',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lembar', to='evaluasi.siklus'),
        ),
        migrations.CreateModel(
            name='JadwalTahap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahap', models.CharField(choices=[('persiapan', 'Persiapan'), ('isi_bukti', 'Isi realisasi dan bukti'), ('penilaian', 'Penilaian atasan'), ('kalibrasi', 'Kalibrasi'), ('terbit', 'Hasil diterbitkan'), ('final', 'Final'), ('batal', 'Dibatalkan')], max_length=12, verbose_name='tahap')),
                ('mulai', models.DateTimeField(verbose_name='mulai')),
                ('dilaksanakan_pada', models.DateTimeField(blank=True, null=True)),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jadwal', to='evaluasi.siklus')),
            ],
            options={
                'verbose_name': 'jadwal tahap',
                'verbose_name_plural': 'jadwal tahap',
                'ordering': ['mulai'],
            },
        ),
        migrations.CreateModel(
            name='EvaluasiTahunan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hari', models.PositiveSmallIntegerField(verbose_name='hari yang dinilai')),
                ('indeks_hasil', models.DecimalField(decimal_places=2, max_digits=5)),
                ('indeks_perilaku', models.DecimalField(decimal_places=2, max_digits=5)),
                ('usul_hasil', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('usul_perilaku', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('rating_hasil', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('rating_perilaku', models.CharField(choices=[('di_atas', 'Di atas ekspektasi'), ('sesuai', 'Sesuai ekspektasi'), ('di_bawah', 'Di bawah ekspektasi')], max_length=8)),
                ('alasan_hasil', models.TextField(blank=True)),
                ('alasan_perilaku', models.TextField(blank=True)),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('masukan', models.JSONField()),
                ('pohon', models.JSONField()),
                ('akar', models.CharField(max_length=64)),
                ('ditetapkan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('ditetapkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ketentuan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.ketentuan')),
                ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penggantinya', to='evaluasi.evaluasitahunan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_tahunan', to='pegawai.pegawai')),
                ('penilai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_tahunan_diberikan', to='pegawai.pegawai')),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi_tahunan', to='evaluasi.siklus')),
            ],
            options={
                'verbose_name': 'evaluasi tahunan',
                'verbose_name_plural': 'evaluasi tahunan',
            },
        ),
        migrations.AddField(
            model_name='evaluasi',
            name='siklus',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evaluasi', to='evaluasi.siklus'),
        ),
<<<<<<< HEAD
        migrations.CreateModel(
            name='Simulasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=120, verbose_name='nama')),
                ('ubah', models.JSONField(verbose_name='angka yang diubah')),
                ('isi', models.JSONField(verbose_name='isi ketentuan yang dicoba')),
                ('jumlah', models.PositiveIntegerField(verbose_name='hasil yang dihitung ulang')),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dibuat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='simulasi', to='evaluasi.siklus', verbose_name='siklus')),
            ],
            options={
                'verbose_name': 'simulasi ketentuan',
                'verbose_name_plural': 'simulasi ketentuan',
                'ordering': ['-dibuat_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='HasilSimulasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('predikat_lama', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('predikat', models.CharField(blank=True, choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('indeks_hasil', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('indeks_perilaku', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('jarak_hasil', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('jarak_perilaku', models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ('arah', models.SmallIntegerField(default=0, verbose_name='berapa tingkat predikatnya naik')),
                ('alasan', models.TextField(blank=True)),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluasi.evaluasi')),
                ('kantor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.unit')),
                ('simulasi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hasil', to='evaluasi.simulasi')),
            ],
            options={
                'verbose_name': 'hasil simulasi',
                'verbose_name_plural': 'hasil simulasi',
=======
        migrations.AddField(
            model_name='batchdokumen',
            name='siklus',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evaluasi.siklus'),
        ),
        migrations.CreateModel(
            name='TandaTangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sebagai', models.CharField(max_length=40)),
                ('status', models.CharField(choices=[('menunggu', 'Belum ditandatangani secara elektronik'), ('ditandatangani', 'Berkas bertanda tangan elektronik diterima')], default='menunggu', max_length=16)),
                ('penyedia', models.CharField(blank=True, max_length=80, verbose_name='penyedia sertifikat')),
                ('rujukan', models.CharField(blank=True, max_length=120, verbose_name='rujukan penyedia')),
                ('cara', models.CharField(blank=True, choices=[('lanjutan', 'Isi awal berkas sama persis dengan yang diterbitkan'), ('penyedia', 'Diperiksa oleh penyedia tanda tangan')], max_length=10)),
                ('berkas', models.FileField(blank=True, max_length=200, upload_to='dokumen/bertanda/%Y/%m/')),
                ('sidik', models.CharField(blank=True, db_index=True, max_length=64, verbose_name='SHA-256 berkas bertanda tangan')),
                ('diunggah_pada', models.DateTimeField(null=True)),
                ('dokumen', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tanda_tangan', to='evaluasi.dokumen')),
                ('penanda_tangan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tanda_tangan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'tanda tangan',
                'verbose_name_plural': 'tanda tangan',
                'ordering': ['pk'],
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            },
        ),
        migrations.CreateModel(
            name='TemplatSiklus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=80, unique=True, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('tahunan', 'Tahunan')], max_length=12, verbose_name='jenis')),
                ('isi_hari', models.SmallIntegerField(default=-60, verbose_name='pengisian dibuka (hari dari akhir periode)')),
                ('penilaian_hari', models.SmallIntegerField(default=5, verbose_name='penilaian dibuka (hari dari akhir periode)')),
                ('kalibrasi_hari', models.SmallIntegerField(default=12, verbose_name='kalibrasi dibuka (hari dari akhir periode)')),
                ('terbit_hari', models.SmallIntegerField(default=15, verbose_name='hasil diterbitkan (hari dari akhir periode)')),
                ('final_hari', models.SmallIntegerField(default=29, verbose_name='final (hari dari akhir periode)')),
                ('aktif', models.BooleanField(default=True, verbose_name='aktif')),
            ],
            options={
                'verbose_name': 'templat siklus',
                'verbose_name_plural': 'templat siklus',
                'constraints': [models.CheckConstraint(condition=models.Q(('isi_hari__lt', models.F('penilaian_hari')), ('penilaian_hari__lt', models.F('kalibrasi_hari')), ('kalibrasi_hari__lt', models.F('terbit_hari')), ('terbit_hari__lt', models.F('final_hari'))), name='templat_siklus_berurutan', violation_error_message='Tahap harus berurutan: pengisian, penilaian, kalibrasi, terbit, final.')],
            },
        ),
        migrations.CreateModel(
            name='TokenUmpanBalik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sidik', models.CharField(max_length=64, unique=True, verbose_name='SHA-256 token')),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('kedaluwarsa', models.DateTimeField()),
                ('terpakai', models.BooleanField(default=False)),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='token', to='evaluasi.layanan')),
                ('pegawai', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='token_umpan_balik', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'token umpan balik',
                'verbose_name_plural': 'token umpan balik',
            },
        ),
        migrations.CreateModel(
            name='UmpanBalik',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tanggal', models.DateField()),
                ('wajah', models.PositiveSmallIntegerField(choices=[(1, 'Tidak baik'), (2, 'Kurang baik'), (3, 'Baik'), (4, 'Sangat baik')])),
                ('kata', models.JSONField(default=list, verbose_name='kata pilihan')),
                ('teks', models.TextField(blank=True)),
                ('moderasi', models.CharField(choices=[('menunggu', 'Menunggu moderasi'), ('layak', 'Layak ditampilkan'), ('ditolak', 'Tidak ditampilkan')], default='menunggu', max_length=8)),
                ('layanan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik', to='evaluasi.layanan')),
                ('pegawai', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'umpan balik',
                'verbose_name_plural': 'umpan balik',
            },
        ),
        migrations.AddIndex(
<<<<<<< HEAD
            model_name='keberatan',
            index=models.Index(fields=['status', 'diajukan_pada'], name='keberatan_status'),
        ),
        migrations.AddIndex(
            model_name='keberatan',
            index=models.Index(fields=['pemeriksa', 'status'], name='keberatan_pemeriksa'),
        ),
        migrations.AddConstraint(
            model_name='keberatan',
            constraint=models.CheckConstraint(condition=models.Q(('pemeriksa__isnull', True), models.Q(models.Q(('pemeriksa', models.F('pegawai')), _negated=True), models.Q(('pemeriksa', models.F('penilai')), _negated=True)), _connector='OR'), name='keberatan_bukan_hakim_sendiri', violation_error_message='Pemeriksa keberatan bukan pegawai itu dan bukan pejabat penilainya.'),
        ),
        migrations.AddConstraint(
            model_name='keberatan',
            constraint=models.CheckConstraint(condition=models.Q(('diajukan_pada__lt', models.F('batas'))), name='keberatan_dalam_waktu', violation_error_message='Keberatan diajukan dalam waktunya.'),
        ),
        migrations.AddConstraint(
            model_name='keberatan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ('tetap', 'diubah')), _negated=True), models.Q(('diputus_oleh__isnull', False), ('diputus_pada__isnull', False), ('pemeriksa__isnull', False)), _connector='OR'), name='keberatan_diputus_lengkap'),
        ),
        migrations.AddConstraint(
            model_name='keberatan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('hasil__isnull', False), ('status', 'diubah')), models.Q(models.Q(('status', 'diubah'), _negated=True), ('hasil__isnull', True)), _connector='OR'), name='keberatan_diubah_berhasil'),
        ),
        migrations.AddConstraint(
            model_name='keberatan',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'diterima'), models.Q(('alasan', ''), _negated=True), _connector='OR'), name='keberatan_beralasan', violation_error_message='Tulis alasan keberatan.'),
        ),
        migrations.AddConstraint(
            model_name='butirkeberatan',
            constraint=models.UniqueConstraint(fields=('keberatan', 'kunci'), name='butir_keberatan_sekali'),
        ),
        migrations.AddConstraint(
            model_name='butirkeberatan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('nilai_baru', ''), ('pertimbangan', ''), ('putusan', '')), models.Q(('nilai_baru', ''), ('putusan', 'tetap'), models.Q(('pertimbangan', ''), _negated=True)), models.Q(('putusan', 'diubah'), models.Q(('nilai_baru', ''), _negated=True), models.Q(('pertimbangan', ''), _negated=True)), _connector='OR'), name='butir_keberatan_putusan_lengkap', violation_error_message='Setiap putusan memerlukan pertimbangan; yang diubah memerlukan nilai baru.'),
        ),
        migrations.AddConstraint(
            model_name='buktikeberatan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'berkas'), models.Q(('sidik', ''), _negated=True), ('tautan', '')), models.Q(('jenis', 'tautan'), models.Q(('tautan', ''), _negated=True), ('berkas', '')), _connector='OR'), name='bukti_keberatan_berkas_atau_tautan', violation_error_message='Bukti keberatan berupa satu berkas atau satu tautan.'),
        ),
        migrations.AddConstraint(
            model_name='keterangan',
            constraint=models.CheckConstraint(condition=models.Q(('isi', ''), _negated=True), name='keterangan_berisi'),
        ),
        migrations.AddConstraint(
            model_name='kinerjaorganisasi',
            constraint=models.UniqueConstraint(fields=('unit', 'periode'), name='kinerja_organisasi_sekali'),
        ),
        migrations.AddConstraint(
            model_name='kalibrasi',
            constraint=models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='kalibrasi_beralasan', violation_error_message='Kalibrasi memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='kalibrasi',
            constraint=models.CheckConstraint(condition=models.Q(('mencabut__isnull', False), models.Q(('dari', models.F('ke')), _negated=True), _connector='OR'), name='kalibrasi_mengubah', violation_error_message='Pilih rating yang berbeda dari sekarang.'),
        ),
        migrations.AddConstraint(
=======
            model_name='dokumen',
            index=models.Index(fields=['jenis', 'objek_id', '-id'], name='dokumen_objek'),
        ),
        migrations.AddConstraint(
            model_name='dokumen',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('jenis', 'objek_id'), name='dokumen_satu_awal'),
        ),
        migrations.AddConstraint(
            model_name='dokumen',
            constraint=models.CheckConstraint(condition=models.Q(('kode__regex', '^[A-Z2-7]{26}$')), name='dokumen_kode_sah'),
        ),
        migrations.AddConstraint(
            model_name='kinerjaorganisasi',
            constraint=models.UniqueConstraint(fields=('unit', 'periode'), name='kinerja_organisasi_sekali'),
        ),
        migrations.AddConstraint(
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
            model_name='alihpenilai',
            constraint=models.CheckConstraint(condition=models.Q(('dari__isnull', True), models.Q(('dari', models.F('ke')), _negated=True), _connector='OR'), name='alih_penilai_berpindah'),
        ),
        migrations.AddConstraint(
            model_name='alihpenilai',
            constraint=models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='alih_penilai_beralasan'),
        ),
        migrations.AddConstraint(
            model_name='nilaiindikator',
            constraint=models.UniqueConstraint(fields=('lembar', 'indikator'), name='nilai_indikator_sekali'),
        ),
        migrations.AddConstraint(
            model_name='nilaiindikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rating', ''), ('tidak_dinilai', True), models.Q(('alasan', ''), _negated=True)), ('tidak_dinilai', False), _connector='OR'), name='nilai_indikator_satu_putusan', violation_error_message='Indikator yang tidak dapat dinilai memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='nilaiperilaku',
            constraint=models.UniqueConstraint(fields=('lembar', 'nilai'), name='nilai_perilaku_sekali'),
        ),
        migrations.AddConstraint(
<<<<<<< HEAD
            model_name='petugaslayanan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='petugas_layanan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
=======
            model_name='pencabutandokumen',
            constraint=models.CheckConstraint(condition=models.Q(('diminta_oleh', models.F('dicabut_oleh')), _negated=True), name='pencabutan_dua_orang', violation_error_message='Pencabutan diputuskan oleh orang lain daripada yang memintanya.'),
        ),
        migrations.AddConstraint(
            model_name='pencabutandokumen',
            constraint=models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='pencabutan_beralasan'),
        ),
        migrations.AddConstraint(
            model_name='petugaslayanan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='petugas_layanan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='potonganbatch',
            constraint=models.UniqueConstraint(fields=('batch', 'urutan'), name='potongan_batch_unik'),
        ),
        migrations.AddConstraint(
            model_name='riwayatkinerja',
            constraint=models.UniqueConstraint(condition=models.Q(('berlaku', True)), fields=('pegawai', 'tahun', 'periodik', 'nama_periode'), name='riwayat_kinerja_sekali', violation_error_message='Predikat tahun atau periode ini sudah tercatat.'),
        ),
        migrations.AddConstraint(
            model_name='riwayatkinerja',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('predikat', 'sangat_baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'sangat_kurang'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_bawah')), _connector='OR'), name='riwayat_sel_sah'),
        ),
        migrations.AddConstraint(
            model_name='riwayatkinerja',
            constraint=models.CheckConstraint(condition=models.Q(('tahun__range', (2022, 2100))), name='riwayat_tahun_sah'),
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
        ),
        migrations.AddConstraint(
            model_name='siklus',
            constraint=models.UniqueConstraint(condition=models.Q(('tahap', 'batal'), _negated=True), fields=('periode',), name='siklus_satu_per_periode', violation_error_message='Periode ini sudah mempunyai siklus.'),
        ),
        migrations.AddConstraint(
            model_name='siklus',
            constraint=models.CheckConstraint(condition=models.Q(('dibuka', True), ('tahap__in', ['persiapan', 'batal']), _connector='OR'), name='siklus_jalan_setelah_dibuka'),
        ),
        migrations.AddConstraint(
            model_name='potongan',
            constraint=models.UniqueConstraint(fields=('siklus', 'langkah', 'tanda', 'awal'), name='potongan_unik'),
        ),
        migrations.AddConstraint(
            model_name='potongan',
            constraint=models.CheckConstraint(condition=models.Q(('akhir__gte', models.F('awal'))), name='potongan_rentang_sah'),
        ),
        migrations.AddConstraint(
            model_name='permohonansiklus',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'menunggu')), fields=('siklus',), name='permohonan_siklus_satu_menunggu', violation_error_message='Masih ada permohonan lain yang menunggu untuk siklus ini.'),
        ),
        migrations.AddConstraint(
            model_name='permohonansiklus',
            constraint=models.CheckConstraint(condition=models.Q(('diputus_oleh__isnull', True), models.Q(('diputus_oleh', models.F('diminta_oleh')), _negated=True), _connector='OR'), name='permohonan_siklus_dua_orang', violation_error_message='Permohonan diputus oleh orang lain, bukan oleh pemohonnya.'),
        ),
        migrations.AddConstraint(
            model_name='permohonansiklus',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('diputus_oleh__isnull', True), ('diputus_pada__isnull', True), ('status', 'menunggu')), models.Q(models.Q(('status', 'menunggu'), _negated=True), ('diputus_oleh__isnull', False), ('diputus_pada__isnull', False)), _connector='OR'), name='permohonan_siklus_diputus_lengkap'),
        ),
        migrations.AddConstraint(
            model_name='permohonansiklus',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('apa', 'buka_kembali'), _negated=True), ('tutup_baru__isnull', False), _connector='OR'), name='permohonan_siklus_bertanggal', violation_error_message='Isi kapan pengisian ditutup lagi.'),
        ),
        migrations.AddIndex(
            model_name='lembarpenilaian',
            index=models.Index(fields=['penilai', 'siklus', 'status'], name='lembar_penilai'),
        ),
        migrations.AddConstraint(
            model_name='lembarpenilaian',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='lembar_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='lembarpenilaian',
            constraint=models.UniqueConstraint(fields=('siklus', 'skp'), name='lembar_sekali'),
        ),
        migrations.AddConstraint(
            model_name='lembarpenilaian',
            constraint=models.CheckConstraint(condition=models.Q(('penilai__isnull', True), models.Q(('penilai', models.F('pegawai')), _negated=True), _connector='OR'), name='lembar_penilai_bukan_diri', violation_error_message='Tidak seorang pun menilai dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='lembarpenilaian',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'ditetapkan'), _negated=True), models.Q(models.Q(('rating_hasil', ''), _negated=True), models.Q(('rating_perilaku', ''), _negated=True), ('ditetapkan_oleh__isnull', False), ('ditetapkan_pada__isnull', False)), _connector='OR'), name='lembar_ditetapkan_lengkap', violation_error_message='Penilaian yang ditetapkan harus lengkap.'),
        ),
        migrations.AddConstraint(
            model_name='jadwaltahap',
            constraint=models.UniqueConstraint(fields=('siklus', 'tahap'), name='jadwal_tahap_sekali'),
        ),
        migrations.AddConstraint(
            model_name='evaluasitahunan',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('siklus', 'pegawai'), name='evaluasi_tahunan_sekali', violation_error_message='Predikat tahun ini sudah ditetapkan.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasitahunan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('predikat', 'sangat_baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'sangat_kurang'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_bawah')), _connector='OR'), name='evaluasi_tahunan_sel_sah', violation_error_message='Predikat harus sesuai dengan matriks hasil kerja dan perilaku kerja.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasitahunan',
            constraint=models.CheckConstraint(condition=models.Q(('hari__range', (1, 366)), ('indeks_hasil__range', (0, 120)), ('indeks_perilaku__range', (0, 120))), name='evaluasi_tahunan_indeks_sah'),
        ),
        migrations.AddConstraint(
            model_name='evaluasitahunan',
            constraint=models.CheckConstraint(condition=models.Q(('penilai', models.F('pegawai')), _negated=True), name='evaluasi_tahunan_bukan_diri', violation_error_message='Tidak seorang pun menilai dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasitahunan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rating_hasil', models.F('usul_hasil')), models.Q(('alasan_hasil', ''), _negated=True), _connector='OR'), models.Q(('rating_perilaku', models.F('usul_perilaku')), models.Q(('alasan_perilaku', ''), _negated=True), _connector='OR')), name='evaluasi_tahunan_beralasan', violation_error_message='Rating yang berbeda dari usul memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasi',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='evaluasi_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasi',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('siklus', 'skp'), name='evaluasi_sekali'),
        ),
        migrations.AddConstraint(
            model_name='evaluasi',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('predikat', 'sangat_baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'di_atas'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'baik'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'kurang'), ('rating_hasil', 'sesuai'), ('rating_perilaku', 'di_bawah')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_atas')), models.Q(('predikat', 'butuh_perbaikan'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'sesuai')), models.Q(('predikat', 'sangat_kurang'), ('rating_hasil', 'di_bawah'), ('rating_perilaku', 'di_bawah')), _connector='OR'), name='evaluasi_sel_sah', violation_error_message='Predikat harus sesuai dengan matriks hasil kerja dan perilaku kerja.'),
        ),
        migrations.AddConstraint(
            model_name='evaluasi',
            constraint=models.CheckConstraint(condition=models.Q(('indeks_hasil__range', (0, 120)), ('indeks_perilaku__range', (0, 120))), name='evaluasi_indeks_sah'),
        ),
        migrations.AddConstraint(
<<<<<<< HEAD
            model_name='hasilsimulasi',
            constraint=models.UniqueConstraint(fields=('simulasi', 'evaluasi'), name='hasil_simulasi_sekali'),
=======
            model_name='tandatangan',
            constraint=models.UniqueConstraint(fields=('dokumen', 'penanda_tangan'), name='tanda_tangan_sekali'),
        ),
        migrations.AddConstraint(
            model_name='tandatangan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('berkas', ''), ('sidik', ''), ('status', 'menunggu')), models.Q(('status', 'ditandatangani'), models.Q(('berkas', ''), _negated=True), models.Q(('sidik', ''), _negated=True), models.Q(('cara', ''), _negated=True)), _connector='OR'), name='tanda_tangan_berberkas', violation_error_message='Tanda tangan elektronik memerlukan berkas yang bertanda tangan.'),
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
        ),
        migrations.AddIndex(
            model_name='umpanbalik',
            index=models.Index(fields=['pegawai', 'tanggal'], name='umpan_pegawai'),
        ),
        migrations.AddIndex(
            model_name='umpanbalik',
            index=models.Index(fields=['layanan', 'tanggal'], name='umpan_layanan'),
        ),
        migrations.AddConstraint(
            model_name='umpanbalik',
            constraint=models.CheckConstraint(condition=models.Q(('wajah__range', (1, 4))), name='umpan_balik_wajah_sah'),
        ),
        tolak_ubah("evaluasi_evaluasi"),
<<<<<<< HEAD
        tolak_ubah("evaluasi_kalibrasi"),
=======
        tolak_ubah("evaluasi_dokumen"),
        tolak_ubah("evaluasi_pencabutandokumen"),
>>>>>>> de38e82 (Print the forms of the regulation, keep a register of issued papers, and let anybody check a code)
        tolak_ubah("evaluasi_evaluasitahunan"),
        tolak_ubah("evaluasi_alihpenilai"),
        tolak_ubah("evaluasi_keterangan"),
    ]
