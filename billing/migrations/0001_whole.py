"""A fresh database in one step; one begun earlier goes the way of the single migrations.

Written by .ci/whole_schema.py; docs/adr/0008 says why.
"""

import billing.models.fields
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.functions.comparison
from decimal import Decimal
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from pathlib import Path

from registry.migrations._whole_schema import WholeSchema


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('billing', '0001_initial'),
        ('billing', '0002_payer_policy_reasons_and_tests'),
        ('billing', '0003_code_pairs_and_unit_caps'),
        ('billing', '0004_fee_kind_and_expected'),
        ('billing', '0005_payer_policy_set_aside'),
        ('billing', '0006_add_answers_remittances_denials'),
        ('billing', '0007_packets'),
        ('billing', '0008_add_claim_corrections'),
        ('billing', '0009_claim_settings_and_deliveries'),
        ('billing', '0010_close_months_and_costs'),
        ('billing', '0011_destination_as_the_practice'),
        ('billing', '0012_claimed_months'),
        ('billing', '0013_read_large_files_later'),
        ('billing', '0014_say_which_runs_are_partial'),
        ('billing', '0015_clocks_of_payers'),
        ('billing', '0016_denials_decided_anew'),
        ('billing', '0017_claims_set_aside_and_persons'),
    ]

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('registry', '0012_index_looks_by_practice'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        WholeSchema(
            Path(__file__).with_suffix(".sql"),
            [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('TA1', 'TA1'), ('999', '999'), ('277CA', '277CA')], max_length=5)),
                ('segment', models.PositiveIntegerField()),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('verdict', models.CharField(choices=[('accepted', 'Accepted'), ('partly', 'Accepted in part'), ('rejected', 'Rejected'), ('unknown', 'No verdict')], max_length=8)),
                ('sentences', models.JSONField(default=list)),
                ('payer_control_number', models.CharField(blank=True, max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name='AppliedPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mark', models.CharField(max_length=64, unique=True)),
                ('document', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='CareCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('salary', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('full_time', models.DecimalField(decimal_places=2, default=Decimal('1'), max_digits=5, validators=[django.core.validators.MinValueValidator(0)])),
                ('consultant_fee', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('changed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='CareCostEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('salary', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('full_time', models.DecimalField(decimal_places=2, default=Decimal('1'), max_digits=5, validators=[django.core.validators.MinValueValidator(0)])),
                ('consultant_fee', models.DecimalField(decimal_places=2, max_digits=9, null=True)),
                ('changed_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('family', models.CharField(default='integration', max_length=12)),
                ('month', models.DateField()),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('sent', 'Sent'), ('replaced', 'Replaced'), ('voided', 'Voided')], default='draft', max_length=8)),
                ('outcome', models.CharField(choices=[('billable', 'Clean'), ('held', 'Held'), ('not_billable', 'Not billable')], max_length=12)),
                ('is_final', models.BooleanField(default=False)),
                ('date_of_service', models.DateField(null=True)),
                ('worked_seconds', models.PositiveIntegerField()),
                ('counted_seconds', models.PositiveIntegerField()),
                ('minutes_short', models.PositiveIntegerField(null=True)),
                ('total_charge', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('total_expected', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('rules', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('own_holds', models.JSONField(default=list)),
                ('facts', billing.models.fields.KeptJSONField()),
                ('verdict', billing.models.fields.KeptJSONField()),
                ('engine', models.CharField(blank=True, max_length=16)),
                ('fingerprint', models.CharField(max_length=64)),
                ('later', models.JSONField(null=True)),
                ('later_left', models.JSONField(null=True)),
                ('later_left_at', models.DateTimeField(null=True)),
                ('set_aside', models.CharField(blank=True, choices=[('', 'Not set aside'), ('look', 'To be looked at'), ('no', 'Not to be billed')], db_default='', default='', max_length=4)),
                ('set_aside_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('frequency', models.CharField(choices=[('1', 'Original'), ('7', 'Replacement'), ('8', 'Void')], db_default='1', default='1', max_length=1)),
                ('payer_claim_number', models.CharField(blank=True, db_default='', default='', max_length=50)),
                ('correction_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('decided_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ClaimEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('family', models.CharField(default='integration', max_length=12)),
                ('month', models.DateField()),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('approved', 'Approved'), ('sent', 'Sent'), ('replaced', 'Replaced'), ('voided', 'Voided')], default='draft', max_length=8)),
                ('outcome', models.CharField(choices=[('billable', 'Clean'), ('held', 'Held'), ('not_billable', 'Not billable')], max_length=12)),
                ('is_final', models.BooleanField(default=False)),
                ('date_of_service', models.DateField(null=True)),
                ('worked_seconds', models.PositiveIntegerField()),
                ('counted_seconds', models.PositiveIntegerField()),
                ('minutes_short', models.PositiveIntegerField(null=True)),
                ('total_charge', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('total_expected', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('rules', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('own_holds', models.JSONField(default=list)),
                ('facts', billing.models.fields.KeptJSONField()),
                ('verdict', billing.models.fields.KeptJSONField()),
                ('engine', models.CharField(blank=True, max_length=16)),
                ('fingerprint', models.CharField(max_length=64)),
                ('later', models.JSONField(null=True)),
                ('later_left', models.JSONField(null=True)),
                ('later_left_at', models.DateTimeField(null=True)),
                ('set_aside', models.CharField(blank=True, choices=[('', 'Not set aside'), ('look', 'To be looked at'), ('no', 'Not to be billed')], db_default='', default='', max_length=4)),
                ('set_aside_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('frequency', models.CharField(choices=[('1', 'Original'), ('7', 'Replacement'), ('8', 'Void')], db_default='1', default='1', max_length=1)),
                ('payer_claim_number', models.CharField(blank=True, db_default='', default='', max_length=50)),
                ('correction_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('decided_at', models.DateTimeField()),
                ('approved_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClaimLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('code', models.CharField(max_length=5)),
                ('units', models.PositiveSmallIntegerField()),
                ('modifiers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), default=list, size=None)),
                ('charge', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('allowed', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('expected', models.GeneratedField(db_persist=True, expression=models.Case(models.When(allowed__isnull=False, then=django.db.models.functions.comparison.Least('allowed', 'charge'))), output_field=models.DecimalField(decimal_places=2, max_digits=10, null=True))),
            ],
            options={
                'ordering': ['position'],
            },
        ),
        migrations.CreateModel(
            name='ClaimPayment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('segment', models.PositiveIntegerField()),
                ('claim_id_said', models.CharField(blank=True, max_length=80)),
                ('status', models.CharField(max_length=2)),
                ('charge', models.DecimalField(decimal_places=2, max_digits=12)),
                ('paid', models.DecimalField(decimal_places=2, max_digits=12)),
                ('patient_responsibility', models.DecimalField(decimal_places=2, max_digits=12)),
                ('payer_control_number', models.CharField(blank=True, max_length=80)),
                ('served_on', models.DateField(null=True)),
                ('patient_said', models.JSONField(default=dict)),
                ('adjustments', models.JSONField(default=list)),
                ('remarks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('matched_at', models.DateTimeField(null=True)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('set_aside_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='ClaimPaymentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('segment', models.PositiveIntegerField()),
                ('claim_id_said', models.CharField(blank=True, max_length=80)),
                ('status', models.CharField(max_length=2)),
                ('charge', models.DecimalField(decimal_places=2, max_digits=12)),
                ('paid', models.DecimalField(decimal_places=2, max_digits=12)),
                ('patient_responsibility', models.DecimalField(decimal_places=2, max_digits=12)),
                ('payer_control_number', models.CharField(blank=True, max_length=80)),
                ('served_on', models.DateField(null=True)),
                ('patient_said', models.JSONField(default=dict)),
                ('adjustments', models.JSONField(default=list)),
                ('remarks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('matched_at', models.DateTimeField(null=True)),
                ('set_aside_at', models.DateTimeField(null=True)),
                ('set_aside_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClaimSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facility_name', models.CharField(blank=True, max_length=60)),
                ('facility_npi', models.CharField(blank=True, max_length=10)),
                ('facility_address', models.CharField(blank=True, max_length=55)),
                ('facility_city', models.CharField(blank=True, max_length=30)),
                ('facility_state', models.CharField(blank=True, max_length=2)),
                ('facility_zip', models.CharField(blank=True, max_length=9)),
                ('bill_type', models.CharField(blank=True, max_length=2)),
                ('revenue_code', models.CharField(blank=True, max_length=4)),
                ('form_x', models.DecimalField(decimal_places=1, default=0, max_digits=4)),
                ('form_y', models.DecimalField(decimal_places=1, default=0, max_digits=4)),
            ],
        ),
        migrations.CreateModel(
            name='ClaimSettingsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('facility_name', models.CharField(blank=True, max_length=60)),
                ('facility_npi', models.CharField(blank=True, max_length=10)),
                ('facility_address', models.CharField(blank=True, max_length=55)),
                ('facility_city', models.CharField(blank=True, max_length=30)),
                ('facility_state', models.CharField(blank=True, max_length=2)),
                ('facility_zip', models.CharField(blank=True, max_length=9)),
                ('bill_type', models.CharField(blank=True, max_length=2)),
                ('revenue_code', models.CharField(blank=True, max_length=4)),
                ('form_x', models.DecimalField(decimal_places=1, default=0, max_digits=4)),
                ('form_y', models.DecimalField(decimal_places=1, default=0, max_digits=4)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CodePair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code_a', models.CharField(max_length=5)),
                ('code_b', models.CharField(max_length=5)),
                ('kind', models.CharField(choices=[('month', 'Same month'), ('same_date', 'Same date')], max_length=9)),
                ('scope', models.CharField(choices=[('same', 'Same practitioner'), ('any', 'Any practitioner')], max_length=4)),
                ('effect', models.CharField(choices=[('hold', 'Holds'), ('warn', 'Warns')], max_length=4)),
                ('modifier_indicator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('pays', models.CharField(blank=True, max_length=5)),
                ('why', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='CodePairEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code_a', models.CharField(max_length=5)),
                ('code_b', models.CharField(max_length=5)),
                ('kind', models.CharField(choices=[('month', 'Same month'), ('same_date', 'Same date')], max_length=9)),
                ('scope', models.CharField(choices=[('same', 'Same practitioner'), ('any', 'Any practitioner')], max_length=4)),
                ('effect', models.CharField(choices=[('hold', 'Holds'), ('warn', 'Warns')], max_length=4)),
                ('modifier_indicator', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('pays', models.CharField(blank=True, max_length=5)),
                ('why', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CodeRelease',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('cms', 'CMS'), ('own', 'CareTally')], max_length=3)),
                ('active_from', models.DateField()),
                ('file_name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('loaded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CodeReleaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('cms', 'CMS'), ('own', 'CareTally')], max_length=3)),
                ('active_from', models.DateField()),
                ('file_name', models.CharField(max_length=200)),
                ('sha256', models.CharField(max_length=64)),
                ('loaded_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ControlNumber',
            fields=[
                ('organization', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='registry.organization')),
                ('last', models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('queued', 'Waiting'), ('placing', 'Being placed'), ('sent', 'Delivered'), ('failed', 'Not delivered')], default='queued', max_length=8)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('queued_at', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('try_at', models.DateTimeField()),
                ('part_name', models.CharField(blank=True, max_length=160)),
                ('problem', models.CharField(blank=True, max_length=400)),
                ('arrived_as', models.CharField(blank=True, max_length=400)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DeliveryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('state', models.CharField(choices=[('queued', 'Waiting'), ('placing', 'Being placed'), ('sent', 'Delivered'), ('failed', 'Not delivered')], default='queued', max_length=8)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('queued_at', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('try_at', models.DateTimeField()),
                ('part_name', models.CharField(blank=True, max_length=160)),
                ('problem', models.CharField(blank=True, max_length=400)),
                ('arrived_as', models.CharField(blank=True, max_length=400)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Denial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=48)),
                ('group', models.CharField(max_length=2)),
                ('reason', models.CharField(max_length=5)),
                ('remarks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('state', models.CharField(choices=[('open', 'Open'), ('in_work', 'Being worked on'), ('appealed', 'Appealed'), ('corrected', 'Corrected claim sent'), ('overturned', 'Paid after all'), ('written_off', 'Written off'), ('decided_anew', 'Decided anew')], default='open', max_length=12)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DenialEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(blank=True, max_length=48)),
                ('group', models.CharField(max_length=2)),
                ('reason', models.CharField(max_length=5)),
                ('remarks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=12)),
                ('state', models.CharField(choices=[('open', 'Open'), ('in_work', 'Being worked on'), ('appealed', 'Appealed'), ('corrected', 'Corrected claim sent'), ('overturned', 'Paid after all'), ('written_off', 'Written off'), ('decided_anew', 'Decided anew')], default='open', max_length=12)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('note', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Destination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('practice', "Where the practice's files go"), ('download', 'A person downloads them'), ('folder', 'A folder on this server'), ('sftp', 'SFTP')], max_length=8)),
                ('folder', models.CharField(blank=True, max_length=200)),
                ('host', models.CharField(blank=True, max_length=253)),
                ('port', models.PositiveIntegerField(default=22)),
                ('username', models.CharField(blank=True, max_length=64)),
                ('secret_kind', models.CharField(choices=[('password', 'A password'), ('key', 'A private key')], default='password', max_length=8)),
                ('secret', models.TextField(blank=True)),
                ('host_key', models.CharField(blank=True, max_length=1000)),
                ('changed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='DestinationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('practice', "Where the practice's files go"), ('download', 'A person downloads them'), ('folder', 'A folder on this server'), ('sftp', 'SFTP')], max_length=8)),
                ('folder', models.CharField(blank=True, max_length=200)),
                ('host', models.CharField(blank=True, max_length=253)),
                ('port', models.PositiveIntegerField(default=22)),
                ('username', models.CharField(blank=True, max_length=64)),
                ('secret_kind', models.CharField(choices=[('password', 'A password'), ('key', 'A private key')], default='password', max_length=8)),
                ('host_key', models.CharField(blank=True, max_length=1000)),
                ('changed_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Fee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('charge', 'Charge'), ('allowed', 'Allowed')], default='charge', max_length=7)),
                ('code', models.CharField(max_length=5)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=9)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('is_unconfirmed', models.BooleanField(default=False)),
                ('entered_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='FeeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('charge', 'Charge'), ('allowed', 'Allowed')], default='charge', max_length=7)),
                ('code', models.CharField(max_length=5)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=9)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('is_unconfirmed', models.BooleanField(default=False)),
                ('entered_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LinePayment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('segment', models.PositiveIntegerField()),
                ('code', models.CharField(max_length=48)),
                ('modifiers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), default=list, size=None)),
                ('units', models.DecimalField(decimal_places=2, max_digits=9)),
                ('charge', models.DecimalField(decimal_places=2, max_digits=12)),
                ('paid', models.DecimalField(decimal_places=2, max_digits=12)),
                ('allowed', models.DecimalField(decimal_places=2, max_digits=12, null=True)),
                ('adjustments', models.JSONField(default=list)),
                ('remarks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), default=list, size=None)),
            ],
            options={
                'ordering': ['segment'],
            },
        ),
        migrations.CreateModel(
            name='MonthClose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('closed_at', models.DateTimeField()),
                ('accepted', models.JSONField(default=dict)),
                ('document', models.TextField()),
                ('sha256', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='MonthReopening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reopened_at', models.DateTimeField()),
                ('reason', models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Packet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pdf', models.BinaryField()),
                ('pdf_sha256', models.CharField(max_length=64)),
                ('pages', models.PositiveIntegerField()),
                ('document', models.BinaryField()),
                ('document_sha256', models.CharField(max_length=64)),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PacketLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('link', 'Opened the link'), ('page', 'Opened its page'), ('pdf', 'Fetched the PDF'), ('json', 'Fetched the JSON'), ('zip', 'Fetched it in a ZIP file')], max_length=4)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PacketPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('done_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PacketSample',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=80)),
                ('first_month', models.DateField(null=True)),
                ('last_month', models.DateField(null=True)),
                ('numbers', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('size', models.PositiveIntegerField(null=True)),
                ('seed', models.CharField(blank=True, max_length=40)),
                ('matched', models.PositiveIntegerField()),
                ('total', models.PositiveIntegerField()),
                ('done', models.PositiveIntegerField(default=0)),
                ('failed', models.PositiveIntegerField(default=0)),
                ('asked_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PacketShare',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=80)),
                ('is_listed', models.BooleanField(default=False)),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('ends_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PacketShareEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('label', models.CharField(max_length=80)),
                ('is_listed', models.BooleanField(default=False)),
                ('token_sha256', models.CharField(max_length=64)),
                ('ends_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PayerClaimSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('also_named', models.CharField(choices=[('none', 'Nobody else'), ('referring', 'A referring practitioner'), ('supervising', 'A supervising practitioner')], default='none', max_length=12)),
                ('claim_form', models.CharField(blank=True, choices=[('837P', 'Professional (837P)'), ('837I', 'Institutional (837I)')], max_length=4)),
                ('filing_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('appeal_days', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PayerClaimSettingsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('also_named', models.CharField(choices=[('none', 'Nobody else'), ('referring', 'A referring practitioner'), ('supervising', 'A supervising practitioner')], default='none', max_length=12)),
                ('claim_form', models.CharField(blank=True, choices=[('837P', 'Professional (837P)'), ('837I', 'Institutional (837I)')], max_length=4)),
                ('filing_days', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('appeal_days', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PayerPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('preset', models.CharField(default='standard', max_length=40)),
                ('overrides', models.JSONField(blank=True, default=dict)),
                ('reasons', models.JSONField(blank=True, default=dict)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('source_address', models.CharField(blank=True, max_length=300)),
                ('review_by', models.DateField(blank=True, null=True)),
                ('entered_at', models.DateTimeField()),
                ('tested_at', models.DateTimeField(blank=True, null=True)),
                ('tested_months', models.JSONField(blank=True, default=dict)),
                ('untested_why', models.CharField(blank=True, max_length=300)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('set_aside_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='PayerPolicyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('preset', models.CharField(default='standard', max_length=40)),
                ('overrides', models.JSONField(blank=True, default=dict)),
                ('reasons', models.JSONField(blank=True, default=dict)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('source_address', models.CharField(blank=True, max_length=300)),
                ('review_by', models.DateField(blank=True, null=True)),
                ('entered_at', models.DateTimeField()),
                ('tested_at', models.DateTimeField(blank=True, null=True)),
                ('tested_months', models.JSONField(blank=True, default=dict)),
                ('untested_why', models.CharField(blank=True, max_length=300)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('set_aside_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReceivedFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('kinds', models.JSONField(default=list)),
                ('problem', models.TextField(blank=True)),
                ('notes', models.JSONField(default=list)),
                ('received_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Remittance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('segment', models.PositiveIntegerField()),
                ('payer_name', models.CharField(blank=True, max_length=80)),
                ('payer_number', models.CharField(blank=True, max_length=80)),
                ('method', models.CharField(blank=True, max_length=3)),
                ('trace_number', models.CharField(blank=True, max_length=80)),
                ('paid_on', models.DateField(null=True)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14)),
                ('claims_paid', models.DecimalField(decimal_places=2, max_digits=14)),
                ('adjusted', models.DecimalField(decimal_places=2, max_digits=14)),
                ('adjustments', models.JSONField(default=list)),
                ('imbalances', models.JSONField(default=list)),
                ('posted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SharedPacket',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('receiver_name', models.CharField(max_length=60)),
                ('receiver_id', models.CharField(max_length=15)),
                ('month', models.DateField()),
                ('control_number', models.PositiveIntegerField()),
                ('is_production', models.BooleanField()),
                ('form', models.CharField(choices=[('837P', 'Professional (837P)'), ('837I', 'Institutional (837I)')], db_default='837P', default='837P', max_length=4)),
                ('file_name', models.CharField(max_length=80)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SubmissionClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clm01', models.CharField(max_length=38)),
                ('turn', models.CharField(db_default='P', default='P', max_length=1)),
                ('insurance_type', models.CharField(blank=True, choices=[('12', "Aged, and covered by work: their own or the spouse's"), ('13', "End-stage renal disease, while an employer's plan comes first"), ('14', 'No-fault insurance, as after a car accident'), ('15', "Workers' compensation"), ('16', 'Another federal agency'), ('41', 'Black lung'), ('42', "Veterans' administration"), ('43', 'Disabled, under 65, and covered by work'), ('47', 'Liability insurance')], db_default='', default='', max_length=2)),
            ],
        ),
        migrations.CreateModel(
            name='SubmissionDownload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SubmissionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('receiver_name', models.CharField(max_length=60)),
                ('receiver_id', models.CharField(max_length=15)),
                ('month', models.DateField()),
                ('control_number', models.PositiveIntegerField()),
                ('is_production', models.BooleanField()),
                ('form', models.CharField(choices=[('837P', 'Professional (837P)'), ('837I', 'Institutional (837I)')], db_default='837P', default='837P', max_length=4)),
                ('file_name', models.CharField(max_length=80)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TrueUpChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.JSONField()),
                ('after', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='TrueUpChunk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('patient_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='TrueUpFailure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('message', models.CharField(max_length=300)),
                ('failed_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='TrueUpRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('kind', models.CharField(choices=[('provisional', 'Provisional'), ('final', 'Final')], max_length=12)),
                ('is_partial', models.BooleanField(db_default=False, default=False)),
                ('asked_at', models.DateTimeField()),
                ('chunks_total', models.PositiveIntegerField(default=0)),
                ('chunks_done', models.PositiveIntegerField(default=0)),
                ('patients_total', models.PositiveIntegerField(default=0)),
                ('patients_done', models.PositiveIntegerField(default=0)),
                ('written', models.PositiveIntegerField(default=0)),
                ('unchanged', models.PositiveIntegerField(default=0)),
                ('kept', models.PositiveIntegerField(default=0, verbose_name='Decided by a person and kept')),
                ('failed', models.PositiveIntegerField(default=0)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='UnitCap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5)),
                ('units', models.PositiveSmallIntegerField()),
                ('indicator', models.PositiveSmallIntegerField()),
                ('why', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='UnitCapEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=5)),
                ('units', models.PositiveSmallIntegerField()),
                ('indicator', models.PositiveSmallIntegerField()),
                ('why', models.CharField(max_length=300)),
                ('source', models.CharField(max_length=300)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='appliedpolicy',
            trigger=pgtrigger.compiler.Trigger(name='kept_as_applied', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3bf46878c2fd9752fe2ed49855581f0ab7709956', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_as_applied_d34ae', table='billing_appliedpolicy', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='carecost',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='carecost',
            name='practice',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='care_cost', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='carecostevent',
            name='changed_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='carecostevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='carecostevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.carecost'),
        ),
        migrations.AddField(
            model_name='carecostevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.CreateModel(
            name='ClaimedMonth',
            fields=[
                ('claim', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='claimed_month', serialize=False, to='billing.claim')),
                ('member', models.CharField(max_length=64)),
                ('person', models.CharField(db_default='', default='', max_length=64)),
                ('family', models.CharField(max_length=12)),
                ('month', models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name='claim',
            name='approved_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='corrects',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claim',
            name='coverage',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='registry.coverage'),
        ),
        migrations.AddField(
            model_name='claim',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='episode',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='claim',
            name='later_left_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='claim',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='claim',
            name='policy',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='billing.appliedpolicy'),
        ),
        migrations.AddField(
            model_name='claim',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='claims', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='claim',
            name='sent_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claim',
            name='set_aside_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answer',
            name='claim',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='received_answers', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='approved_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='corrects',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='coverage',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.coverage'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='decided_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='later_left_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='policy',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.appliedpolicy'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='sent_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='set_aside_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimline',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimpayment',
            name='claim',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimpayment',
            name='matched_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimpayment',
            name='set_aside_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='claim',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='matched_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.claimpayment'),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='set_aside_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='claimsettings',
            name='practice',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='claim_settings', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='claimsettingsevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='claimsettingsevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.claimsettings'),
        ),
        migrations.AddField(
            model_name='claimsettingsevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='codepairevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='codepairevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.codepair'),
        ),
        migrations.AddField(
            model_name='coderelease',
            name='loaded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='codepairevent',
            name='release',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.coderelease'),
        ),
        migrations.AddField(
            model_name='codepair',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pairs', to='billing.coderelease'),
        ),
        migrations.AddField(
            model_name='codereleaseevent',
            name='loaded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='codereleaseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='codereleaseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.coderelease'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='queued_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='deliveryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='deliveryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.delivery'),
        ),
        migrations.AddField(
            model_name='deliveryevent',
            name='queued_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='denial',
            name='changed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='denial',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='denials', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='denial',
            name='owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='denial',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='denials', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='denial',
            name='payment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='denials', to='billing.claimpayment'),
        ),
        migrations.AddField(
            model_name='denial',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='denials', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='changed_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='claim',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='owner',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='payment',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.claimpayment'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.denial'),
        ),
        migrations.AddField(
            model_name='denialevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='destination',
            name='changed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='destination',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='destinations', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='destination',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='destinations', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='deliveryevent',
            name='destination',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.destination'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='destination',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='billing.destination'),
        ),
        migrations.AddField(
            model_name='destinationevent',
            name='changed_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='destinationevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='destinationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='destinationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.destination'),
        ),
        migrations.AddField(
            model_name='destinationevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='fee',
            name='entered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='fee',
            name='payer',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='fees', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='fee',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fees', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='feeevent',
            name='entered_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='feeevent',
            name='payer',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='feeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='feeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.fee'),
        ),
        migrations.AddField(
            model_name='feeevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='linepayment',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='payments', to='billing.claimline'),
        ),
        migrations.AddField(
            model_name='linepayment',
            name='payment',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='billing.claimpayment'),
        ),
        migrations.AddField(
            model_name='monthclose',
            name='closed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='monthclose',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='month_closes', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='monthreopening',
            name='close',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reopening', to='billing.monthclose'),
        ),
        migrations.AddField(
            model_name='monthreopening',
            name='reopened_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packet',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packets', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='packet',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packet',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packets', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='packetlook',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packetlook',
            name='packet',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='billing.packet'),
        ),
        migrations.AddField(
            model_name='packetplace',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packet_places', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='packetplace',
            name='packet',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='place', to='billing.packet'),
        ),
        migrations.AddField(
            model_name='packetsample',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packetsample',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='packetsample',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packet_samples', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='packetplace',
            name='sample',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='billing.packetsample'),
        ),
        migrations.AddField(
            model_name='packetshare',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packetshare',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='packet_shares', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='packetshare',
            name='revoked_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packetlook',
            name='share',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='billing.packetshare'),
        ),
        migrations.AddField(
            model_name='packetshareevent',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='packetshareevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='packetshareevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.packetshare'),
        ),
        migrations.AddField(
            model_name='packetshareevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='packetshareevent',
            name='revoked_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerclaimsettings',
            name='clinician',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='payerclaimsettings',
            name='payer',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='claim_settings', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='payerclaimsettingsevent',
            name='clinician',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='payerclaimsettingsevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='payerclaimsettingsevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='payerclaimsettingsevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.payerclaimsettings'),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='approved_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='entered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='payer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='policies', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payer_policies', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='set_aside_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicy',
            name='tested_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='approved_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='entered_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.payerpolicy'),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='reviewed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='set_aside_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='payerpolicyevent',
            name='tested_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='receivedfile',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='received_files', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='receivedfile',
            name='received_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answer',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='billing.receivedfile'),
        ),
        migrations.AddField(
            model_name='remittance',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remittances', to='billing.receivedfile'),
        ),
        migrations.AddField(
            model_name='remittance',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remittances', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='remittance',
            name='posted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='remittance',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remittances', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='claimpaymentevent',
            name='remittance',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.remittance'),
        ),
        migrations.AddField(
            model_name='claimpayment',
            name='remittance',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='payments', to='billing.remittance'),
        ),
        migrations.AddField(
            model_name='sharedpacket',
            name='packet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shared_places', to='billing.packet'),
        ),
        migrations.AddField(
            model_name='sharedpacket',
            name='share',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='billing.packetshare'),
        ),
        migrations.AddField(
            model_name='packetshare',
            name='packets',
            field=models.ManyToManyField(related_name='shares', through='billing.SharedPacket', to='billing.packet'),
        ),
        migrations.AddField(
            model_name='submission',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submission',
            name='payer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='submission',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='submissions', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='deliveryevent',
            name='submission',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='delivery',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='answer',
            name='submission',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='received_answers', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='submissionclaim',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='submissionclaim',
            name='coverage',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.coverage'),
        ),
        migrations.AddField(
            model_name='submissionclaim',
            name='payment',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later_places', to='billing.claimpayment'),
        ),
        migrations.AddField(
            model_name='submissionclaim',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='submission',
            name='claims',
            field=models.ManyToManyField(related_name='submissions', through='billing.SubmissionClaim', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='submissiondownload',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submissiondownload',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='downloads', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.submission'),
        ),
        migrations.AddField(
            model_name='submissionevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='trueupchange',
            name='claim',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='billing.claim'),
        ),
        migrations.AddField(
            model_name='trueupfailure',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='trueuprun',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='trueuprun',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='true_up_runs', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='trueupfailure',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='failures', to='billing.trueuprun'),
        ),
        migrations.AddField(
            model_name='trueupchunk',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chunks', to='billing.trueuprun'),
        ),
        migrations.AddField(
            model_name='trueupchange',
            name='run',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='billing.trueuprun'),
        ),
        migrations.AddField(
            model_name='claimevent',
            name='run',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.trueuprun'),
        ),
        migrations.AddField(
            model_name='claim',
            name='run',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='claims', to='billing.trueuprun'),
        ),
        migrations.AddField(
            model_name='unitcap',
            name='release',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='caps', to='billing.coderelease'),
        ),
        migrations.AddField(
            model_name='unitcapevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='unitcapevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='billing.unitcap'),
        ),
        migrations.AddField(
            model_name='unitcapevent',
            name='release',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='billing.coderelease'),
        ),
        migrations.AddConstraint(
            model_name='carecost',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('changed_at__isnull', False), ('changed_by__isnull', False)), models.Q(('changed_at__isnull', True), ('changed_by__isnull', True)), _connector='OR'), name='care_cost_changed_paired'),
        ),
        migrations.AddConstraint(
            model_name='carecost',
            constraint=models.CheckConstraint(condition=models.Q(('full_time__gte', 0), models.Q(('salary', None), ('salary__gte', 0), _connector='OR'), models.Q(('consultant_fee', None), ('consultant_fee__gte', 0), _connector='OR')), name='care_cost_not_below_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='carecost',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."consultant_fee", NEW."full_time", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."salary"); RETURN NULL;', hash='c6be645ded1c1176f287dac8202b45864ce39b7b', operation='INSERT', pgid='pgtrigger_insert_insert_88681', table='billing_carecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='carecost',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."consultant_fee", NEW."full_time", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."salary"); RETURN NULL;', hash='6e30639b34f6c1471fe7acd5d7aa18d9aee1a0e9', operation='UPDATE', pgid='pgtrigger_update_update_490bd', table='billing_carecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='carecost',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."consultant_fee", OLD."full_time", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."salary"); RETURN NULL;', hash='8c6009ad71c232f9819239c8f56b6ca0f29248a0', operation='DELETE', pgid='pgtrigger_delete_delete_8f9df', table='billing_carecost', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='carecostevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='190d08ddcc0eb1f32fbbc4f681d36c93079715fe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5b1b8', table='billing_carecostevent', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='claimedmonth',
            name='organization',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.organization'),
        ),
        migrations.AddConstraint(
            model_name='claimline',
            constraint=models.UniqueConstraint(fields=('claim', 'position'), name='claim_line_once'),
        ),
        migrations.AddConstraint(
            model_name='claimline',
            constraint=models.CheckConstraint(condition=models.Q(('units__gte', 1)), name='claim_line_has_units'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimsettings',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (NEW."bill_type", NEW."facility_address", NEW."facility_city", NEW."facility_name", NEW."facility_npi", NEW."facility_state", NEW."facility_zip", NEW."form_x", NEW."form_y", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."revenue_code"); RETURN NULL;', hash='7549ecdd4fc9312468b8574dca16a278e85d3035', operation='INSERT', pgid='pgtrigger_insert_insert_b8476', table='billing_claimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimsettings',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (NEW."bill_type", NEW."facility_address", NEW."facility_city", NEW."facility_name", NEW."facility_npi", NEW."facility_state", NEW."facility_zip", NEW."form_x", NEW."form_y", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."revenue_code"); RETURN NULL;', hash='67fb3f27855ef0a2309b9b18a7937b2ee3196106', operation='UPDATE', pgid='pgtrigger_update_update_e6f56', table='billing_claimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimsettings',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (OLD."bill_type", OLD."facility_address", OLD."facility_city", OLD."facility_name", OLD."facility_npi", OLD."facility_state", OLD."facility_zip", OLD."form_x", OLD."form_y", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."revenue_code"); RETURN NULL;', hash='7c02346ef74f13a112ff66d23f4d8594f0b590c4', operation='DELETE', pgid='pgtrigger_delete_delete_e8c38', table='billing_claimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimsettingsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1659963f2c012537a78451b75b10d86b0d18586e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0afc1', table='billing_claimsettingsevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='coderelease',
            constraint=models.UniqueConstraint(fields=('kind', 'active_from'), name='code_release_once_a_quarter'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coderelease',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."active_from", NEW."file_name", NEW."id", NEW."kind", NEW."loaded_at", NEW."loaded_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256"); RETURN NULL;', hash='3f9226c4e2ae45ca0a27fc708a2e6824876ff042', operation='INSERT', pgid='pgtrigger_insert_insert_2aa97', table='billing_coderelease', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coderelease',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."active_from", NEW."file_name", NEW."id", NEW."kind", NEW."loaded_at", NEW."loaded_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256"); RETURN NULL;', hash='0227cf46e2eef7e3a79554dac53c64a531442f9b', operation='UPDATE', pgid='pgtrigger_update_update_a6263', table='billing_coderelease', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coderelease',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (OLD."active_from", OLD."file_name", OLD."id", OLD."kind", OLD."loaded_at", OLD."loaded_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256"); RETURN NULL;', hash='5c26b187da5876b17a52cd8575bf081afc4587c0', operation='DELETE', pgid='pgtrigger_delete_delete_d9b12', table='billing_coderelease', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='codepairevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='29e7298dd91bd4fe2757e9dcb3e7c99d2f1a2cfd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5af20', table='billing_codepairevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='codepair',
            index=models.Index(fields=['code_b'], name='code_pair_by_its_second'),
        ),
        migrations.AddConstraint(
            model_name='codepair',
            constraint=models.CheckConstraint(condition=models.Q(('active_to__isnull', True), ('active_to__gte', models.F('active_from')), _connector='OR'), name='code_pair_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='codepair',
            constraint=models.CheckConstraint(condition=models.Q(('code_a__lt', models.F('code_b'))), name='code_pair_lower_code_first'),
        ),
        migrations.AddConstraint(
            model_name='codepair',
            constraint=models.CheckConstraint(condition=models.Q(('pays', ''), ('pays', models.F('code_a')), ('pays', models.F('code_b')), _connector='OR'), name='code_pair_pays_one_of_the_two'),
        ),
        migrations.AddConstraint(
            model_name='codepair',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'same_date'), ('modifier_indicator__in', (0, 1, 9))), models.Q(('kind', 'month'), ('modifier_indicator', None)), _connector='OR'), name='code_pair_edits_have_an_indicator'),
        ),
        migrations.AddConstraint(
            model_name='codepair',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.Func(models.Func(models.F('code_a'), models.F('code_b'), models.F('kind'), arg_joiner=' || ', template='(%(expressions)s)'), models.Value(0), function='hashtextextended'), models.Func(models.Func(models.F('code_a'), models.F('code_b'), models.F('kind'), arg_joiner=' || ', template='(%(expressions)s)'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('active_from'), models.F('active_to'), models.Value('[]'), function='daterange'), '&&')], name='code_pair_one_in_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='codepair',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_codepairevent" ("active_from", "active_to", "code_a", "code_b", "effect", "id", "kind", "modifier_indicator", "pays", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "scope", "source", "why") VALUES (NEW."active_from", NEW."active_to", NEW."code_a", NEW."code_b", NEW."effect", NEW."id", NEW."kind", NEW."modifier_indicator", NEW."pays", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."release_id", NEW."scope", NEW."source", NEW."why"); RETURN NULL;', hash='7fa7b9a4b0f8dfc085066333e1b2a6ede35b4a9b', operation='UPDATE', pgid='pgtrigger_update_update_b10a3', table='billing_codepair', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='codepair',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_codepairevent" ("active_from", "active_to", "code_a", "code_b", "effect", "id", "kind", "modifier_indicator", "pays", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "scope", "source", "why") VALUES (OLD."active_from", OLD."active_to", OLD."code_a", OLD."code_b", OLD."effect", OLD."id", OLD."kind", OLD."modifier_indicator", OLD."pays", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."release_id", OLD."scope", OLD."source", OLD."why"); RETURN NULL;', hash='080163f9e1853f70b91cc36a1c9633944414420f', operation='DELETE', pgid='pgtrigger_delete_delete_79c1d', table='billing_codepair', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='codereleaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='874625da62698a12e83dc8679b46bf6bda601415', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4ca5b', table='billing_codereleaseevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='denial',
            index=models.Index(fields=['practice', 'state', 'due_on'], name='billing_den_practic_4b29a8_idx'),
        ),
        migrations.AddConstraint(
            model_name='denial',
            constraint=models.UniqueConstraint(fields=('payment', 'code', 'group', 'reason'), name='denial_once_per_reason'),
        ),
        migrations.AddConstraint(
            model_name='denial',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('changed_at__isnull', False), ('changed_by__isnull', False)), models.Q(('changed_at__isnull', True), ('changed_by__isnull', True)), _connector='OR'), name='denial_changed_paired'),
        ),
        migrations.AddConstraint(
            model_name='denial',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='denial_of_an_amount'),
        ),
        migrations.AddConstraint(
            model_name='denial',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'written_off'), _negated=True), models.Q(('note', ''), _negated=True), _connector='OR'), name='denial_written_off_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='denial',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (NEW."amount", NEW."changed_at", NEW."changed_by_id", NEW."claim_id", NEW."code", NEW."due_on", NEW."group", NEW."id", NEW."note", NEW."opened_at", NEW."owner_id", NEW."payer_id", NEW."payment_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."reason", NEW."remarks", NEW."state"); RETURN NULL;', hash='0835019af9b563eabb11e71c18553e3489a9cb83', operation='INSERT', pgid='pgtrigger_insert_insert_afd86', table='billing_denial', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='denial',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (NEW."amount", NEW."changed_at", NEW."changed_by_id", NEW."claim_id", NEW."code", NEW."due_on", NEW."group", NEW."id", NEW."note", NEW."opened_at", NEW."owner_id", NEW."payer_id", NEW."payment_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."reason", NEW."remarks", NEW."state"); RETURN NULL;', hash='edc57793e52acfb6468949b4bd235395a82d169e', operation='UPDATE', pgid='pgtrigger_update_update_78558', table='billing_denial', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='denial',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (OLD."amount", OLD."changed_at", OLD."changed_by_id", OLD."claim_id", OLD."code", OLD."due_on", OLD."group", OLD."id", OLD."note", OLD."opened_at", OLD."owner_id", OLD."payer_id", OLD."payment_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."reason", OLD."remarks", OLD."state"); RETURN NULL;', hash='eccce69eff2bf6509101cbce1a89a6c652a4c164', operation='DELETE', pgid='pgtrigger_delete_delete_641c4', table='billing_denial', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='denialevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fc2cf9ed7d51a8133d9d2e6091c46ea52b9851b1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d4876', table='billing_denialevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='destination',
            constraint=models.UniqueConstraint(fields=('practice', 'payer'), name='destination_once_per_payer', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='destination',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'sftp'), _negated=True), models.Q(models.Q(('host', ''), _negated=True), models.Q(('username', ''), _negated=True), models.Q(('secret', ''), _negated=True), models.Q(('host_key', ''), _negated=True)), _connector='OR'), name='destination_sftp_is_whole'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='destination',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."folder", NEW."host", NEW."host_key", NEW."id", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."port", NEW."practice_id", NEW."secret_kind", NEW."username"); RETURN NULL;', hash='aecc0b89028817c406eedac8882f6237acbf483d', operation='INSERT', pgid='pgtrigger_insert_insert_84fd2', table='billing_destination', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='destination',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."changed_by_id" IS DISTINCT FROM (NEW."changed_by_id") OR OLD."folder" IS DISTINCT FROM (NEW."folder") OR OLD."host" IS DISTINCT FROM (NEW."host") OR OLD."host_key" IS DISTINCT FROM (NEW."host_key") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."payer_id" IS DISTINCT FROM (NEW."payer_id") OR OLD."port" IS DISTINCT FROM (NEW."port") OR OLD."practice_id" IS DISTINCT FROM (NEW."practice_id") OR OLD."secret_kind" IS DISTINCT FROM (NEW."secret_kind") OR OLD."username" IS DISTINCT FROM (NEW."username"))', func='INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."folder", NEW."host", NEW."host_key", NEW."id", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."port", NEW."practice_id", NEW."secret_kind", NEW."username"); RETURN NULL;', hash='b9f17a7682dd6adc0a5597641694b1260b51bbcc', operation='UPDATE', pgid='pgtrigger_update_update_5cfbf', table='billing_destination', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='destination',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."folder", OLD."host", OLD."host_key", OLD."id", OLD."kind", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."port", OLD."practice_id", OLD."secret_kind", OLD."username"); RETURN NULL;', hash='0d6ddf410a5502c3ed84a2b667ceacc7cbf265d3', operation='DELETE', pgid='pgtrigger_delete_delete_3afdc', table='billing_destination', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='destinationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='44e21d31be7dcbeb4a0dd4d5e4559654e4d3e81a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cf4b4', table='billing_destinationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='fee',
            constraint=models.CheckConstraint(condition=models.Q(('active_to__isnull', True), ('active_to__gte', models.F('active_from')), _connector='OR'), name='fee_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='fee',
            constraint=models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='fee_above_zero'),
        ),
        migrations.AddConstraint(
            model_name='fee',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('practice_id'), models.F('practice_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(django.db.models.functions.comparison.Coalesce(models.F('payer_id'), models.Value(0)), django.db.models.functions.comparison.Coalesce(models.F('payer_id'), models.Value(0)), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func(models.F('kind'), function='hashtext'), models.Func(models.F('kind'), function='hashtext'), models.Value('[]'), function='int4range'), '&&'), (models.Func(models.Func(models.F('code'), function='hashtext'), models.Func(models.F('code'), function='hashtext'), models.Value('[]'), function='int4range'), '&&'), (models.Func(models.F('active_from'), models.F('active_to'), models.Value('[]'), function='daterange'), '&&')], name='fee_one_in_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fee',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (NEW."active_from", NEW."active_to", NEW."amount", NEW."code", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_unconfirmed", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."source"); RETURN NULL;', hash='58d9e2208f8540e16cb0e20c49cf92a1cc159eb1', operation='INSERT', pgid='pgtrigger_insert_insert_4e5dd', table='billing_fee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fee',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (NEW."active_from", NEW."active_to", NEW."amount", NEW."code", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_unconfirmed", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."source"); RETURN NULL;', hash='71bc2dc8a08ec16c714f594e6943c4391b6d90de', operation='UPDATE', pgid='pgtrigger_update_update_4017c', table='billing_fee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='fee',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (OLD."active_from", OLD."active_to", OLD."amount", OLD."code", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."is_unconfirmed", OLD."kind", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."source"); RETURN NULL;', hash='25111cc50aa6f9e170aa2186394d3fbc5b06096f', operation='DELETE', pgid='pgtrigger_delete_delete_1832e', table='billing_fee', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='feeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e19e4a50722781f1b6a93c066c2f548403c8ca27', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2e52e', table='billing_feeevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='linepayment',
            constraint=models.UniqueConstraint(fields=('payment', 'segment'), name='line_payment_once_per_segment'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='linepayment',
            trigger=pgtrigger.compiler.Trigger(name='line_payment_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d8ea5c0f065270cd16a4fa00b38b982596e2a39d', operation='DELETE', pgid='pgtrigger_line_payment_kept_b4288', table='billing_linepayment', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='monthclose',
            index=models.Index(fields=['practice', 'month', '-closed_at'], name='billing_mon_practic_5198ab_idx'),
        ),
        migrations.AddConstraint(
            model_name='monthclose',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='month_close_on_the_first'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthclose',
            trigger=pgtrigger.compiler.Trigger(name='month_close_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='08913b7dbb4778fd485796db52994e229b3ce14c', operation='UPDATE OR DELETE', pgid='pgtrigger_month_close_kept_5d97a', table='billing_monthclose', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='monthreopening',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='month_reopening_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='monthreopening',
            trigger=pgtrigger.compiler.Trigger(name='month_reopening_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a8c57c6ea6f3646734ec83b060f0207d32fe5989', operation='UPDATE OR DELETE', pgid='pgtrigger_month_reopening_kept_17190', table='billing_monthreopening', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='packet',
            index=models.Index(fields=['practice', '-made_at'], name='billing_pac_practic_77df26_idx'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packet',
            trigger=pgtrigger.compiler.Trigger(name='packet_kept_as_made', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='54704f36e76460035acd6d8c331c51b9433ec050', operation='UPDATE OR DELETE', pgid='pgtrigger_packet_kept_as_made_29079', table='billing_packet', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='packetsample',
            index=models.Index(fields=['practice', '-asked_at'], name='billing_pac_practic_04288d_idx'),
        ),
        migrations.AddConstraint(
            model_name='packetsample',
            constraint=models.CheckConstraint(condition=models.Q(('first_month__day', 1)), name='packet_sample_first_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='packetsample',
            constraint=models.CheckConstraint(condition=models.Q(('last_month__day', 1)), name='packet_sample_last_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='packetsample',
            constraint=models.CheckConstraint(condition=models.Q(('last_month__isnull', True), ('last_month__gte', models.F('first_month')), _connector='OR'), name='packet_sample_months_in_order'),
        ),
        migrations.AddConstraint(
            model_name='packetsample',
            constraint=models.CheckConstraint(condition=models.Q(('total__gte', 1)), name='packet_sample_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='packetsample',
            constraint=models.CheckConstraint(condition=models.Q(('size', None), models.Q(('seed', ''), _negated=True), _connector='OR'), name='packet_sample_drawn_has_a_seed'),
        ),
        migrations.AddConstraint(
            model_name='packetplace',
            constraint=models.UniqueConstraint(fields=('sample', 'claim'), name='packet_place_once_a_claim'),
        ),
        migrations.AddConstraint(
            model_name='packetplace',
            constraint=models.UniqueConstraint(fields=('sample', 'position'), name='packet_place_in_order'),
        ),
        migrations.AddConstraint(
            model_name='packetplace',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('packet', None), ('problem', '')), models.Q(('done_at__isnull', False), ('packet__isnull', False), ('problem', '')), models.Q(('done_at__isnull', False), ('packet', None), models.Q(('problem', ''), _negated=True)), _connector='OR'), name='packet_place_done_says_how'),
        ),
        migrations.AddConstraint(
            model_name='packetlook',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'link'), ('packet', None), ('share__isnull', False)), models.Q(models.Q(('kind', 'link'), _negated=True), ('packet__isnull', False)), _connector='OR'), name='packet_look_of_something'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packetlook',
            trigger=pgtrigger.compiler.Trigger(name='packet_look_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8463fb6204d508860422a6ab0977a167b36a730e', operation='UPDATE OR DELETE', pgid='pgtrigger_packet_look_kept_4ca46', table='billing_packetlook', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packetshareevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b04f82c4f9aba31def5e26af00fa8c10a1c56322', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_af60a', table='billing_packetshareevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='payerclaimsettings',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('filing_days', None), ('filing_days__gte', 1), _connector='OR'), models.Q(('appeal_days', None), ('appeal_days__gte', 1), _connector='OR')), name='payer_clocks_have_days'),
        ),
        migrations.AddConstraint(
            model_name='payerclaimsettings',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('also_named', 'supervising'), _negated=True), ('clinician__isnull', False), _connector='OR'), name='payer_claims_name_a_supervisor'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerclaimsettings',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."also_named", NEW."appeal_days", NEW."claim_form", NEW."clinician_id", NEW."filing_days", NEW."id", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='eae0b80ef9c301ffbc5b1c36bdb1aa8843e91824', operation='INSERT', pgid='pgtrigger_insert_insert_022d0', table='billing_payerclaimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerclaimsettings',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."also_named", NEW."appeal_days", NEW."claim_form", NEW."clinician_id", NEW."filing_days", NEW."id", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='7138eba66475653fbb3f7b5ae48e4aa5d5be2977', operation='UPDATE', pgid='pgtrigger_update_update_aa766', table='billing_payerclaimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerclaimsettings',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."also_named", OLD."appeal_days", OLD."claim_form", OLD."clinician_id", OLD."filing_days", OLD."id", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='ab020643bfd2dc69379b6f4f360cfa1ea757af49', operation='DELETE', pgid='pgtrigger_delete_delete_76a36', table='billing_payerclaimsettings', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerclaimsettingsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='78150ca855519b52da7d17738cf760e825510698', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_28c2e', table='billing_payerclaimsettingsevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(('active_to__isnull', True), ('active_to__gte', models.F('active_from')), _connector='OR'), name='payer_policy_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), _connector='OR'), name='payer_policy_approved_paired'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('tested_at__isnull', False), ('tested_by__isnull', False)), models.Q(('tested_at__isnull', True), ('tested_by__isnull', True)), _connector='OR'), name='payer_policy_tested_paired'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False)), models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True)), _connector='OR'), name='payer_policy_reviewed_paired'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('set_aside_at__isnull', False), ('set_aside_by__isnull', False)), models.Q(('set_aside_at__isnull', True), ('set_aside_by__isnull', True)), _connector='OR'), name='payer_policy_set_aside_paired'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=models.CheckConstraint(condition=models.Q(('approved_by', None), models.Q(('approved_by', models.F('entered_by')), _negated=True), _connector='OR'), name='payer_policy_approved_by_another'),
        ),
        migrations.AddConstraint(
            model_name='payerpolicy',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('approved_at__isnull', False), ('set_aside_at__isnull', True)), expressions=[(models.Func(models.F('payer_id'), models.F('payer_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('active_from'), models.F('active_to'), models.Value('[]'), function='daterange'), '&&')], name='payer_policy_one_in_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerpolicy',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (NEW."active_from", NEW."active_to", NEW."approved_at", NEW."approved_by_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."overrides", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."preset", NEW."reasons", NEW."review_by", NEW."reviewed_at", NEW."reviewed_by_id", NEW."set_aside_at", NEW."set_aside_by_id", NEW."source", NEW."source_address", NEW."tested_at", NEW."tested_by_id", NEW."tested_months", NEW."untested_why"); RETURN NULL;', hash='fc36bc131d144097a9b1df3019191c3370ebb47a', operation='INSERT', pgid='pgtrigger_insert_insert_6d322', table='billing_payerpolicy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerpolicy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (NEW."active_from", NEW."active_to", NEW."approved_at", NEW."approved_by_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."overrides", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."preset", NEW."reasons", NEW."review_by", NEW."reviewed_at", NEW."reviewed_by_id", NEW."set_aside_at", NEW."set_aside_by_id", NEW."source", NEW."source_address", NEW."tested_at", NEW."tested_by_id", NEW."tested_months", NEW."untested_why"); RETURN NULL;', hash='eb4b6e4dbba85d6e6ff9b5f8e4f7651888ea5405', operation='UPDATE', pgid='pgtrigger_update_update_19c4b', table='billing_payerpolicy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerpolicy',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (OLD."active_from", OLD."active_to", OLD."approved_at", OLD."approved_by_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."overrides", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."preset", OLD."reasons", OLD."review_by", OLD."reviewed_at", OLD."reviewed_by_id", OLD."set_aside_at", OLD."set_aside_by_id", OLD."source", OLD."source_address", OLD."tested_at", OLD."tested_by_id", OLD."tested_months", OLD."untested_why"); RETURN NULL;', hash='573889a02b89493159f9f5635ec3b16075b9b9a6', operation='DELETE', pgid='pgtrigger_delete_delete_1e295', table='billing_payerpolicy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerpolicyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eb879059dc9ff1c1f00e2158427521b8a995e795', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ab07e', table='billing_payerpolicyevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='receivedfile',
            index=models.Index(fields=['practice', '-received_at'], name='billing_rec_practic_20f219_idx'),
        ),
        migrations.AddIndex(
            model_name='receivedfile',
            index=models.Index(condition=models.Q(('read_at', None)), fields=['received_at'], name='received_file_waiting'),
        ),
        migrations.AddConstraint(
            model_name='receivedfile',
            constraint=models.UniqueConstraint(fields=('practice', 'sha256'), name='received_file_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='receivedfile',
            trigger=pgtrigger.compiler.Trigger(name='received_never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='da28e039ff1a6096e5bc579d5431cac009b83b27', operation='DELETE', pgid='pgtrigger_received_never_deleted_2e7c5', table='billing_receivedfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='receivedfile',
            trigger=pgtrigger.compiler.Trigger(name='received_as_it_came', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."read_at" IS NOT NULL OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."practice_id" IS DISTINCT FROM (NEW."practice_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='61ab71a15e73ad302437b9fa3ee8bd6ad902e9a6', operation='UPDATE', pgid='pgtrigger_received_as_it_came_3b6d3', table='billing_receivedfile', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='remittance',
            index=models.Index(fields=['practice', '-paid_on'], name='billing_rem_practic_8c4524_idx'),
        ),
        migrations.AddConstraint(
            model_name='remittance',
            constraint=models.UniqueConstraint(fields=('file', 'segment'), name='remittance_once_per_segment'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remittance',
            trigger=pgtrigger.compiler.Trigger(name='remittance_as_it_came', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0a19f7300ecb65341a453c706e69a2074bba4032', operation='UPDATE OR DELETE', pgid='pgtrigger_remittance_as_it_came_1537d', table='billing_remittance', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpaymentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='596fe6c6474f12e488541e4f6e31eee7c453fbd0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3041e', table='billing_claimpaymentevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='claimpayment',
            index=models.Index(condition=models.Q(('claim', None), ('set_aside_at', None)), fields=['remittance'], name='payment_unmatched'),
        ),
        migrations.AddConstraint(
            model_name='claimpayment',
            constraint=models.UniqueConstraint(fields=('remittance', 'segment'), name='claim_payment_once_per_segment'),
        ),
        migrations.AddConstraint(
            model_name='claimpayment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('matched_at__isnull', False), ('matched_by__isnull', False)), models.Q(('matched_at__isnull', True), ('matched_by__isnull', True)), _connector='OR'), name='claim_payment_matched_paired'),
        ),
        migrations.AddConstraint(
            model_name='claimpayment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('set_aside_at__isnull', False), ('set_aside_by__isnull', False)), models.Q(('set_aside_at__isnull', True), ('set_aside_by__isnull', True)), _connector='OR'), name='claim_payment_set_aside_paired'),
        ),
        migrations.AddConstraint(
            model_name='claimpayment',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside_at', None), models.Q(('claim', None), models.Q(('set_aside_reason', ''), _negated=True)), _connector='OR'), name='claim_payment_set_aside_has_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpayment',
            trigger=pgtrigger.compiler.Trigger(name='payment_never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='5741c45dca07c18ee06cda605cc6a409cd6de012', operation='DELETE', pgid='pgtrigger_payment_never_deleted_e52c0', table='billing_claimpayment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpayment',
            trigger=pgtrigger.compiler.Trigger(name='payment_amounts_as_they_came', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."charge" IS DISTINCT FROM (NEW."charge") OR OLD."paid" IS DISTINCT FROM (NEW."paid") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."adjustments" IS DISTINCT FROM (NEW."adjustments"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b5b0ba4cb858b7ed3a133a1de57da7687bfa033e', operation='UPDATE', pgid='pgtrigger_payment_amounts_as_they_came_91903', table='billing_claimpayment', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpayment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (NEW."adjustments", NEW."charge", NEW."claim_id", NEW."claim_id_said", NEW."id", NEW."matched_at", NEW."matched_by_id", NEW."paid", NEW."patient_responsibility", NEW."patient_said", NEW."payer_control_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."remarks", NEW."remittance_id", NEW."segment", NEW."served_on", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."status"); RETURN NULL;', hash='58498c311845a5f9dcf4280a45db270fd4d5f10f', operation='INSERT', pgid='pgtrigger_insert_insert_00a80', table='billing_claimpayment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpayment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (NEW."adjustments", NEW."charge", NEW."claim_id", NEW."claim_id_said", NEW."id", NEW."matched_at", NEW."matched_by_id", NEW."paid", NEW."patient_responsibility", NEW."patient_said", NEW."payer_control_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."remarks", NEW."remittance_id", NEW."segment", NEW."served_on", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."status"); RETURN NULL;', hash='e601ae4cace73ae424e4638c92a4d51e2bae6db5', operation='UPDATE', pgid='pgtrigger_update_update_8e4a7', table='billing_claimpayment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimpayment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (OLD."adjustments", OLD."charge", OLD."claim_id", OLD."claim_id_said", OLD."id", OLD."matched_at", OLD."matched_by_id", OLD."paid", OLD."patient_responsibility", OLD."patient_said", OLD."payer_control_number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."remarks", OLD."remittance_id", OLD."segment", OLD."served_on", OLD."set_aside_at", OLD."set_aside_by_id", OLD."set_aside_reason", OLD."status"); RETURN NULL;', hash='b907f0a44195018b8c01ab1019dc8dad48d6c61e', operation='DELETE', pgid='pgtrigger_delete_delete_221a7', table='billing_claimpayment', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='sharedpacket',
            constraint=models.UniqueConstraint(fields=('share', 'packet'), name='packet_shared_once'),
        ),
        migrations.AddIndex(
            model_name='packetshare',
            index=models.Index(fields=['practice', '-made_at'], name='billing_pac_practic_3edfd5_idx'),
        ),
        migrations.AddConstraint(
            model_name='packetshare',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), _connector='OR'), name='packet_share_revoked_paired'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packetshare',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (NEW."ends_on", NEW."id", NEW."is_listed", NEW."label", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."revoked_at", NEW."revoked_by_id", NEW."token_sha256"); RETURN NULL;', hash='36002640880a7e2ce50a979347d481812ae584cc', operation='INSERT', pgid='pgtrigger_insert_insert_aa9c7', table='billing_packetshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packetshare',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (NEW."ends_on", NEW."id", NEW."is_listed", NEW."label", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."revoked_at", NEW."revoked_by_id", NEW."token_sha256"); RETURN NULL;', hash='2e0c16735c535381c6a0f319a6ff58b2b906db21', operation='UPDATE', pgid='pgtrigger_update_update_fae9b', table='billing_packetshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='packetshare',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (OLD."ends_on", OLD."id", OLD."is_listed", OLD."label", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."revoked_at", OLD."revoked_by_id", OLD."token_sha256"); RETURN NULL;', hash='60c14df6a95fb438df26a064030599bcdb7e3c05', operation='DELETE', pgid='pgtrigger_delete_delete_4553a', table='billing_packetshare', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='deliveryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1e47cbf56819e257d40343b57b5bc22160bc940d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_531c1', table='billing_deliveryevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('state__in', ('queued', 'placing'))), fields=['try_at'], name='delivery_open'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('queued', 'placing'))), fields=('submission',), name='delivery_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.UniqueConstraint(condition=models.Q(('reason', '')), fields=('submission',), name='delivery_once_without_reason'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='delivery_sent_says_when'),
        ),
        migrations.AddConstraint(
            model_name='delivery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), _negated=True), models.Q(('problem', ''), _negated=True), _connector='OR'), name='delivery_failed_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (NEW."arrived_as", NEW."destination_id", NEW."id", NEW."part_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."problem", NEW."queued_at", NEW."queued_by_id", NEW."reason", NEW."sent_at", NEW."state", NEW."submission_id", NEW."tries", NEW."try_at"); RETURN NULL;', hash='544b9952ef3260449feee5752ca445e699026ae9', operation='INSERT', pgid='pgtrigger_insert_insert_02e12', table='billing_delivery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (NEW."arrived_as", NEW."destination_id", NEW."id", NEW."part_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."problem", NEW."queued_at", NEW."queued_by_id", NEW."reason", NEW."sent_at", NEW."state", NEW."submission_id", NEW."tries", NEW."try_at"); RETURN NULL;', hash='e34e4a5492f9c7aba570779cdefaace641f7aa70', operation='UPDATE', pgid='pgtrigger_update_update_b9583', table='billing_delivery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='delivery',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (OLD."arrived_as", OLD."destination_id", OLD."id", OLD."part_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."problem", OLD."queued_at", OLD."queued_by_id", OLD."reason", OLD."sent_at", OLD."state", OLD."submission_id", OLD."tries", OLD."try_at"); RETURN NULL;', hash='4a86f68091522a016ff57965eea6b9ea59880ca3', operation='DELETE', pgid='pgtrigger_delete_delete_9719b', table='billing_delivery', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='answer',
            index=models.Index(condition=models.Q(('claim', None), ('submission', None)), fields=['file'], name='answer_unmatched'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('file', 'kind', 'segment'), name='answer_once_per_segment'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='answer_as_it_came', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b410371575726c0e5b464c79a64ea100eab2e741', operation='UPDATE OR DELETE', pgid='pgtrigger_answer_as_it_came_aeb2d', table='billing_answer', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='submissionclaim',
            constraint=models.UniqueConstraint(condition=models.Q(('turn', 'P'), _negated=True), fields=('claim', 'turn'), name='claim_once_to_a_later_payer'),
        ),
        migrations.AddConstraint(
            model_name='submissionclaim',
            constraint=models.CheckConstraint(condition=models.Q(('turn', 'P'), models.Q(('coverage__isnull', False), ('payment__isnull', False), ('turn__in', ('S', 'T'))), _connector='OR'), name='claim_to_a_later_payer_rests_on_a_payment'),
        ),
        migrations.AddConstraint(
            model_name='submissionclaim',
            constraint=models.UniqueConstraint(fields=('submission', 'claim'), name='claim_once_per_file'),
        ),
        migrations.AddConstraint(
            model_name='submissionclaim',
            constraint=models.UniqueConstraint(fields=('submission', 'clm01'), name='clm01_once_per_file'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['practice', 'month', '-made_at'], name='billing_sub_practic_45166a_idx'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='submission_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('practice', 'control_number'), name='submission_control_number_once'),
        ),
        migrations.AddConstraint(
            model_name='submission',
            constraint=models.UniqueConstraint(fields=('practice', 'file_name'), name='submission_file_name_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='kept_as_made', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cfd496c8805ca20312bba74a52caeb945a4985dc', operation='UPDATE OR DELETE', pgid='pgtrigger_kept_as_made_2ef87', table='billing_submission', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (NEW."content", NEW."control_number", NEW."file_name", NEW."form", NEW."id", NEW."is_production", NEW."made_at", NEW."made_by_id", NEW."month", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."receiver_id", NEW."receiver_name", NEW."sha256"); RETURN NULL;', hash='bfe5f88de5cac62a0cc91e3d716d51e69721aecd', operation='INSERT', pgid='pgtrigger_insert_insert_ae85b', table='billing_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (NEW."content", NEW."control_number", NEW."file_name", NEW."form", NEW."id", NEW."is_production", NEW."made_at", NEW."made_by_id", NEW."month", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."receiver_id", NEW."receiver_name", NEW."sha256"); RETURN NULL;', hash='6cc8d6ee3d12c9a6de195085564920e371eef2d3', operation='UPDATE', pgid='pgtrigger_update_update_3cf69', table='billing_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submission',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (OLD."content", OLD."control_number", OLD."file_name", OLD."form", OLD."id", OLD."is_production", OLD."made_at", OLD."made_by_id", OLD."month", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."receiver_id", OLD."receiver_name", OLD."sha256"); RETURN NULL;', hash='555008eac1ad41e388d132835ed8656ccaf372f3', operation='DELETE', pgid='pgtrigger_delete_delete_ba023', table='billing_submission', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='submissionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ef28ba2116f739c11271ffce894dc64b7affec79', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dbe9d', table='billing_submissionevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='trueuprun',
            index=models.Index(fields=['practice', 'month', '-asked_at'], name='billing_tru_practic_a2bbed_idx'),
        ),
        migrations.AddConstraint(
            model_name='trueuprun',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='true_up_run_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='trueuprun',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at', None)), fields=('practice', 'month'), name='true_up_run_one_under_way'),
        ),
        migrations.AddIndex(
            model_name='trueupfailure',
            index=models.Index(fields=['patient', 'month'], name='billing_tru_patient_62c901_idx'),
        ),
        migrations.AddConstraint(
            model_name='trueupchange',
            constraint=models.UniqueConstraint(fields=('run', 'claim'), name='true_up_change_once_a_run'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claimevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a0e2fdd3080070db3e80226bbb71ec13d3fb6228', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0a1c6', table='billing_claimevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='claim',
            index=models.Index(fields=['practice', 'month', 'state', 'outcome'], name='billing_cla_practic_7b8133_idx'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='claim_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'approved', 'sent'))), fields=('patient', 'family', 'month'), name='claim_one_live_per_patient_month'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), _connector='OR'), name='claim_approved_paired'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), _connector='OR'), name='claim_sent_paired'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('set_aside_at__isnull', False), ('set_aside_by__isnull', False)), models.Q(('set_aside_at__isnull', True), ('set_aside_by__isnull', True)), _connector='OR'), name='claim_set_aside_paired'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('set_aside', ''), models.Q(('state', 'draft'), models.Q(('set_aside_reason', ''), _negated=True)), _connector='OR'), name='claim_set_aside_is_a_draft_and_says_why'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('later_left_at__isnull', False), ('later_left_by__isnull', False)), models.Q(('later_left_at__isnull', True), ('later_left_by__isnull', True)), _connector='OR'), name='claim_later_left_paired'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', True), ('frequency', '1')), models.Q(('corrects__isnull', False), models.Q(('correction_reason', ''), _negated=True)), _connector='OR'), name='claim_correction_says_of_what_and_why'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), ('approved_at__isnull', False), _connector='OR'), name='claim_decided_was_approved'),
        ),
        migrations.AddConstraint(
            model_name='claim',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'draft'), ('outcome', 'billable'), _connector='OR'), name='claim_approved_is_billable'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='approved_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'approved\', \'sent\', \'replaced\', \'voided\') AND NEW."state" IN (\'approved\', \'sent\', \'replaced\', \'voided\') AND (OLD."verdict" IS DISTINCT FROM (NEW."verdict") OR OLD."facts" IS DISTINCT FROM (NEW."facts") OR OLD."total_charge" IS DISTINCT FROM (NEW."total_charge") OR OLD."total_expected" IS DISTINCT FROM (NEW."total_expected")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='4ed9643ef16adcde85dc9fa1f1006b301f3417dc', operation='UPDATE', pgid='pgtrigger_approved_is_frozen_13c91', table='billing_claim', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claimed_at_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN (NEW.state IN ('approved', 'sent'))", func="\n    INSERT INTO billing_claimedmonth (claim_id, organization_id, member, person, family, month)\n    SELECT NEW.id, practice.organization_id, (\n    CASE WHEN coverage.member_id ~ '[A-Za-z0-9]' THEN encode(sha256(convert_to(concat_ws(' ',\n        upper(regexp_replace(coverage.member_id, '[^A-Za-z0-9]', '', 'g')),\n        to_char(patient.birth_date, 'YYYYMMDD'),\n        CASE WHEN coverage.relationship <> '18'\n            THEN lower(regexp_replace(patient.first_name, '[^[:alpha:]]', '', 'g')) END\n    ), 'UTF8')), 'hex') END\n), encode(sha256(convert_to(concat_ws(' ',\n    coalesce(nullif(regexp_replace(normalize(lower(patient.last_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.last_name)), coalesce(nullif(regexp_replace(normalize(lower(patient.first_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.first_name)),\n    to_char(patient.birth_date, 'YYYYMMDD'), patient.sex\n), 'UTF8')), 'hex'), NEW.family, NEW.month\n    FROM registry_patient AS patient\n    JOIN registry_practice AS practice ON practice.id = NEW.practice_id\n    JOIN registry_coverage AS coverage\n        ON coverage.id = NEW.coverage_id AND coverage.patient_id = patient.id\n    WHERE patient.id = NEW.patient_id AND coverage.member_id ~ '[A-Za-z0-9]'\n; RETURN NULL;", hash='d5a687e87cee0ebf16adbb86bfa191e0f9906be3', operation='INSERT', pgid='pgtrigger_claimed_at_once_39bc2', table='billing_claim', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='claimed_while_it_stands', sql=pgtrigger.compiler.UpsertTriggerSql(condition="WHEN ((NEW.state IN ('approved', 'sent')) IS DISTINCT FROM (OLD.state IN ('approved', 'sent')))", func="\n            IF NEW.state IN ('approved', 'sent') THEN \n    INSERT INTO billing_claimedmonth (claim_id, organization_id, member, person, family, month)\n    SELECT NEW.id, practice.organization_id, (\n    CASE WHEN coverage.member_id ~ '[A-Za-z0-9]' THEN encode(sha256(convert_to(concat_ws(' ',\n        upper(regexp_replace(coverage.member_id, '[^A-Za-z0-9]', '', 'g')),\n        to_char(patient.birth_date, 'YYYYMMDD'),\n        CASE WHEN coverage.relationship <> '18'\n            THEN lower(regexp_replace(patient.first_name, '[^[:alpha:]]', '', 'g')) END\n    ), 'UTF8')), 'hex') END\n), encode(sha256(convert_to(concat_ws(' ',\n    coalesce(nullif(regexp_replace(normalize(lower(patient.last_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.last_name)), coalesce(nullif(regexp_replace(normalize(lower(patient.first_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.first_name)),\n    to_char(patient.birth_date, 'YYYYMMDD'), patient.sex\n), 'UTF8')), 'hex'), NEW.family, NEW.month\n    FROM registry_patient AS patient\n    JOIN registry_practice AS practice ON practice.id = NEW.practice_id\n    JOIN registry_coverage AS coverage\n        ON coverage.id = NEW.coverage_id AND coverage.patient_id = patient.id\n    WHERE patient.id = NEW.patient_id AND coverage.member_id ~ '[A-Za-z0-9]'\n;\n            ELSE DELETE FROM billing_claimedmonth WHERE claim_id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ", hash='787ddc0681b3e416001c3d49e686b5b151670f98', operation='UPDATE OF "state"', pgid='pgtrigger_claimed_while_it_stands_76e87', table='billing_claim', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_claimevent" ("approved_at", "approved_by_id", "correction_reason", "corrects_id", "counted_seconds", "coverage_id", "date_of_service", "decided_at", "decided_by_id", "engine", "episode_id", "facts", "family", "fingerprint", "frequency", "id", "is_final", "later", "later_left", "later_left_at", "later_left_by_id", "minutes_short", "month", "outcome", "own_holds", "patient_id", "payer_claim_number", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "practice_id", "rules", "run_id", "sent_at", "sent_by_id", "set_aside", "set_aside_at", "set_aside_by_id", "set_aside_reason", "state", "total_charge", "total_expected", "verdict", "worked_seconds") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."correction_reason", NEW."corrects_id", NEW."counted_seconds", NEW."coverage_id", NEW."date_of_service", NEW."decided_at", NEW."decided_by_id", NEW."engine", NEW."episode_id", NEW."facts", NEW."family", NEW."fingerprint", NEW."frequency", NEW."id", NEW."is_final", NEW."later", NEW."later_left", NEW."later_left_at", NEW."later_left_by_id", NEW."minutes_short", NEW."month", NEW."outcome", NEW."own_holds", NEW."patient_id", NEW."payer_claim_number", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."policy_id", NEW."practice_id", NEW."rules", NEW."run_id", NEW."sent_at", NEW."sent_by_id", NEW."set_aside", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."state", NEW."total_charge", NEW."total_expected", NEW."verdict", NEW."worked_seconds"); RETURN NULL;', hash='0e11c80c98d21fb0c13a22a33e5878a0d1659075', operation='UPDATE', pgid='pgtrigger_update_update_5b36e', table='billing_claim', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_claimevent" ("approved_at", "approved_by_id", "correction_reason", "corrects_id", "counted_seconds", "coverage_id", "date_of_service", "decided_at", "decided_by_id", "engine", "episode_id", "facts", "family", "fingerprint", "frequency", "id", "is_final", "later", "later_left", "later_left_at", "later_left_by_id", "minutes_short", "month", "outcome", "own_holds", "patient_id", "payer_claim_number", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "practice_id", "rules", "run_id", "sent_at", "sent_by_id", "set_aside", "set_aside_at", "set_aside_by_id", "set_aside_reason", "state", "total_charge", "total_expected", "verdict", "worked_seconds") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."correction_reason", OLD."corrects_id", OLD."counted_seconds", OLD."coverage_id", OLD."date_of_service", OLD."decided_at", OLD."decided_by_id", OLD."engine", OLD."episode_id", OLD."facts", OLD."family", OLD."fingerprint", OLD."frequency", OLD."id", OLD."is_final", OLD."later", OLD."later_left", OLD."later_left_at", OLD."later_left_by_id", OLD."minutes_short", OLD."month", OLD."outcome", OLD."own_holds", OLD."patient_id", OLD."payer_claim_number", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."policy_id", OLD."practice_id", OLD."rules", OLD."run_id", OLD."sent_at", OLD."sent_by_id", OLD."set_aside", OLD."set_aside_at", OLD."set_aside_by_id", OLD."set_aside_reason", OLD."state", OLD."total_charge", OLD."total_expected", OLD."verdict", OLD."worked_seconds"); RETURN NULL;', hash='eb0725a0ee0ab610449d98863420d0b6b1090c3c', operation='DELETE', pgid='pgtrigger_delete_delete_25e58', table='billing_claim', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='unitcap',
            constraint=models.CheckConstraint(condition=models.Q(('active_to__isnull', True), ('active_to__gte', models.F('active_from')), _connector='OR'), name='unit_cap_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='unitcap',
            constraint=models.CheckConstraint(condition=models.Q(('indicator__in', (1, 2, 3))), name='unit_cap_indicator_is_known'),
        ),
        migrations.AddConstraint(
            model_name='unitcap',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Func(models.F('code'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('active_from'), models.F('active_to'), models.Value('[]'), function='daterange'), '&&')], name='unit_cap_one_in_force'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitcap',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "billing_unitcapevent" ("active_from", "active_to", "code", "id", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "source", "units", "why") VALUES (NEW."active_from", NEW."active_to", NEW."code", NEW."id", NEW."indicator", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."release_id", NEW."source", NEW."units", NEW."why"); RETURN NULL;', hash='9569c47f64182359c9cbefad205b1440a9bf7fba', operation='UPDATE', pgid='pgtrigger_update_update_be763', table='billing_unitcap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitcap',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "billing_unitcapevent" ("active_from", "active_to", "code", "id", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "source", "units", "why") VALUES (OLD."active_from", OLD."active_to", OLD."code", OLD."id", OLD."indicator", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."release_id", OLD."source", OLD."units", OLD."why"); RETURN NULL;', hash='4186f7ec54a6a3a3ddd1c9c5ea9a2253cca837cb', operation='DELETE', pgid='pgtrigger_delete_delete_ebde8', table='billing_unitcap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='unitcapevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a9acc6f7d6f3828aa768709ce591e1c74332ee7c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2b100', table='billing_unitcapevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='claimedmonth',
            index=models.Index(fields=['organization', 'person', 'month'], name='billing_cla_organiz_4f865b_idx'),
        ),
        migrations.AddConstraint(
            model_name='claimedmonth',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='claimed_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='claimedmonth',
            constraint=models.UniqueConstraint(fields=('organization', 'member', 'family', 'month'), name='claimed_month_once_in_an_organization'),
        ),
            ],
        ),
    ]
