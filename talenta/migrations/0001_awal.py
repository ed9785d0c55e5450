import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from mataram_asn.kit.pemicu import tolak_ubah


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('evaluasi', '0001_awal'),
        ('pegawai', '0001_awal'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='KonversiAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20)),
                ('bulan', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(12)], verbose_name='bulan dalam jenjang')),
                ('predikat', models.CharField(choices=[('sangat_baik', 'Sangat Baik'), ('baik', 'Baik'), ('butuh_perbaikan', 'Butuh Perbaikan'), ('kurang', 'Kurang'), ('sangat_kurang', 'Sangat Kurang')], max_length=16)),
                ('hasil', models.JSONField(default=list, verbose_name='hasil yang menjadi dasar')),
                ('persen', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='persentase predikat')),
                ('koefisien', models.DecimalField(decimal_places=2, max_digits=6, verbose_name='koefisien per tahun')),
                ('angka', models.DecimalField(decimal_places=5, max_digits=9, verbose_name='angka kredit')),
                ('dihitung_pada', models.DateTimeField()),
                ('ketentuan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.ketentuan')),
                ('menggantikan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penggantinya', to='talenta.konversiangkakredit')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='konversi_angka_kredit', to='pegawai.pegawai')),
                ('siklus', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='konversi_angka_kredit', to='evaluasi.siklus')),
            ],
            options={
                'verbose_name': 'konversi angka kredit',
                'verbose_name_plural': 'konversi angka kredit',
                'indexes': [models.Index(fields=['tahun', 'jenjang'], name='konversi_tahun')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('menggantikan__isnull', True)), fields=('pegawai', 'tahun', 'jenjang'), name='konversi_sekali'), models.CheckConstraint(condition=models.Q(('angka__gte', 0), ('bulan__range', (0, 12)), ('koefisien__gt', 0), ('persen__range', (0, 200))), name='konversi_sah')],
            },
        ),
        migrations.CreateModel(
            name='Penghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dasar', models.CharField(choices=[('kinerja', 'Kinerja yang konsisten'), ('apresiasi', 'Apresiasi masyarakat'), ('tim', 'Keberhasilan tim')], max_length=12)),
                ('nama_tim', models.CharField(blank=True, max_length=120, verbose_name='nama tim')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('uraian', models.TextField(verbose_name='uraian untuk dibaca semua')),
                ('status', models.CharField(choices=[('diusulkan', 'Diusulkan'), ('ditetapkan', 'Ditetapkan'), ('ditolak', 'Tidak ditetapkan')], default='diusulkan', max_length=12)),
                ('diusulkan_pada', models.DateTimeField()),
                ('diputus_pada', models.DateTimeField(null=True)),
                ('pertimbangan', models.TextField(blank=True)),
                ('anggota', models.ManyToManyField(blank=True, related_name='penghargaan_tim', to='pegawai.pegawai')),
                ('diputus_oleh', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('diusulkan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='usul_penghargaan', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penghargaan', to='pegawai.pegawai')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penghargaan', to='pegawai.unit')),
            ],
            options={
                'verbose_name': 'penghargaan',
                'verbose_name_plural': 'penghargaan',
                'indexes': [models.Index(fields=['status', '-diputus_pada'], name='penghargaan_terbaru')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('nama_tim', ''), ('pegawai__isnull', False), ('unit__isnull', True), models.Q(('dasar', 'tim'), _negated=True)), models.Q(('dasar', 'tim'), ('pegawai__isnull', True), ('unit__isnull', False), models.Q(('nama_tim', ''), _negated=True)), _connector='OR'), name='penghargaan_orang_atau_tim', violation_error_message='Penghargaan untuk satu orang, atau untuk satu tim pada satu unit.'), models.CheckConstraint(condition=models.Q(models.Q(('diputus_oleh__isnull', True), ('diputus_pada__isnull', True), ('status', 'diusulkan')), models.Q(models.Q(('status', 'diusulkan'), _negated=True), ('diputus_oleh__isnull', False), ('diputus_pada__isnull', False)), _connector='OR'), name='penghargaan_diputus_lengkap'), models.CheckConstraint(condition=models.Q(('diputus_oleh__isnull', True), models.Q(('diputus_oleh', models.F('diusulkan_oleh')), _negated=True), _connector='OR'), name='penghargaan_dua_orang', violation_error_message='Yang mengusulkan tidak menetapkan usulnya sendiri.'), models.UniqueConstraint(condition=models.Q(('status', 'ditolak'), _negated=True), fields=('pegawai', 'tahun', 'dasar'), name='penghargaan_sekali_setahun', violation_error_message='Pegawai ini sudah diusulkan atas dasar yang sama tahun ini.')],
            },
        ),
        migrations.CreateModel(
            name='TambahanAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('lama', 'Angka kredit lama'), ('pendidikan', 'Ijazah yang lebih tinggi'), ('penyesuaian', 'Penyesuaian')], max_length=12)),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20)),
                ('tanggal', models.DateField(verbose_name='berlaku sejak')),
                ('angka', models.DecimalField(decimal_places=5, max_digits=9, validators=[django.core.validators.MinValueValidator(0)], verbose_name='angka kredit')),
                ('pendidikan', models.CharField(blank=True, choices=[('05', 'SD'), ('10', 'SMP'), ('15', 'SMA'), ('20', 'D-I'), ('25', 'D-II'), ('30', 'D-III'), ('35', 'D-IV'), ('40', 'S-1'), ('45', 'S-2'), ('50', 'S-3')], max_length=2, verbose_name='ijazah')),
                ('dasar', models.CharField(max_length=120, verbose_name='nomor penetapan atau ijazah')),
                ('dicatat_pada', models.DateTimeField()),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tambahan_angka_kredit', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'tambahan angka kredit',
                'verbose_name_plural': 'tambahan angka kredit',
                'constraints': [models.UniqueConstraint(condition=models.Q(('jenis', 'pendidikan')), fields=('pegawai', 'pendidikan'), name='tambahan_ijazah_sekali', violation_error_message='Ijazah itu sudah dihitung; satu ijazah dihitung satu kali.'), models.CheckConstraint(condition=models.Q(('jenis', 'pendidikan'), ('pendidikan', ''), _connector='XOR'), name='tambahan_ijazah_bernama', violation_error_message='Sebut ijazahnya untuk tambahan pendidikan, dan hanya untuk itu.'), models.CheckConstraint(condition=models.Q(('angka__gt', 0)), name='tambahan_positif')],
            },
        ),
        migrations.CreateModel(
            name='RiwayatAngkaKredit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('berlaku', models.BooleanField(default=True)),
                ('jenis', models.CharField(choices=[('penetapan', 'Penetapan angka kredit lama'), ('pertama', 'Angka kredit pertama'), ('integrasi', 'Angka kredit integrasi'), ('konversi', 'Konversi predikat kinerja')], max_length=12)),
                ('jenjang', models.CharField(choices=[('pemula', 'Pemula'), ('terampil', 'Terampil'), ('mahir', 'Mahir'), ('penyelia', 'Penyelia'), ('ahli_pertama', 'Ahli Pertama'), ('ahli_muda', 'Ahli Muda'), ('ahli_madya', 'Ahli Madya'), ('ahli_utama', 'Ahli Utama')], max_length=20)),
                ('mulai', models.DateField(verbose_name='sejak')),
                ('selesai', models.DateField(verbose_name='sampai')),
                ('utama', models.DecimalField(decimal_places=5, max_digits=11, verbose_name='kredit utama')),
                ('penunjang', models.DecimalField(decimal_places=5, max_digits=11, verbose_name='kredit penunjang')),
                ('angka', models.DecimalField(decimal_places=5, max_digits=11, verbose_name='angka kredit')),
                ('nomor_sk', models.CharField(blank=True, max_length=120, verbose_name='nomor penetapan')),
                ('tanggal_sk', models.DateField(null=True, verbose_name='tanggal penetapan')),
                ('asal', models.JSONField(default=dict, verbose_name='isi berkas lainnya')),
                ('impor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat_angka_kredit', to='evaluasi.imporkinerja')),
                ('menggantikan', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='penggantinya', to='talenta.riwayatangkakredit')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat_angka_kredit', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'riwayat angka kredit',
                'verbose_name_plural': 'riwayat angka kredit',
                'ordering': ['-selesai', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('berlaku', True)), fields=('pegawai', 'jenis', 'jenjang', 'mulai', 'selesai'), name='riwayat_ak_sekali', violation_error_message='Angka kredit masa ini sudah tercatat.'), models.CheckConstraint(condition=models.Q(('angka__gte', 0), ('penunjang__gte', 0), ('selesai__gt', models.F('mulai')), ('utama__gte', 0)), name='riwayat_ak_sah')],
            },
        ),
        tolak_ubah("talenta_konversiangkakredit"),
        tolak_ubah("talenta_tambahanangkakredit"),
    ]
