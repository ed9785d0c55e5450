import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from mataram_asn.kit.pemicu import tolak_ubah


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pegawai', '0001_awal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AnggotaTim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('peran', models.CharField(choices=[('ketua', 'Ketua'), ('penanggung_jawab', 'Penanggung jawab'), ('anggota', 'Anggota'), ('tambahan', 'Penugasan tambahan')], default='anggota', max_length=20, verbose_name='peran')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='keanggotaan_tim', to='pegawai.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'anggota tim',
                'verbose_name_plural': 'anggota tim',
                'ordering': ['mulai', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BerkasRencana',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('lembar', 'Lembar kerja banyak pegawai'), ('ekinerja', 'SKP dari e-Kinerja')], max_length=10, verbose_name='jenis')),
                ('nama_berkas', models.CharField(max_length=160, verbose_name='nama berkas')),
                ('sidik', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('status', models.CharField(choices=[('diperiksa', 'Diperiksa, belum dimuat'), ('dimuat', 'Dimuat'), ('dibatalkan', 'Dibatalkan')], default='diperiksa', max_length=12, verbose_name='status')),
                ('mulai', models.DateField(verbose_name='SKP mulai')),
                ('selesai', models.DateField(verbose_name='SKP selesai')),
                ('jumlah', models.JSONField(default=dict, verbose_name='jumlah per putusan')),
                ('diunggah_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dimuat_pada', models.DateTimeField(null=True)),
                ('diunggah_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'berkas rencana kinerja',
                'verbose_name_plural': 'berkas rencana kinerja',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='BarisRencana',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveIntegerField(verbose_name='baris ke-')),
                ('nama', models.CharField(blank=True, max_length=200, verbose_name='nama atau NIP')),
                ('putusan', models.CharField(choices=[('baru', 'Baru'), ('berubah', 'Berubah'), ('sama', 'Sama'), ('peringatan', 'Dimuat dengan peringatan'), ('ditolak', 'Ditolak')], max_length=10, verbose_name='putusan')),
                ('catatan', models.JSONField(default=list, verbose_name='alasan dan peringatan')),
                ('isi', models.JSONField(default=dict, verbose_name='nilai yang dibersihkan')),
                ('pegawai', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai')),
                ('berkas', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='baris', to='kinerja.berkasrencana')),
            ],
            options={
                'verbose_name': 'baris rencana',
                'verbose_name_plural': 'baris rencana',
                'ordering': ['nomor'],
            },
        ),
        migrations.CreateModel(
            name='Bukti',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('berkas', 'Berkas'), ('tautan', 'Tautan')], max_length=8)),
                ('berkas', models.FileField(blank=True, max_length=200, upload_to='bukti/%Y/%m/', verbose_name='berkas')),
                ('tautan', models.URLField(blank=True, verbose_name='tautan')),
                ('nama_asli', models.CharField(blank=True, max_length=160, verbose_name='nama berkas')),
                ('tipe', models.CharField(blank=True, max_length=80, verbose_name='jenis isi')),
                ('ukuran', models.PositiveIntegerField(default=0, verbose_name='ukuran (byte)')),
                ('sidik', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('diunggah_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('keadaan', models.CharField(choices=[('belum', 'Belum diperiksa'), ('terbuka', 'Dapat dibuka'), ('tertutup', 'Tidak dapat dibuka'), ('tidak_diperiksa', 'Tidak diperiksa: alamat dalam jaringan sendiri')], default='belum', max_length=16, verbose_name='keadaan tautan')),
                ('diperiksa_pada', models.DateTimeField(blank=True, null=True, verbose_name='tautan diperiksa pada')),
                ('tertutup_sejak', models.DateTimeField(blank=True, null=True, verbose_name='tautan tidak dapat dibuka sejak')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bukti', to='pegawai.pegawai', verbose_name='pemilik')),
            ],
            options={
                'verbose_name': 'bukti dukung',
                'verbose_name_plural': 'bukti dukung',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='DialogKinerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('waktu', models.DateTimeField(verbose_name='hari dan jam')),
                ('tempat', models.CharField(max_length=120, verbose_name='tempat')),
                ('agenda', models.TextField(verbose_name='agenda')),
                ('catatan_pegawai', models.TextField(blank=True, verbose_name='catatan pegawai')),
                ('catatan_atasan', models.TextField(blank=True, verbose_name='catatan atasan')),
                ('pegawai_setuju_pada', models.DateTimeField(blank=True, null=True)),
                ('atasan_setuju_pada', models.DateTimeField(blank=True, null=True)),
                ('dibatalkan_pada', models.DateTimeField(blank=True, null=True)),
                ('alasan_batal', models.CharField(blank=True, max_length=200, verbose_name='alasan pembatalan')),
                ('versi', models.PositiveIntegerField(default=1)),
                ('atasan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dialog_bawahan', to='pegawai.pegawai', verbose_name='atasan')),
                ('dimulai_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai', verbose_name='diusulkan oleh')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dialog', to='pegawai.pegawai', verbose_name='pegawai')),
            ],
            options={
                'verbose_name': 'dialog kinerja',
                'verbose_name_plural': 'dialog kinerja',
                'ordering': ['-waktu', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Iku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.SlugField(max_length=40, verbose_name='kunci')),
                ('nama', models.CharField(max_length=200, verbose_name='nama')),
                ('satuan', models.CharField(max_length=40, verbose_name='satuan')),
                ('arah', models.CharField(choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik'), ('rentang', 'Dalam rentang paling baik')], max_length=8, verbose_name='arah')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='iku', to='pegawai.unit', verbose_name='unit penanggung jawab')),
            ],
            options={
                'verbose_name': 'indikator kinerja utama',
                'verbose_name_plural': 'indikator kinerja utama',
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='HasilKerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('utama', 'Utama'), ('tambahan', 'Tambahan')], default='utama', max_length=10, verbose_name='jenis')),
                ('uraian', models.TextField(verbose_name='rencana hasil kerja')),
                ('urutan', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('dicabut_pada', models.DateTimeField(blank=True, editable=False, null=True)),
                ('keanggotaan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hasil', to='kinerja.anggotatim', verbose_name='penugasan tim')),
                ('mendukung', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='didukung_oleh', to='kinerja.hasilkerja', verbose_name='hasil kerja pimpinan yang diintervensi')),
                ('penempatan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hasil', to='pegawai.penempatan', verbose_name='penugasan asal')),
                ('iku', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hasil', to='kinerja.iku', verbose_name='indikator kinerja utama')),
            ],
            options={
                'verbose_name': 'hasil kerja',
                'verbose_name_plural': 'hasil kerja',
                'ordering': ['-jenis', 'urutan', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Indikator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('kuantitatif', 'Kuantitatif'), ('kualitatif', 'Kualitatif')], default='kuantitatif', max_length=12, verbose_name='jenis')),
                ('uraian', models.TextField(verbose_name='indikator kinerja individu')),
                ('aspek', models.CharField(choices=[('kuantitas', 'Kuantitas'), ('kualitas', 'Kualitas'), ('waktu', 'Waktu'), ('biaya', 'Biaya')], default='kuantitas', max_length=10, verbose_name='aspek')),
                ('perspektif', models.CharField(blank=True, choices=[('penerima_layanan', 'Penerima layanan'), ('proses_bisnis', 'Proses bisnis'), ('penguatan_internal', 'Penguatan internal'), ('anggaran', 'Anggaran')], max_length=20, verbose_name='perspektif')),
                ('arah', models.CharField(blank=True, choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik'), ('rentang', 'Dalam rentang paling baik')], max_length=8, verbose_name='arah')),
                ('sifat', models.CharField(choices=[('kumulatif', 'Bertambah sepanjang tahun'), ('tetap', 'Sama sepanjang tahun')], default='tetap', max_length=10, verbose_name='sifat target')),
                ('target', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='target')),
                ('target_atas', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='batas atas rentang')),
                ('satuan', models.CharField(blank=True, max_length=40, verbose_name='satuan')),
                ('ekspektasi', models.TextField(blank=True, verbose_name='ekspektasi')),
                ('level_bawah', models.TextField(blank=True, verbose_name='di bawah ekspektasi bila')),
                ('level_sesuai', models.TextField(blank=True, verbose_name='sesuai ekspektasi bila')),
                ('level_atas', models.TextField(blank=True, verbose_name='di atas ekspektasi bila')),
                ('bobot', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='bobot (%)')),
                ('urutan', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('dicabut_pada', models.DateTimeField(blank=True, editable=False, null=True)),
                ('hasil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indikator', to='kinerja.hasilkerja', verbose_name='hasil kerja')),
            ],
            options={
                'verbose_name': 'indikator',
                'verbose_name_plural': 'indikator',
                'ordering': ['urutan', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Kesepakatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uraian', models.TextField(verbose_name='kesepakatan')),
                ('tenggat', models.DateField(verbose_name='tenggat')),
                ('selesai_pada', models.DateTimeField(blank=True, null=True)),
                ('hasil', models.CharField(blank=True, max_length=200, verbose_name='hasilnya')),
                ('dialog', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kesepakatan', to='kinerja.dialogkinerja')),
                ('penanggung_jawab', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kesepakatan', to='pegawai.pegawai', verbose_name='penanggung jawab')),
            ],
            options={
                'verbose_name': 'kesepakatan',
                'verbose_name_plural': 'kesepakatan',
                'ordering': ['tenggat', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='NilaiIku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('nilai', models.DecimalField(decimal_places=4, max_digits=16, verbose_name='nilai')),
                ('sumber', models.TextField(verbose_name='sumber')),
                ('catatan', models.TextField(blank=True, verbose_name='catatan')),
                ('alasan', models.TextField(blank=True, verbose_name='alasan perbaikan')),
                ('dicatat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('seri', models.CharField(blank=True, max_length=60, verbose_name='seri')),
                ('terverifikasi', models.BooleanField(default=False, verbose_name='dibaca dalam sumbernya')),
                ('dicatat_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('iku', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nilai', to='kinerja.iku')),
                ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengganti', to='kinerja.nilaiiku', verbose_name='menggantikan')),
            ],
            options={
                'verbose_name': 'nilai IKU',
                'verbose_name_plural': 'nilai IKU',
                'ordering': ['tahun', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PakaiBukti',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bukti', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pakai', to='kinerja.bukti')),
            ],
            options={
                'verbose_name': 'pemakaian bukti',
                'verbose_name_plural': 'pemakaian bukti',
            },
        ),
        migrations.CreateModel(
            name='Pendelegasian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('persetujuan', models.BooleanField(default=True, verbose_name='persetujuan SKP')),
                ('dialog', models.BooleanField(default=False, verbose_name='dialog kinerja')),
                ('alasan', models.CharField(max_length=200, verbose_name='alasan')),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                ('atasan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegasi_keluar', to='pegawai.pegawai', verbose_name='atasan')),
                ('wakil', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegasi_masuk', to='pegawai.pegawai', verbose_name='wakil')),
            ],
            options={
                'verbose_name': 'pendelegasian',
                'verbose_name_plural': 'pendelegasian',
            },
        ),
        migrations.CreateModel(
            name='Periode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=40, verbose_name='nama')),
                ('jenis', models.CharField(choices=[('bulanan', 'Bulanan'), ('triwulanan', 'Triwulanan'), ('tahunan', 'Tahunan')], max_length=12, verbose_name='jenis')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('isi_dari', models.DateTimeField(verbose_name='pengisian dibuka')),
                ('isi_sampai', models.DateTimeField(verbose_name='pengisian ditutup')),
            ],
            options={
                'verbose_name': 'periode',
                'verbose_name_plural': 'periode',
                'ordering': ['-mulai', 'jenis'],
                'constraints': [models.UniqueConstraint(fields=('jenis', 'mulai'), name='periode_unik'), models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='periode_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'), models.CheckConstraint(condition=models.Q(('isi_sampai__gt', models.F('isi_dari'))), name='periode_isi_sah', violation_error_message='Penutupan pengisian harus sesudah pembukaannya.')],
            },
        ),
        migrations.CreateModel(
            name='MasukanTim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('teks', models.TextField(verbose_name='masukan')),
                ('pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('anggota', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='masukan', to='kinerja.anggotatim', verbose_name='anggota')),
                ('ditulis_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('penulis', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pegawai', verbose_name='ketua tim')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='kinerja.periode', verbose_name='periode')),
            ],
            options={
                'verbose_name': 'masukan ketua tim',
                'verbose_name_plural': 'masukan ketua tim',
                'ordering': ['-pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Perpanjangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kegiatan', models.CharField(choices=[('isi', 'Pengisian realisasi'), ('nilai', 'Penilaian atasan')], max_length=8, verbose_name='kegiatan')),
                ('sampai', models.DateTimeField(verbose_name='diperpanjang sampai')),
                ('alasan', models.TextField(verbose_name='alasan')),
                ('diberikan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dicabut_pada', models.DateTimeField(blank=True, null=True)),
                ('diberikan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('dicabut_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='perpanjangan', to='pegawai.pegawai')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='perpanjangan', to='kinerja.periode', verbose_name='periode')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='perpanjangan', to='pegawai.unit')),
            ],
            options={
                'verbose_name': 'perpanjangan',
                'verbose_name_plural': 'perpanjangan',
                'ordering': ['-diberikan_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PustakaHasil',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama_jabatan', models.CharField(blank=True, max_length=200, verbose_name='nama jabatan diawali')),
                ('jenis_jabatan', models.CharField(blank=True, choices=[('pimpinan_daerah', 'Pimpinan daerah'), ('pimpinan_tinggi_pratama', 'Pimpinan Tinggi Pratama'), ('administrator', 'Administrator'), ('pengawas', 'Pengawas'), ('pelaksana', 'Pelaksana'), ('fungsional', 'Fungsional')], max_length=30, verbose_name='jenis jabatan')),
                ('jenjang', models.CharField(blank=True, choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20, verbose_name='jenjang')),
                ('jenis', models.CharField(choices=[('utama', 'Utama'), ('tambahan', 'Tambahan')], default='utama', max_length=10, verbose_name='jenis hasil')),
                ('uraian', models.TextField(verbose_name='rencana hasil kerja')),
                ('sumber', models.CharField(blank=True, max_length=200, verbose_name='sumber')),
                ('urutan', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('aktif', models.BooleanField(default=True, verbose_name='ditawarkan')),
                ('jabatan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pustaka', to='pegawai.jabatan', verbose_name='jabatan')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pustaka_hasil', to='pegawai.unit', verbose_name='unit dan bawahannya')),
            ],
            options={
                'verbose_name': 'pustaka hasil kerja',
                'verbose_name_plural': 'pustaka hasil kerja',
                'ordering': ['nama_jabatan', 'urutan', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PustakaIndikator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('kuantitatif', 'Kuantitatif'), ('kualitatif', 'Kualitatif')], default='kuantitatif', max_length=12, verbose_name='jenis')),
                ('uraian', models.TextField(verbose_name='indikator')),
                ('aspek', models.CharField(choices=[('kuantitas', 'Kuantitas'), ('kualitas', 'Kualitas'), ('waktu', 'Waktu'), ('biaya', 'Biaya')], default='kuantitas', max_length=10, verbose_name='aspek')),
                ('perspektif', models.CharField(blank=True, choices=[('penerima_layanan', 'Penerima layanan'), ('proses_bisnis', 'Proses bisnis'), ('penguatan_internal', 'Penguatan internal'), ('anggaran', 'Anggaran')], max_length=20, verbose_name='perspektif')),
                ('arah', models.CharField(blank=True, choices=[('naik', 'Makin tinggi makin baik'), ('turun', 'Makin rendah makin baik'), ('rentang', 'Dalam rentang paling baik')], max_length=8, verbose_name='arah')),
                ('sifat', models.CharField(choices=[('kumulatif', 'Bertambah sepanjang tahun'), ('tetap', 'Sama sepanjang tahun')], default='tetap', max_length=10, verbose_name='sifat target')),
                ('target', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='usul target')),
                ('target_atas', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='batas atas rentang')),
                ('satuan', models.CharField(blank=True, max_length=40, verbose_name='satuan')),
                ('ekspektasi', models.TextField(blank=True, verbose_name='ekspektasi')),
                ('level_bawah', models.TextField(blank=True, verbose_name='di bawah ekspektasi bila')),
                ('level_sesuai', models.TextField(blank=True, verbose_name='sesuai ekspektasi bila')),
                ('level_atas', models.TextField(blank=True, verbose_name='di atas ekspektasi bila')),
                ('urutan', models.PositiveSmallIntegerField(default=0, verbose_name='urutan')),
                ('hasil', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indikator', to='kinerja.pustakahasil', verbose_name='hasil kerja')),
            ],
            options={
                'verbose_name': 'pustaka indikator',
                'verbose_name_plural': 'pustaka indikator',
                'ordering': ['urutan', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Realisasi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nilai', models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True, verbose_name='realisasi')),
                ('uraian', models.TextField(blank=True, verbose_name='uraian hasil')),
                ('dicatat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('bukti', models.ManyToManyField(related_name='realisasi', through='kinerja.PakaiBukti', to='kinerja.bukti', verbose_name='bukti dukung')),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='realisasi', to='kinerja.indikator')),
                ('periode', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='realisasi', to='kinerja.periode')),
            ],
            options={
                'verbose_name': 'realisasi',
                'verbose_name_plural': 'realisasi',
            },
        ),
        migrations.AddField(
            model_name='pakaibukti',
            name='realisasi',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pakai_bukti', to='kinerja.realisasi'),
        ),
        migrations.CreateModel(
            name='SKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('selesai_rencana', models.DateField(blank=True, editable=False, null=True, verbose_name='selesai menurut rencana')),
                ('pendekatan', models.CharField(choices=[('kuantitatif', 'Kuantitatif'), ('kualitatif', 'Kualitatif')], default='kuantitatif', max_length=12, verbose_name='pendekatan')),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('diajukan', 'Diajukan'), ('dikembalikan', 'Dikembalikan'), ('disetujui', 'Disetujui')], default='draf', max_length=14, verbose_name='status')),
                ('catatan', models.TextField(blank=True, verbose_name='catatan pejabat penilai')),
                ('diajukan_pada', models.DateTimeField(blank=True, null=True)),
                ('disetujui_pada', models.DateTimeField(blank=True, null=True)),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skp', to='pegawai.jabatan', verbose_name='jabatan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skp', to='pegawai.pegawai', verbose_name='pegawai')),
                ('penilai', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='skp_dinilai', to='pegawai.pegawai', verbose_name='pejabat penilai')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skp', to='pegawai.unit', verbose_name='unit kerja')),
            ],
            options={
                'verbose_name': 'SKP',
                'verbose_name_plural': 'SKP',
            },
        ),
        migrations.CreateModel(
            name='PerubahanSKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nomor', models.PositiveSmallIntegerField(verbose_name='perubahan ke')),
                ('alasan', models.TextField(verbose_name='alasan perubahan')),
                ('status', models.CharField(choices=[('draf', 'Draf'), ('diajukan', 'Diajukan'), ('dikembalikan', 'Dikembalikan'), ('disetujui', 'Disetujui'), ('dibatalkan', 'Dibatalkan')], default='draf', max_length=14, verbose_name='status')),
                ('isi', models.JSONField(verbose_name='isi yang diusulkan')),
                ('isi_lama', models.JSONField(verbose_name='isi sebelumnya')),
                ('catatan', models.TextField(blank=True, verbose_name='catatan pejabat penilai')),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('diajukan_pada', models.DateTimeField(blank=True, null=True)),
                ('diputus_pada', models.DateTimeField(blank=True, null=True)),
                ('versi', models.PositiveIntegerField(default=1, verbose_name='versi')),
                ('diputus_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='diputus oleh')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='perubahan', to='kinerja.skp', verbose_name='SKP')),
            ],
            options={
                'verbose_name': 'perubahan SKP',
                'verbose_name_plural': 'perubahan SKP',
                'ordering': ['skp', 'nomor'],
            },
        ),
        migrations.CreateModel(
            name='LampiranSKP',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('dukungan_sumber_daya', 'Dukungan sumber daya'), ('skema_pertanggungjawaban', 'Skema pertanggungjawaban'), ('konsekuensi', 'Konsekuensi')], max_length=30, verbose_name='daftar')),
                ('urutan', models.PositiveSmallIntegerField(verbose_name='nomor')),
                ('uraian', models.TextField(verbose_name='uraian')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lampiran', to='kinerja.skp', verbose_name='SKP')),
            ],
            options={
                'verbose_name': 'lampiran SKP',
                'verbose_name_plural': 'lampiran SKP',
                'ordering': ['jenis', 'urutan'],
            },
        ),
        migrations.AddField(
            model_name='hasilkerja',
            name='skp',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hasil', to='kinerja.skp', verbose_name='SKP'),
        ),
        migrations.CreateModel(
            name='EkspektasiPerilaku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nilai', models.CharField(choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=24, verbose_name='nilai')),
                ('ekspektasi', models.TextField(verbose_name='ekspektasi khusus pimpinan')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ekspektasi_perilaku', to='kinerja.skp')),
            ],
            options={
                'verbose_name': 'ekspektasi perilaku',
                'verbose_name_plural': 'ekspektasi perilaku',
            },
        ),
        migrations.CreateModel(
            name='TargetIku',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('nilai', models.DecimalField(decimal_places=4, max_digits=16, verbose_name='nilai')),
                ('sumber', models.TextField(verbose_name='sumber')),
                ('catatan', models.TextField(blank=True, verbose_name='catatan')),
                ('alasan', models.TextField(blank=True, verbose_name='alasan perbaikan')),
                ('dicatat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('demo', models.BooleanField(default=False, verbose_name='angka demo')),
                ('dicatat_oleh', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('iku', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='target', to='kinerja.iku')),
                ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pengganti', to='kinerja.targetiku', verbose_name='menggantikan')),
            ],
            options={
                'verbose_name': 'target IKU',
                'verbose_name_plural': 'target IKU',
                'ordering': ['tahun', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=160, verbose_name='nama tim')),
                ('tugas', models.TextField(verbose_name='penugasan')),
                ('dasar', models.CharField(blank=True, max_length=120, verbose_name='nomor surat tugas')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('ketua', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tim_dipimpin', to='pegawai.pegawai', verbose_name='ketua tim')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tim', to='pegawai.unit', verbose_name='unit penanggung jawab')),
            ],
            options={
                'verbose_name': 'tim kerja',
                'verbose_name_plural': 'tim kerja',
                'ordering': ['-mulai', 'nama'],
            },
        ),
        migrations.AddField(
            model_name='anggotatim',
            name='tim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='anggota', to='kinerja.tim', verbose_name='tim'),
        ),
        migrations.CreateModel(
            name='UmpanBalikKerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nilai', models.CharField(blank=True, choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=24, verbose_name='nilai perilaku')),
                ('teks', models.TextField(verbose_name='umpan balik')),
                ('berkas', models.FileField(blank=True, max_length=200, upload_to='umpan-balik/%Y/%m/', verbose_name='berkas bukti')),
                ('tautan', models.URLField(blank=True, verbose_name='tautan bukti')),
                ('nama_asli', models.CharField(blank=True, max_length=160, verbose_name='nama berkas')),
                ('tipe', models.CharField(blank=True, max_length=80, verbose_name='jenis isi')),
                ('sidik', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dari', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik_dari', to='pegawai.pegawai', verbose_name='dari')),
                ('indikator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik', to='kinerja.indikator', verbose_name='indikator')),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik_kepada', to='pegawai.pegawai', verbose_name='kepada')),
                ('skp', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='umpan_balik', to='kinerja.skp', verbose_name='SKP')),
            ],
            options={
                'verbose_name': 'umpan balik kerja',
                'verbose_name_plural': 'umpan balik kerja',
                'ordering': ['-pada', '-pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='berkasrencana',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__gte', models.F('mulai'))), name='berkas_rencana_rentang_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='barisrencana',
            constraint=models.UniqueConstraint(fields=('berkas', 'nomor'), name='baris_rencana_nomor_unik'),
        ),
        migrations.AddIndex(
            model_name='bukti',
            index=models.Index(models.F('diperiksa_pada'), models.F('id'), condition=models.Q(('jenis', 'tautan')), name='bukti_tautan_tempo'),
        ),
        migrations.AddConstraint(
            model_name='bukti',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'berkas'), models.Q(('sidik', ''), _negated=True), ('tautan', '')), models.Q(('jenis', 'tautan'), models.Q(('tautan', ''), _negated=True), ('berkas', '')), _connector='OR'), name='bukti_berkas_atau_tautan', violation_error_message='Bukti dukung berupa satu berkas atau satu tautan.'),
        ),
        migrations.AddConstraint(
            model_name='bukti',
            constraint=models.UniqueConstraint(condition=models.Q(('jenis', 'berkas')), fields=('pegawai', 'sidik'), name='bukti_berkas_sekali', violation_error_message='Berkas ini sudah ada pada bukti Anda; pakai yang sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='bukti',
            constraint=models.UniqueConstraint(condition=models.Q(('jenis', 'tautan')), fields=('pegawai', 'tautan'), name='bukti_tautan_sekali', violation_error_message='Tautan ini sudah ada pada bukti Anda; pakai yang sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='bukti',
            constraint=models.CheckConstraint(condition=models.Q(('keadaan', 'tertutup'), ('tertutup_sejak__isnull', True), _connector='XOR'), name='bukti_tertutup_bertanggal', violation_error_message='Tautan yang tidak dapat dibuka mempunyai tanggal sejak kapan.'),
        ),
        migrations.AddIndex(
            model_name='dialogkinerja',
            index=models.Index(fields=['pegawai', '-waktu'], name='dialog_pegawai_waktu'),
        ),
        migrations.AddConstraint(
            model_name='dialogkinerja',
            constraint=models.CheckConstraint(condition=models.Q(('pegawai', models.F('atasan')), _negated=True), name='dialog_dua_orang', violation_error_message='Dialog kinerja berlangsung antara pegawai dan atasannya.'),
        ),
        migrations.AddConstraint(
            model_name='iku',
            constraint=models.UniqueConstraint(fields=('kunci', 'unit'), name='iku_unik'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('bobot__isnull', True), models.Q(('bobot__gt', 0), ('bobot__lte', 100)), _connector='OR'), name='indikator_bobot_sah', violation_error_message='Bobot lebih dari 0 dan paling banyak 100.'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'kuantitatif'), _negated=True), models.Q(('target__gte', 0), ('target__isnull', False), models.Q(('satuan', ''), _negated=True), models.Q(('arah', ''), _negated=True)), _connector='OR'), name='indikator_kuantitatif_bertarget', violation_error_message='Indikator kuantitatif memerlukan target, satuan, dan arah.'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('target__isnull', True), ('target__gt', 0), ('arah', 'turun'), ('arah', 'rentang'), _connector='OR'), name='indikator_target_nol_hanya_turun', violation_error_message='Target 0 hanya untuk indikator yang makin rendah makin baik.'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('arah', 'rentang'), _negated=True), models.Q(('target_atas__gt', models.F('target')), ('target_atas__isnull', False)), _connector='OR'), name='indikator_rentang_sah', violation_error_message='Batas atas rentang harus lebih besar daripada batas bawahnya.'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'kualitatif'), _negated=True), models.Q(models.Q(('ekspektasi', ''), _negated=True), models.Q(('level_bawah', ''), _negated=True), models.Q(('level_sesuai', ''), _negated=True), models.Q(('level_atas', ''), _negated=True)), _connector='OR'), name='indikator_kualitatif_berlevel', violation_error_message='Indikator kualitatif memerlukan ekspektasi dan uraian ketiga tingkatnya.'),
        ),
        migrations.AddConstraint(
            model_name='nilaiiku',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('iku', 'tahun', 'seri'), name='nilai_iku_unik', violation_error_message='Nilai tahun dan seri itu sudah ada; perbaiki yang ada dengan alasannya.'),
        ),
        migrations.AddConstraint(
            model_name='nilaiiku',
            constraint=models.CheckConstraint(condition=models.Q(('menggantikan__isnull', True), models.Q(('alasan', ''), _negated=True), _connector='XOR'), name='nilai_iku_perbaikan_beralasan', violation_error_message='Perbaikan angka memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='pendelegasian',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='pendelegasian_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='pendelegasian',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('dicabut_pada__isnull', True)), expressions=[(models.Func(models.F('atasan'), models.F('atasan'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='pendelegasian_satu_pada_satu_waktu', violation_error_message='Anda sudah mendelegasikan pada tanggal tersebut. Cabut dahulu yang lama.'),
        ),
        migrations.AddConstraint(
            model_name='pendelegasian',
            constraint=models.CheckConstraint(condition=models.Q(('atasan', models.F('wakil')), _negated=True), name='pendelegasian_bukan_diri', violation_error_message='Wakil adalah orang lain, bukan diri sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='pendelegasian',
            constraint=models.CheckConstraint(condition=models.Q(('persetujuan', True), ('dialog', True), _connector='OR'), name='pendelegasian_berlingkup', violation_error_message='Pilih sedikitnya satu hal yang didelegasikan.'),
        ),
        migrations.AddConstraint(
            model_name='masukantim',
            constraint=models.UniqueConstraint(fields=('anggota', 'periode'), name='masukan_tim_sekali_periode'),
        ),
        migrations.AddConstraint(
            model_name='masukantim',
            constraint=models.CheckConstraint(condition=models.Q(('teks', ''), _negated=True), name='masukan_tim_berisi', violation_error_message='Tulis masukannya.'),
        ),
        migrations.AddConstraint(
            model_name='perpanjangan',
            constraint=models.CheckConstraint(condition=models.Q(('unit__isnull', True), ('pegawai__isnull', True), _connector='XOR'), name='perpanjangan_satu_sasaran', violation_error_message='Perpanjangan diberikan kepada satu unit atau satu pegawai.'),
        ),
        migrations.AddConstraint(
            model_name='perpanjangan',
            constraint=models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='perpanjangan_beralasan', violation_error_message='Tulis alasan perpanjangan.'),
        ),
        migrations.AddConstraint(
            model_name='pustakahasil',
            constraint=models.CheckConstraint(condition=models.Q(('jabatan__isnull', False), ('unit__isnull', False), models.Q(('nama_jabatan', ''), _negated=True), models.Q(('jenis_jabatan', ''), _negated=True), _connector='OR'), name='pustaka_hasil_bersasaran', violation_error_message='Sebutkan untuk siapa: jabatan, nama jabatan, jenis jabatan, atau unit.'),
        ),
        migrations.AddConstraint(
            model_name='pustakaindikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'kuantitatif'), _negated=True), models.Q(('target__gte', 0), ('target__isnull', False), models.Q(('satuan', ''), _negated=True), models.Q(('arah', ''), _negated=True)), _connector='OR'), name='pustaka_kuantitatif_bertarget', violation_error_message='Indikator kuantitatif memerlukan target, satuan, dan arah.'),
        ),
        migrations.AddConstraint(
            model_name='pustakaindikator',
            constraint=models.CheckConstraint(condition=models.Q(('target__isnull', True), ('target__gt', 0), ('arah__in', ['turun', 'rentang']), _connector='OR'), name='pustaka_target_nol_hanya_turun', violation_error_message='Target 0 hanya untuk indikator yang makin rendah makin baik.'),
        ),
        migrations.AddConstraint(
            model_name='pustakaindikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('arah', 'rentang'), _negated=True), models.Q(('target_atas__gt', models.F('target')), ('target_atas__isnull', False)), _connector='OR'), name='pustaka_rentang_sah', violation_error_message='Batas atas rentang harus lebih besar daripada batas bawahnya.'),
        ),
        migrations.AddConstraint(
            model_name='pustakaindikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('jenis', 'kualitatif'), _negated=True), models.Q(models.Q(('ekspektasi', ''), _negated=True), models.Q(('level_bawah', ''), _negated=True), models.Q(('level_sesuai', ''), _negated=True), models.Q(('level_atas', ''), _negated=True)), _connector='OR'), name='pustaka_kualitatif_berlevel', violation_error_message='Indikator kualitatif memerlukan ekspektasi dan uraian ketiga tingkatnya.'),
        ),
        migrations.AddIndex(
            model_name='realisasi',
            index=models.Index(fields=['indikator', 'periode', '-id'], name='realisasi_terbaru'),
        ),
        migrations.AddConstraint(
            model_name='realisasi',
            constraint=models.CheckConstraint(condition=models.Q(('nilai__isnull', True), ('nilai__gte', 0), _connector='OR'), name='realisasi_tidak_negatif', violation_error_message='Realisasi tidak boleh negatif.'),
        ),
        migrations.AddConstraint(
            model_name='realisasi',
            constraint=models.CheckConstraint(condition=models.Q(('nilai__isnull', False), models.Q(('uraian', ''), _negated=True), _connector='OR'), name='realisasi_berisi', violation_error_message='Isi angka realisasi atau uraian hasilnya.'),
        ),
        migrations.AddConstraint(
            model_name='pakaibukti',
            constraint=models.UniqueConstraint(fields=('realisasi', 'bukti'), name='pakai_bukti_sekali'),
        ),
        migrations.AddIndex(
            model_name='skp',
            index=models.Index(fields=['penilai', 'status'], name='skp_penilai_status'),
        ),
        migrations.AddConstraint(
            model_name='skp',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='skp_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='skp',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('pegawai'), models.F('pegawai'), models.Value('[]'), function='int8range', output_field=django.contrib.postgres.fields.ranges.BigIntegerRangeField()), '&&'), (models.Func('mulai', 'selesai', models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='skp_satu_pada_satu_waktu', violation_error_message='Pegawai ini sudah mempunyai SKP pada rentang tanggal tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='skp',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'disetujui'), _negated=True), models.Q(('disetujui_pada__isnull', False), ('penilai__isnull', False)), _connector='OR'), name='skp_disetujui_bertanggal', violation_error_message='SKP yang disetujui harus mempunyai tanggal persetujuan dan pejabat penilai.'),
        ),
        migrations.AddConstraint(
            model_name='skp',
            constraint=models.CheckConstraint(condition=models.Q(('penilai__isnull', True), models.Q(('penilai', models.F('pegawai')), _negated=True), _connector='OR'), name='skp_penilai_bukan_diri', violation_error_message='Tidak seorang pun menilai dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='perubahanskp',
            constraint=models.UniqueConstraint(fields=('skp', 'nomor'), name='perubahan_nomor_unik'),
        ),
        migrations.AddConstraint(
            model_name='perubahanskp',
            constraint=models.UniqueConstraint(condition=models.Q(('status__in', ('draf', 'diajukan', 'dikembalikan'))), fields=('skp',), name='perubahan_satu_terbuka', violation_error_message='SKP ini sudah mempunyai perubahan yang belum selesai.'),
        ),
        migrations.AddConstraint(
            model_name='perubahanskp',
            constraint=models.CheckConstraint(condition=models.Q(('alasan', ''), _negated=True), name='perubahan_beralasan', violation_error_message='Tulis alasan perubahan.'),
        ),
        migrations.AddConstraint(
            model_name='perubahanskp',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'disetujui'), _negated=True), models.Q(('diputus_oleh__isnull', False), ('diputus_pada__isnull', False)), _connector='OR'), name='perubahan_diputus_bertanggal', violation_error_message='Perubahan yang disetujui harus mempunyai tanggal dan pemutusnya.'),
        ),
        migrations.AddConstraint(
            model_name='lampiranskp',
            constraint=models.UniqueConstraint(fields=('skp', 'jenis', 'urutan'), name='lampiran_skp_bernomor'),
        ),
        migrations.AddConstraint(
            model_name='lampiranskp',
            constraint=models.CheckConstraint(condition=models.Q(('uraian', ''), _negated=True), name='lampiran_skp_berisi', violation_error_message='Tulis uraiannya.'),
        ),
        migrations.AddConstraint(
            model_name='ekspektasiperilaku',
            constraint=models.UniqueConstraint(fields=('skp', 'nilai'), name='ekspektasi_perilaku_sekali'),
        ),
        migrations.AddConstraint(
            model_name='targetiku',
            constraint=models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('iku', 'tahun'), name='target_iku_unik', violation_error_message='Target tahun itu sudah ada; perbaiki yang ada dengan alasannya.'),
        ),
        migrations.AddConstraint(
            model_name='targetiku',
            constraint=models.CheckConstraint(condition=models.Q(('menggantikan__isnull', True), models.Q(('alasan', ''), _negated=True), _connector='XOR'), name='target_iku_perbaikan_beralasan', violation_error_message='Perbaikan angka memerlukan alasan.'),
        ),
        migrations.AddConstraint(
            model_name='tim',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='tim_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='anggotatim',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='anggota_tim_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='anggotatim',
            constraint=models.UniqueConstraint(fields=('tim', 'pegawai', 'mulai'), name='anggota_tim_sekali', violation_error_message='Pegawai ini sudah tercatat dalam tim sejak tanggal itu.'),
        ),
        migrations.AddConstraint(
            model_name='umpanbalikkerja',
            constraint=models.CheckConstraint(condition=models.Q(('dari', models.F('kepada')), _negated=True), name='umpan_balik_bukan_diri', violation_error_message='Umpan balik diberikan kepada orang lain.'),
        ),
        migrations.AddConstraint(
            model_name='umpanbalikkerja',
            constraint=models.CheckConstraint(condition=models.Q(('teks', ''), _negated=True), name='umpan_balik_berisi', violation_error_message='Tulis umpan baliknya.'),
        ),
        migrations.AddConstraint(
            model_name='umpanbalikkerja',
            constraint=models.CheckConstraint(condition=models.Q(('indikator__isnull', True), ('nilai', ''), _connector='OR'), name='umpan_balik_satu_pokok', violation_error_message='Pilih satu pokok: indikator, nilai perilaku, atau umum.'),
        ),
        tolak_ubah("kinerja_umpanbalikkerja"),
        tolak_ubah("kinerja_nilaiiku"),
        tolak_ubah("kinerja_targetiku"),
        tolak_ubah("kinerja_realisasi"),
        tolak_ubah("kinerja_pakaibukti"),
        tolak_ubah(
            "kinerja_bukti",
            "(OLD.sidik, OLD.berkas, OLD.tautan, OLD.pegawai_id) IS DISTINCT FROM"
            " (NEW.sidik, NEW.berkas, NEW.tautan, NEW.pegawai_id)",
        ),
        tolak_ubah("kinerja_perubahanskp", "OLD.status IN ('disetujui', 'dibatalkan')"),
    ]
