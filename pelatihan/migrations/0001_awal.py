import django.core.validators
import django.db.models.deletion
import django.utils.timezone
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
            name='Pelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(max_length=60, unique=True, verbose_name='kode')),
                ('nama', models.CharField(max_length=160, verbose_name='nama')),
                ('jalur', models.CharField(choices=[('klasikal', 'Klasikal'), ('non_klasikal', 'Non-klasikal')], max_length=12, verbose_name='jalur')),
                ('bentuk', models.CharField(choices=[('struktural', 'Pelatihan struktural'), ('manajerial', 'Pelatihan manajerial'), ('teknis', 'Pelatihan teknis'), ('fungsional', 'Pelatihan fungsional'), ('sosial_kultural', 'Pelatihan sosial kultural'), ('seminar', 'Seminar'), ('workshop', 'Workshop'), ('kursus', 'Kursus'), ('penataran', 'Penataran'), ('bimtek', 'Bimbingan teknis'), ('sosialisasi', 'Sosialisasi'), ('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('e_learning', 'E-learning'), ('jarak_jauh', 'Pelatihan jarak jauh'), ('detasering', 'Detasering'), ('outbond', 'Outbond'), ('patok_banding', 'Patok banding'), ('pertukaran', 'Pertukaran pegawai'), ('belajar_mandiri', 'Belajar mandiri'), ('komunitas', 'Komunitas belajar'), ('magang', 'Magang')], max_length=16, verbose_name='bentuk')),
                ('jp', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='JP')),
                ('penyelenggara', models.CharField(max_length=120, verbose_name='penyelenggara')),
                ('nilai', models.CharField(blank=True, choices=[('berorientasi_pelayanan', 'Berorientasi Pelayanan'), ('akuntabel', 'Akuntabel'), ('kompeten', 'Kompeten'), ('harmonis', 'Harmonis'), ('loyal', 'Loyal'), ('adaptif', 'Adaptif'), ('kolaboratif', 'Kolaboratif')], max_length=24, verbose_name='nilai dasar')),
                ('untuk_jabatan', models.JSONField(blank=True, default=list, help_text='Kosong untuk semua; selain itu misalnya ["pengawas"].', verbose_name='hanya untuk jenis jabatan')),
                ('untuk_hasil_kerja', models.BooleanField(default=False, verbose_name='untuk indikator di bawah ekspektasi')),
                ('aktif', models.BooleanField(default=True, verbose_name='ditawarkan')),
                ('kompetensi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pelatihan', to='pegawai.kompetensi', verbose_name='kompetensi')),
            ],
            options={
                'verbose_name': 'pelatihan',
                'verbose_name_plural': 'katalog pelatihan',
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='Pembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahap', models.CharField(choices=[('berjalan', 'Berjalan'), ('diperpanjang', 'Diperpanjang'), ('membaik', 'Selesai, kinerja membaik'), ('uji_kompetensi', 'Uji kompetensi'), ('jabatan_lain', 'Dipindahkan ke jabatan yang sesuai'), ('jabatan_lebih_rendah', 'Dipindahkan ke jabatan lebih rendah'), ('berhenti', 'Diberhentikan dengan hormat')], default='berjalan', max_length=24)),
                ('mulai', models.DateField()),
                ('tinjau_pada', models.DateField(verbose_name='ditinjau pada')),
                ('dimulai_pada', models.DateTimeField()),
                ('ditutup_pada', models.DateTimeField(null=True)),
                ('atasan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pembinaan_diberikan', to='pegawai.pegawai')),
                ('evaluasi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pembinaan', to='evaluasi.evaluasi')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pembinaan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'rencana pembinaan',
                'verbose_name_plural': 'rencana pembinaan',
            },
        ),
        migrations.CreateModel(
            name='LangkahPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahap', models.CharField(choices=[('berjalan', 'Berjalan'), ('diperpanjang', 'Diperpanjang'), ('membaik', 'Selesai, kinerja membaik'), ('uji_kompetensi', 'Uji kompetensi'), ('jabatan_lain', 'Dipindahkan ke jabatan yang sesuai'), ('jabatan_lebih_rendah', 'Dipindahkan ke jabatan lebih rendah'), ('berhenti', 'Diberhentikan dengan hormat')], max_length=24)),
                ('dasar', models.TextField(verbose_name='dasar dan pertimbangan')),
                ('diputus_pada', models.DateTimeField()),
                ('diputus_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pembinaan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='langkah', to='pelatihan.pembinaan')),
            ],
            options={
                'verbose_name': 'langkah pembinaan',
                'verbose_name_plural': 'langkah pembinaan',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='CatatanPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tempo', models.DateField(verbose_name='jatuh tempo')),
                ('kemajuan', models.CharField(choices=[('belum', 'Belum terlihat'), ('sebagian', 'Sebagian tercapai'), ('tercapai', 'Tercapai')], max_length=10)),
                ('isi', models.TextField(verbose_name='catatan')),
                ('dicatat_pada', models.DateTimeField()),
                ('tanggapan', models.TextField(blank=True, verbose_name='tanggapan pegawai')),
                ('ditanggapi_pada', models.DateTimeField(null=True)),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pembinaan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='catatan', to='pelatihan.pembinaan')),
            ],
            options={
                'verbose_name': 'pemeriksaan bulanan',
                'verbose_name_plural': 'pemeriksaan bulanan',
                'ordering': ['tempo'],
            },
        ),
        migrations.CreateModel(
            name='RencanaPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tahun', models.PositiveSmallIntegerField(verbose_name='tahun')),
                ('sebab_jenis', models.CharField(choices=[('kompetensi', 'Kesenjangan kompetensi'), ('nilai', 'Nilai dasar di bawah ekspektasi'), ('indikator', 'Indikator di bawah ekspektasi')], max_length=12, verbose_name='sebab')),
                ('sebab_kunci', models.CharField(max_length=60)),
                ('sebab', models.TextField(verbose_name='angka yang menjadi sebab')),
                ('status', models.CharField(choices=[('direncanakan', 'Direncanakan'), ('selesai', 'Selesai'), ('batal', 'Dibatalkan')], default='direncanakan', max_length=12)),
                ('direncanakan_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('direncanakan_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rencana_pelatihan', to='pegawai.pegawai')),
                ('pelatihan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rencana', to='pelatihan.pelatihan')),
            ],
            options={
                'verbose_name': 'rencana pelatihan',
                'verbose_name_plural': 'rencana pelatihan',
            },
        ),
        migrations.CreateModel(
            name='RiwayatPelatihan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=160, verbose_name='nama pelatihan')),
                ('bentuk', models.CharField(choices=[('struktural', 'Pelatihan struktural'), ('manajerial', 'Pelatihan manajerial'), ('teknis', 'Pelatihan teknis'), ('fungsional', 'Pelatihan fungsional'), ('sosial_kultural', 'Pelatihan sosial kultural'), ('seminar', 'Seminar'), ('workshop', 'Workshop'), ('kursus', 'Kursus'), ('penataran', 'Penataran'), ('bimtek', 'Bimbingan teknis'), ('sosialisasi', 'Sosialisasi'), ('coaching', 'Coaching'), ('mentoring', 'Mentoring'), ('e_learning', 'E-learning'), ('jarak_jauh', 'Pelatihan jarak jauh'), ('detasering', 'Detasering'), ('outbond', 'Outbond'), ('patok_banding', 'Patok banding'), ('pertukaran', 'Pertukaran pegawai'), ('belajar_mandiri', 'Belajar mandiri'), ('komunitas', 'Komunitas belajar'), ('magang', 'Magang')], max_length=16, verbose_name='bentuk')),
                ('mulai', models.DateField(verbose_name='mulai')),
                ('selesai', models.DateField(verbose_name='selesai')),
                ('jp', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='JP')),
                ('nomor_sertifikat', models.CharField(blank=True, max_length=80, verbose_name='nomor sertifikat')),
                ('dicatat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dicatat_oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='riwayat_pelatihan', to='pegawai.pegawai')),
                ('pelatihan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='riwayat', to='pelatihan.pelatihan')),
                ('rencana', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='riwayat', to='pelatihan.rencanapelatihan')),
            ],
            options={
                'verbose_name': 'riwayat pelatihan',
                'verbose_name_plural': 'riwayat pelatihan',
            },
        ),
        migrations.CreateModel(
            name='SasaranPembinaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.CharField(max_length=80, verbose_name='angka')),
                ('sebab', models.TextField(verbose_name='angka yang menjadi sebab')),
                ('sasaran', models.TextField()),
                ('pembinaan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sasaran', to='pelatihan.pembinaan')),
            ],
            options={
                'verbose_name': 'sasaran pembinaan',
                'verbose_name_plural': 'sasaran pembinaan',
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='pelatihan',
            constraint=models.CheckConstraint(condition=models.Q(('jp__gt', 0)), name='pelatihan_punya_jp', violation_error_message='JP paling sedikit 1.'),
        ),
        migrations.AddConstraint(
            model_name='pembinaan',
            constraint=models.UniqueConstraint(condition=models.Q(('tahap__in', ('membaik', 'berhenti')), _negated=True), fields=('pegawai',), name='pembinaan_satu_berjalan', violation_error_message='Pegawai ini sudah mempunyai rencana pembinaan yang berjalan.'),
        ),
        migrations.AddConstraint(
            model_name='pembinaan',
            constraint=models.CheckConstraint(condition=models.Q(('pegawai', models.F('atasan')), _negated=True), name='pembinaan_bukan_diri', violation_error_message='Tidak seorang pun membina dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='pembinaan',
            constraint=models.CheckConstraint(condition=models.Q(('tinjau_pada__gt', models.F('mulai'))), name='pembinaan_ditinjau_kemudian'),
        ),
        migrations.AddConstraint(
            model_name='langkahpembinaan',
            constraint=models.CheckConstraint(condition=models.Q(('dasar', ''), _negated=True), name='langkah_pembinaan_berdasar'),
        ),
        migrations.AddConstraint(
            model_name='catatanpembinaan',
            constraint=models.UniqueConstraint(fields=('pembinaan', 'tempo'), name='catatan_pembinaan_sekali', violation_error_message='Pemeriksaan bulan itu sudah dicatat.'),
        ),
        migrations.AddConstraint(
            model_name='rencanapelatihan',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'batal'), _negated=True), fields=('pegawai', 'pelatihan', 'tahun'), name='rencana_pelatihan_sekali', violation_error_message='Pelatihan ini sudah ada dalam rencana tahun tersebut.'),
        ),
        migrations.AddConstraint(
            model_name='riwayatpelatihan',
            constraint=models.CheckConstraint(condition=models.Q(('selesai__isnull', True), ('selesai__gte', models.F('mulai')), _connector='OR'), name='riwayat_pelatihan_periode_sah', violation_error_message='Tanggal selesai tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='riwayatpelatihan',
            constraint=models.CheckConstraint(condition=models.Q(('jp__gt', 0)), name='riwayat_pelatihan_punya_jp', violation_error_message='JP paling sedikit 1.'),
        ),
        migrations.AddConstraint(
            model_name='sasaranpembinaan',
            constraint=models.UniqueConstraint(fields=('pembinaan', 'kunci'), name='sasaran_pembinaan_sekali'),
        ),
        migrations.AddConstraint(
            model_name='sasaranpembinaan',
            constraint=models.CheckConstraint(condition=models.Q(('sasaran', ''), _negated=True), name='sasaran_pembinaan_berisi'),
        ),
        tolak_ubah("pelatihan_langkahpembinaan"),
    ]
