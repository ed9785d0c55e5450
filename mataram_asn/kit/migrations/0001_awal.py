import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from mataram_asn.kit.pemicu import tolak_ubah


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CatatanAudit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('saat', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('aksi', models.CharField(db_index=True, max_length=60)),
                ('jenis_objek', models.CharField(max_length=60)),
                ('id_objek', models.BigIntegerField(null=True)),
                ('rincian', models.JSONField(default=dict)),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'catatan audit',
                'verbose_name_plural': 'catatan audit',
                'indexes': [models.Index(fields=['jenis_objek', 'id_objek'], name='audit_objek')],
            },
        ),
        migrations.CreateModel(
            name='Surat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kunci', models.CharField(max_length=120, unique=True)),
                ('judul', models.CharField(max_length=160)),
                ('isi', models.TextField()),
                ('tautan', models.CharField(blank=True, max_length=200)),
                ('dibuat_pada', models.DateTimeField(default=django.utils.timezone.now)),
                ('dibaca_pada', models.DateTimeField(null=True)),
                ('dikirim_pada', models.DateTimeField(null=True)),
                ('percobaan', models.PositiveSmallIntegerField(default=0)),
                ('galat', models.TextField(blank=True)),
                ('kepada', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='surat', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'surat',
                'verbose_name_plural': 'surat',
                'indexes': [models.Index(condition=models.Q(('dikirim_pada__isnull', True)), fields=['id'], name='surat_antre'), models.Index(fields=['kepada', '-dibuat_pada'], name='surat_kotak')],
            },
        ),
        tolak_ubah("kit_catatanaudit"),
    ]
