"""A fresh database in one step; one begun earlier goes the way of the single migrations.

Written by .ci/whole_schema.py; docs/adr/0008 says why.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.fields.json
import django.db.models.functions.comparison
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models
from pathlib import Path

from registry.migrations._whole_schema import WholeSchema


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('registry', '0001_initial'),
        ('registry', '0002_add_referrals_transfers_plans'),
        ('registry', '0003_clock_watch_and_cuts'),
        ('registry', '0004_add_review_answers_and_digests'),
        ('registry', '0005_add_log_sign_offs'),
        ('registry', '0006_other_service_modifiers'),
        ('registry', '0007_caseload_facts_and_views'),
        ('registry', '0008_keep_courses_and_contacts'),
        ('registry', '0009_close_practice_months'),
        ('registry', '0010_add_caseload_meetings'),
        ('registry', '0011_add_digest_hour'),
        ('registry', '0012_index_looks_by_practice'),
        ('registry', '0013_add_sites'),
        ('registry', '0014_add_by_hand_percent'),
        ('registry', '0015_add_treatments'),
        ('registry', '0016_consents_recorded_late'),
        ('registry', '0017_answer_by_link'),
        ('registry', '0018_two_steps'),
        ('registry', '0019_add_phases_of_time'),
        ('registry', '0020_fewer_indexes_of_time'),
        ('registry', '0021_add_errands_and_patient_matches'),
        ('registry', '0022_review_drafts'),
    ]

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        WholeSchema(
            Path(__file__).with_suffix(".sql"),
            [
        migrations.CreateModel(
            name='AnswerLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token_sha256', models.CharField(max_length=64, unique=True)),
                ('sent_to', models.EmailField(blank=True, max_length=254)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('looks', models.PositiveSmallIntegerField(default=0)),
                ('looked_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='AnswerLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('token_sha256', models.CharField(max_length=64)),
                ('sent_to', models.EmailField(blank=True, max_length=254)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('looks', models.PositiveSmallIntegerField(default=0)),
                ('looked_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Authorization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(blank=True, max_length=30)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField()),
                ('recorded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='AuthorizationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.CharField(blank=True, max_length=30)),
                ('from_date', models.DateField()),
                ('to_date', models.DateField()),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseloadMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='CaseloadMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseloadView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('wanted', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CaseloadViewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=40)),
                ('wanted', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CaseReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reviewed_on', models.DateField()),
                ('advice', models.CharField(choices=[('continue', 'Continue the plan'), ('change_dose', 'Change the dose'), ('switch', 'Switch the medication'), ('add_medication', 'Add a medication'), ('add_therapy', 'Add or change therapy'), ('refer', 'Refer to specialty care'), ('see_in_person', 'See the patient in person'), ('more_information', 'More information needed')], max_length=20)),
                ('recommendation', models.TextField()),
                ('follow_up_on', models.DateField(blank=True, null=True)),
                ('signed_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdraw_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='CaseReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reviewed_on', models.DateField()),
                ('advice', models.CharField(choices=[('continue', 'Continue the plan'), ('change_dose', 'Change the dose'), ('switch', 'Switch the medication'), ('add_medication', 'Add a medication'), ('add_therapy', 'Add or change therapy'), ('refer', 'Refer to specialty care'), ('see_in_person', 'See the patient in person'), ('more_information', 'More information needed')], max_length=20)),
                ('recommendation', models.TextField()),
                ('follow_up_on', models.DateField(blank=True, null=True)),
                ('signed_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdraw_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Clinician',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('treating', 'Treating practitioner'), ('consultant', 'Psychiatric consultant'), ('other', 'Other clinician')], default='treating', max_length=12)),
                ('first_name', models.CharField(max_length=35)),
                ('last_name', models.CharField(max_length=60)),
                ('credentials', models.CharField(blank=True, max_length=20)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('taxonomy', models.CharField(blank=True, max_length=10)),
                ('email', models.EmailField(blank=True, db_default='', default='', max_length=254)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ClinicianEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('treating', 'Treating practitioner'), ('consultant', 'Psychiatric consultant'), ('other', 'Other clinician')], default='treating', max_length=12)),
                ('first_name', models.CharField(max_length=35)),
                ('last_name', models.CharField(max_length=60)),
                ('credentials', models.CharField(blank=True, max_length=20)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('taxonomy', models.CharField(blank=True, max_length=10)),
                ('email', models.EmailField(blank=True, db_default='', default='', max_length=254)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimeEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('care_manager', 'Care manager'), ('clinical_staff', 'Clinical staff'), ('treating_practitioner', 'Treating practitioner'), ('consultant', 'Psychiatric consultant')], max_length=24)),
                ('activity', models.CharField(choices=[('patient_contact', 'Patient contact'), ('brief_intervention', 'Brief intervention'), ('measurement', 'Measurement'), ('care_planning', 'Care planning'), ('care_coordination', 'Care coordination'), ('chart_review', 'Chart review'), ('case_review', 'Case review with the consultant'), ('outreach_attempt', 'Outreach attempt, not reached'), ('clerical', 'Clerical work'), ('psychotherapy', 'Psychotherapy'), ('crisis', 'Crisis care')], max_length=20)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('status', models.CharField(choices=[('running', 'Running'), ('confirmed', 'Confirmed'), ('needs_review', 'Needs review'), ('voided', 'Voided')], max_length=12)),
                ('origin', models.CharField(choices=[('timer', 'Timer'), ('timer_corrected', 'Timer, corrected'), ('by_hand', 'By hand'), ('imported', 'Imported')], max_length=16)),
                ('note', models.TextField(blank=True)),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='Why by hand')),
                ('review_reason', models.CharField(blank=True, max_length=300, verbose_name='Why it needs review')),
                ('billed_as', models.CharField(blank=True, max_length=5)),
                ('client_id', models.UUIDField(blank=True, null=True, unique=True)),
                ('created_at', models.DateTimeField()),
                ('ended_entry_at', models.DateTimeField(blank=True, null=True, verbose_name='When the end was recorded')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='ClosedMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('closed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ClosedMonthEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('month', models.DateField()),
                ('closed_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('system', models.CharField(choices=[('snomed', 'SNOMED CT'), ('icd10cm', 'ICD-10-CM')], max_length=8)),
                ('code', models.CharField(max_length=18)),
                ('label', models.CharField(max_length=255)),
                ('began_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ConditionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('system', models.CharField(choices=[('snomed', 'SNOMED CT'), ('icd10cm', 'ICD-10-CM')], max_length=8)),
                ('code', models.CharField(max_length=18)),
                ('label', models.CharField(max_length=255)),
                ('began_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('method', models.CharField(choices=[('verbal', 'Verbal'), ('written', 'Written')], max_length=8)),
                ('given_at', models.DateTimeField()),
                ('told_consultant', models.BooleanField(verbose_name='A consultant may be involved')),
                ('told_cost_sharing', models.BooleanField(verbose_name='Cost sharing may apply')),
                ('told_one_practitioner', models.BooleanField(verbose_name='One practitioner bills per month')),
                ('told_may_stop', models.BooleanField(verbose_name='May stop at any time')),
                ('language', models.CharField(blank=True, db_default='', default='', max_length=40)),
                ('file', models.FileField(blank=True, upload_to='consents/')),
                ('file_name', models.CharField(blank=True, max_length=120)),
                ('recorded_at', models.DateTimeField()),
                ('late_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('counts_from', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(models.Q(('late_reason', ''), _negated=True), ('agreed_at', None)), then=models.F('recorded_at')), default=models.F('given_at')), output_field=models.DateTimeField())),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoke_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='ConsentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('method', models.CharField(choices=[('verbal', 'Verbal'), ('written', 'Written')], max_length=8)),
                ('given_at', models.DateTimeField()),
                ('told_consultant', models.BooleanField(verbose_name='A consultant may be involved')),
                ('told_cost_sharing', models.BooleanField(verbose_name='Cost sharing may apply')),
                ('told_one_practitioner', models.BooleanField(verbose_name='One practitioner bills per month')),
                ('told_may_stop', models.BooleanField(verbose_name='May stop at any time')),
                ('language', models.CharField(blank=True, db_default='', default='', max_length=40)),
                ('file', models.FileField(blank=True, upload_to='consents/')),
                ('file_name', models.CharField(blank=True, max_length=120)),
                ('recorded_at', models.DateTimeField()),
                ('late_reason', models.CharField(blank=True, db_default='', default='', max_length=200)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('revoke_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Episode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.CharField(choices=[('cocm', 'Collaborative care (CoCM)'), ('bhi', 'General BHI')], max_length=4)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('goals_reached', 'Goals reached'), ('referred', 'Referred to specialty care'), ('lapsed', 'No engagement'), ('withdrawn', 'Patient withdrew'), ('moved', 'Moved or changed practice'), ('died', 'Died')], max_length=16)),
                ('initiating_visit_on', models.DateField(blank=True, null=True)),
                ('outside_therapy_same_condition', models.BooleanField(blank=True, null=True)),
                ('non_duplication_note', models.TextField(blank=True)),
                ('enrolled_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Coverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rank', models.PositiveSmallIntegerField(default=1)),
                ('member_id', models.CharField(blank=True, max_length=40)),
                ('group_number', models.CharField(blank=True, max_length=30)),
                ('relationship', models.CharField(choices=[('18', 'Self'), ('01', 'Spouse'), ('19', 'Child'), ('G8', 'Other')], default='18', max_length=2)),
                ('subscriber_first_name', models.CharField(blank=True, max_length=35)),
                ('subscriber_last_name', models.CharField(blank=True, max_length=60)),
                ('subscriber_birth_date', models.DateField(blank=True, null=True)),
                ('subscriber_sex', models.CharField(blank=True, choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Unknown')], max_length=1)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CoverageEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('rank', models.PositiveSmallIntegerField(default=1)),
                ('member_id', models.CharField(blank=True, max_length=40)),
                ('group_number', models.CharField(blank=True, max_length=30)),
                ('relationship', models.CharField(choices=[('18', 'Self'), ('01', 'Spouse'), ('19', 'Child'), ('G8', 'Other')], default='18', max_length=2)),
                ('subscriber_first_name', models.CharField(blank=True, max_length=35)),
                ('subscriber_last_name', models.CharField(blank=True, max_length=60)),
                ('subscriber_birth_date', models.DateField(blank=True, null=True)),
                ('subscriber_sex', models.CharField(blank=True, choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Unknown')], max_length=1)),
                ('active_from', models.DateField()),
                ('active_to', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Diagnosis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=8)),
                ('label', models.CharField(blank=True, max_length=255)),
                ('rank', models.PositiveSmallIntegerField(default=1)),
                ('recorded_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DiagnosisEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=8)),
                ('label', models.CharField(blank=True, max_length=255)),
                ('rank', models.PositiveSmallIntegerField(default=1)),
                ('recorded_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('counts', models.JSONField(default=dict)),
                ('sent_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EpisodeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('program', models.CharField(choices=[('cocm', 'Collaborative care (CoCM)'), ('bhi', 'General BHI')], max_length=4)),
                ('started_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('goals_reached', 'Goals reached'), ('referred', 'Referred to specialty care'), ('lapsed', 'No engagement'), ('withdrawn', 'Patient withdrew'), ('moved', 'Moved or changed practice'), ('died', 'Died')], max_length=16)),
                ('initiating_visit_on', models.DateField(blank=True, null=True)),
                ('outside_therapy_same_condition', models.BooleanField(blank=True, null=True)),
                ('non_duplication_note', models.TextField(blank=True)),
                ('enrolled_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Errand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('rule', models.CharField(max_length=40)),
                ('words', models.CharField(max_length=300)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, max_length=300)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='ErrandEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('month', models.DateField()),
                ('rule', models.CharField(max_length=40)),
                ('words', models.CharField(max_length=300)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, max_length=300)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Patient',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_number', models.CharField(max_length=24)),
                ('first_name', models.CharField(max_length=35)),
                ('middle_name', models.CharField(blank=True, max_length=25)),
                ('last_name', models.CharField(max_length=60)),
                ('birth_date', models.DateField()),
                ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Unknown')], max_length=1)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9, verbose_name='ZIP')),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('died_on', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='LogAudit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week_starts_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('figures', models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name='LogAuditFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=32)),
                ('text', models.CharField(max_length=300)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('settle_note', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='LogAuditFindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(max_length=32)),
                ('text', models.CharField(max_length=300)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('settle_note', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LogSignOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week_starts_on', models.DateField()),
                ('signed_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='LogSignOffEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('week_starts_on', models.DateField()),
                ('signed_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instrument', models.CharField(choices=[('PHQ-9', 'PHQ-9'), ('GAD-7', 'GAD-7'), ('PHQ-2', 'PHQ-2')], max_length=8)),
                ('scored_on', models.DateField()),
                ('total', models.PositiveSmallIntegerField()),
                ('items', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, null=True, size=None)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='MeasureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('instrument', models.CharField(choices=[('PHQ-9', 'PHQ-9'), ('GAD-7', 'GAD-7'), ('PHQ-2', 'PHQ-2')], max_length=8)),
                ('scored_on', models.DateField()),
                ('total', models.PositiveSmallIntegerField()),
                ('items', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, null=True, size=None)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeetingCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='MeetingCaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('care_manager', 'Care manager'), ('treating_practitioner', 'Treating practitioner'), ('consultant', 'Psychiatric consultant'), ('biller', 'Biller'), ('supervisor', 'Supervisor'), ('auditor', 'Auditor')], max_length=24)),
                ('granted_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='MembershipEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('care_manager', 'Care manager'), ('treating_practitioner', 'Treating practitioner'), ('consultant', 'Psychiatric consultant'), ('biller', 'Biller'), ('supervisor', 'Supervisor'), ('auditor', 'Auditor')], max_length=24)),
                ('granted_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(unique=True)),
                ('two_steps_since', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='OrganizationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(db_index=False)),
                ('two_steps_since', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OtherService',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=5)),
                ('served_on', models.DateField()),
                ('practitioner', models.CharField(max_length=80)),
                ('modifiers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, size=None)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='OtherServiceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=5)),
                ('served_on', models.DateField()),
                ('practitioner', models.CharField(max_length=80)),
                ('modifiers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, size=None)),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PatientEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('record_number', models.CharField(max_length=24)),
                ('first_name', models.CharField(max_length=35)),
                ('middle_name', models.CharField(blank=True, max_length=25)),
                ('last_name', models.CharField(max_length=60)),
                ('birth_date', models.DateField()),
                ('sex', models.CharField(choices=[('F', 'Female'), ('M', 'Male'), ('U', 'Unknown')], max_length=1)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9, verbose_name='ZIP')),
                ('phone', models.CharField(blank=True, max_length=20)),
                ('died_on', models.DateField(blank=True, null=True)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PatientMatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_same', models.BooleanField()),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('decided_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PatientMatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_same', models.BooleanField()),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('decided_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Payer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('payer_id', models.CharField(blank=True, max_length=20, verbose_name='Electronic payer id')),
                ('claim_filing_code', models.CharField(default='CI', max_length=2)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PayerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=60)),
                ('payer_id', models.CharField(blank=True, max_length=20, verbose_name='Electronic payer id')),
                ('claim_filing_code', models.CharField(default='CI', max_length=2)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9)),
                ('source_id', models.CharField(blank=True, max_length=64)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Practice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('slug', models.SlugField(unique=True)),
                ('timezone', models.CharField(default='America/New_York', max_length=64)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('tax_id', models.CharField(blank=True, max_length=9, verbose_name='Tax id (EIN)')),
                ('taxonomy', models.CharField(blank=True, max_length=10)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9, verbose_name='ZIP')),
                ('phone', models.CharField(blank=True, max_length=10)),
                ('place_of_service', models.CharField(default='11', max_length=2)),
                ('submitter_id', models.CharField(blank=True, max_length=15)),
                ('contact_name', models.CharField(blank=True, max_length=60)),
                ('contact_phone', models.CharField(blank=True, max_length=10)),
                ('claim_batching', models.CharField(choices=[('payer', 'One file per payer'), ('clearinghouse', 'One file per clearinghouse')], default='payer', max_length=16)),
                ('clearinghouse_name', models.CharField(blank=True, max_length=60)),
                ('clearinghouse_id', models.CharField(blank=True, max_length=15)),
                ('sends_production_claims', models.BooleanField(default=False)),
                ('clock_call_minutes', models.PositiveSmallIntegerField(default=45)),
                ('clock_idle_minutes', models.PositiveSmallIntegerField(default=20)),
                ('clock_grace_minutes', models.PositiveSmallIntegerField(default=5)),
                ('month_grace_days', models.PositiveSmallIntegerField(db_default=5, default=5)),
                ('digest_hour', models.PositiveSmallIntegerField(db_default=7, default=7)),
                ('by_hand_percent', models.PositiveSmallIntegerField(db_default=30, default=30)),
                ('two_steps_since', models.DateTimeField(null=True)),
                ('activities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, db_default=[], default=list, size=None)),
                ('consent_script', models.TextField(blank=True)),
                ('consent_script_es', models.TextField(blank=True, db_default='', default='')),
                ('other_language', models.CharField(blank=True, db_default='', default='', max_length=40)),
                ('consent_script_other', models.TextField(blank=True, db_default='', default='')),
                ('consent_months', models.PositiveSmallIntegerField(db_default=12, default=12)),
                ('mails_recommendations', models.BooleanField(db_default=False, default=False)),
                ('ehr_url', models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='Chart in the EHR')),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PracticeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=60)),
                ('slug', models.SlugField(db_index=False)),
                ('timezone', models.CharField(default='America/New_York', max_length=64)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('tax_id', models.CharField(blank=True, max_length=9, verbose_name='Tax id (EIN)')),
                ('taxonomy', models.CharField(blank=True, max_length=10)),
                ('address', models.CharField(blank=True, max_length=55)),
                ('city', models.CharField(blank=True, max_length=30)),
                ('state', models.CharField(blank=True, max_length=2)),
                ('zip_code', models.CharField(blank=True, max_length=9, verbose_name='ZIP')),
                ('phone', models.CharField(blank=True, max_length=10)),
                ('place_of_service', models.CharField(default='11', max_length=2)),
                ('submitter_id', models.CharField(blank=True, max_length=15)),
                ('contact_name', models.CharField(blank=True, max_length=60)),
                ('contact_phone', models.CharField(blank=True, max_length=10)),
                ('claim_batching', models.CharField(choices=[('payer', 'One file per payer'), ('clearinghouse', 'One file per clearinghouse')], default='payer', max_length=16)),
                ('clearinghouse_name', models.CharField(blank=True, max_length=60)),
                ('clearinghouse_id', models.CharField(blank=True, max_length=15)),
                ('sends_production_claims', models.BooleanField(default=False)),
                ('clock_call_minutes', models.PositiveSmallIntegerField(default=45)),
                ('clock_idle_minutes', models.PositiveSmallIntegerField(default=20)),
                ('clock_grace_minutes', models.PositiveSmallIntegerField(default=5)),
                ('month_grace_days', models.PositiveSmallIntegerField(db_default=5, default=5)),
                ('digest_hour', models.PositiveSmallIntegerField(db_default=7, default=7)),
                ('by_hand_percent', models.PositiveSmallIntegerField(db_default=30, default=30)),
                ('two_steps_since', models.DateTimeField(null=True)),
                ('activities', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, db_default=[], default=list, size=None)),
                ('consent_script', models.TextField(blank=True)),
                ('consent_script_es', models.TextField(blank=True, db_default='', default='')),
                ('other_language', models.CharField(blank=True, db_default='', default='', max_length=40)),
                ('consent_script_other', models.TextField(blank=True, db_default='', default='')),
                ('consent_months', models.PositiveSmallIntegerField(db_default=12, default=12)),
                ('mails_recommendations', models.BooleanField(db_default=False, default=False)),
                ('ehr_url', models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='Chart in the EHR')),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('program', models.CharField(blank=True, choices=[('cocm', 'Collaborative care (CoCM)'), ('bhi', 'General BHI')], max_length=4)),
                ('reason', models.TextField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('accepted', 'Accepted'), ('enrolled', 'Enrolled'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=10)),
                ('referred_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer_note', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='ReferralEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('program', models.CharField(blank=True, choices=[('cocm', 'Collaborative care (CoCM)'), ('bhi', 'General BHI')], max_length=4)),
                ('reason', models.TextField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('accepted', 'Accepted'), ('enrolled', 'Enrolled'), ('declined', 'Declined'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=10)),
                ('referred_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer_note', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RelapsePlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('warning_signs', models.TextField()),
                ('what_helps', models.TextField()),
                ('treatment', models.TextField(blank=True)),
                ('who_to_call', models.TextField(blank=True)),
                ('next_score_on', models.DateField(blank=True, null=True)),
                ('made_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='RelapsePlanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('warning_signs', models.TextField()),
                ('what_helps', models.TextField()),
                ('treatment', models.TextField(blank=True)),
                ('who_to_call', models.TextField(blank=True)),
                ('next_score_on', models.DateField(blank=True, null=True)),
                ('made_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(choices=[('accepted', 'Accepted'), ('modified', 'Accepted with changes'), ('declined', 'Declined')], max_length=8)),
                ('note', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReviewAnswerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('answer', models.CharField(choices=[('accepted', 'Accepted'), ('modified', 'Accepted with changes'), ('declined', 'Declined')], max_length=8)),
                ('note', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('advice', models.CharField(blank=True, choices=[('continue', 'Continue the plan'), ('change_dose', 'Change the dose'), ('switch', 'Switch the medication'), ('add_medication', 'Add a medication'), ('add_therapy', 'Add or change therapy'), ('refer', 'Refer to specialty care'), ('see_in_person', 'See the patient in person'), ('more_information', 'More information needed')], max_length=20)),
                ('recommendation', models.TextField(blank=True)),
                ('saved_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReviewRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.TextField()),
                ('requested_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='ReviewRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('question', models.TextField()),
                ('requested_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SafetyFlag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.PositiveSmallIntegerField()),
                ('raised_at', models.DateTimeField()),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True)),
                ('action_taken', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='SafetyFlagEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('answer', models.PositiveSmallIntegerField()),
                ('raised_at', models.DateTimeField()),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True)),
                ('action_taken', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceMonth',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('worked_seconds', models.PositiveIntegerField(default=0)),
                ('confirmed_seconds', models.PositiveIntegerField(default=0)),
                ('review_seconds', models.PositiveIntegerField(default=0)),
                ('counted_seconds', models.PositiveIntegerField(default=0)),
                ('standing', models.JSONField(blank=True, null=True)),
                ('standing_at', models.DateTimeField(blank=True, null=True)),
                ('minutes_to_next', models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Cast(django.db.models.fields.json.KeyTextTransform('minutes_needed', django.db.models.fields.json.KeyTextTransform('next', 'standing')), models.IntegerField()), output_field=models.IntegerField(null=True))),
                ('review_is_awaited', models.GeneratedField(db_persist=True, expression=models.Q(('standing__contains', {'outcome': 'held', 'reasons': [{'kind': 'hold', 'rule': 'consultant_review_missing'}]})), output_field=models.BooleanField(null=True))),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('close_reason', models.CharField(blank=True, max_length=200)),
                ('reopened_at', models.DateTimeField(blank=True, null=True)),
                ('reopen_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='ServiceMonthEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('month', models.DateField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('close_reason', models.CharField(blank=True, max_length=200)),
                ('reopened_at', models.DateTimeField(blank=True, null=True)),
                ('reopen_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Site',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('address', models.CharField(max_length=55)),
                ('city', models.CharField(max_length=30)),
                ('state', models.CharField(max_length=2)),
                ('zip_code', models.CharField(max_length=9, verbose_name='ZIP')),
                ('place_of_service', models.CharField(default='11', max_length=2)),
                ('is_open', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='SiteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=60)),
                ('npi', models.CharField(blank=True, max_length=10, verbose_name='NPI')),
                ('address', models.CharField(max_length=55)),
                ('city', models.CharField(max_length=30)),
                ('state', models.CharField(max_length=2)),
                ('zip_code', models.CharField(max_length=9, verbose_name='ZIP')),
                ('place_of_service', models.CharField(default='11', max_length=2)),
                ('is_open', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Stay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_date', models.DateField()),
                ('to_date', models.DateField()),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='StayEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('from_date', models.DateField()),
                ('to_date', models.DateField()),
                ('source_id', models.CharField(blank=True, max_length=80)),
                ('recorded_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimeCut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.CharField(choices=[('this', 'The new time was cut'), ('that', 'The other entry was cut')], max_length=10)),
                ('said', models.CharField(max_length=300)),
                ('voided', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('created', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('moved_from', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='TimeCutEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('choice', models.CharField(choices=[('this', 'The new time was cut'), ('that', 'The other entry was cut')], max_length=10)),
                ('said', models.CharField(max_length=300)),
                ('voided', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('created', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('moved_from', models.DateTimeField(blank=True, null=True)),
                ('made_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TimeEntryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('care_manager', 'Care manager'), ('clinical_staff', 'Clinical staff'), ('treating_practitioner', 'Treating practitioner'), ('consultant', 'Psychiatric consultant')], max_length=24)),
                ('activity', models.CharField(choices=[('patient_contact', 'Patient contact'), ('brief_intervention', 'Brief intervention'), ('measurement', 'Measurement'), ('care_planning', 'Care planning'), ('care_coordination', 'Care coordination'), ('chart_review', 'Chart review'), ('case_review', 'Case review with the consultant'), ('outreach_attempt', 'Outreach attempt, not reached'), ('clerical', 'Clerical work'), ('psychotherapy', 'Psychotherapy'), ('crisis', 'Crisis care')], max_length=20)),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('status', models.CharField(choices=[('running', 'Running'), ('confirmed', 'Confirmed'), ('needs_review', 'Needs review'), ('voided', 'Voided')], max_length=12)),
                ('origin', models.CharField(choices=[('timer', 'Timer'), ('timer_corrected', 'Timer, corrected'), ('by_hand', 'By hand'), ('imported', 'Imported')], max_length=16)),
                ('note', models.TextField(blank=True)),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='Why by hand')),
                ('review_reason', models.CharField(blank=True, max_length=300, verbose_name='Why it needs review')),
                ('billed_as', models.CharField(blank=True, max_length=5)),
                ('client_id', models.UUIDField(blank=True, null=True)),
                ('created_at', models.DateTimeField()),
                ('ended_entry_at', models.DateTimeField(blank=True, null=True, verbose_name='When the end was recorded')),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=200)),
                ('transferred_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='TransferEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reason', models.CharField(max_length=200)),
                ('transferred_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Treatment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('medicine', 'Medicine'), ('therapy', 'Talking therapy'), ('other', 'Other')], max_length=8)),
                ('name', models.CharField(max_length=80)),
                ('dose', models.CharField(blank=True, max_length=60)),
                ('prescriber', models.CharField(blank=True, max_length=80)),
                ('started_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('dose_changed', 'Dose changed'), ('not_helping', 'Not helping'), ('side_effects', 'Side effects'), ('better', 'Better'), ('wish', "Patient's wish"), ('other', 'Other reason')], max_length=12)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='TreatmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('medicine', 'Medicine'), ('therapy', 'Talking therapy'), ('other', 'Other')], max_length=8)),
                ('name', models.CharField(max_length=80)),
                ('dose', models.CharField(blank=True, max_length=60)),
                ('prescriber', models.CharField(blank=True, max_length=80)),
                ('started_on', models.DateField()),
                ('recorded_at', models.DateTimeField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('end_reason', models.CharField(blank=True, choices=[('dose_changed', 'Dose changed'), ('not_helping', 'Not helping'), ('side_effects', 'Side effects'), ('better', 'Better'), ('wish', "Patient's wish"), ('other', 'Other reason')], max_length=12)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('voided_at', models.DateTimeField(blank=True, null=True)),
                ('void_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UserEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254)),
                ('full_name', models.CharField(max_length=120)),
                ('is_active', models.BooleanField(default=True)),
                ('wants_digest', models.BooleanField(default=False)),
                ('starts_on_chart', models.BooleanField(db_default=False, default=False)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('full_name', models.CharField(max_length=120)),
                ('is_active', models.BooleanField(default=True)),
                ('wants_digest', models.BooleanField(default=False)),
                ('starts_on_chart', models.BooleanField(db_default=False, default=False)),
                ('joined_at', models.DateTimeField(auto_now_add=True)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AccessLog',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('user_id', models.BigIntegerField()),
                ('practice_id', models.BigIntegerField()),
                ('patient_id', models.BigIntegerField(null=True)),
                ('page', models.CharField(max_length=64)),
            ],
            options={
                'indexes': [models.Index(fields=['patient_id', '-at'], name='registry_ac_patient_4b8571_idx'), models.Index(fields=['user_id', '-at'], name='registry_ac_user_id_854bfc_idx'), models.Index(fields=['practice_id', '-at'], name='registry_ac_practic_4e6e5a_idx')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='accesslog',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fbbb503c1bd34f1c63d8cee7baa53f57809ec51b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a5f06', table='registry_accesslog', when='BEFORE')),
        ),
        migrations.AddField(
            model_name='answerlink',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlink',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='ended_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.answerlink'),
        ),
        migrations.AddField(
            model_name='authorization',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='authorizationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='authorizationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.authorization'),
        ),
        migrations.AddField(
            model_name='authorizationevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadmeeting',
            name='care_manager',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='caseload_meetings', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadmeeting',
            name='consultant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadmeetingevent',
            name='care_manager',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadmeetingevent',
            name='consultant',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadmeetingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='caseloadmeetingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.caseloadmeeting'),
        ),
        migrations.AddField(
            model_name='caseloadview',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='caseload_views', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='caseloadviewevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='caseloadviewevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.caseloadview'),
        ),
        migrations.AddField(
            model_name='caseloadviewevent',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='casereview',
            name='consultant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='casereview',
            name='signed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='casereview',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='review',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='answerlink',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answer_links', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='consultant',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='signed_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='clinician',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='clinician',
            name='user',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerlinkevent',
            name='clinician',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='answerlink',
            name='clinician',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answer_links', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='clinicianevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='clinicianevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='clinicianevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='clinicianevent',
            name='user',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='ClockWatch',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='clock_watch', serialize=False, to='registry.timeentry')),
                ('seen_at', models.DateTimeField()),
                ('worked_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('swept_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name='timeentry',
            name='case_review',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='created_by',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='phase_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='phases', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='replaces',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='voided_by',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='worker',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='time_entries', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='closedmonth',
            name='closed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='closedmonthevent',
            name='closed_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='closedmonthevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='closedmonthevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.closedmonth'),
        ),
        migrations.AddField(
            model_name='condition',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.condition'),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consent',
            name='agreed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consent',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consent',
            name='revoked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consent',
            name='taken_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='agreed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.consent'),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='revoked_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='taken_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='Course',
            fields=[
                ('episode', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='course', serialize=False, to='registry.episode')),
                ('scale', models.CharField(blank=True, choices=[('PHQ-9', 'PHQ-9'), ('GAD-7', 'GAD-7'), ('PHQ-2', 'PHQ-2')], max_length=8)),
                ('first_total', models.PositiveSmallIntegerField(null=True)),
                ('first_scored_on', models.DateField(null=True)),
                ('last_total', models.PositiveSmallIntegerField(null=True)),
                ('last_scored_on', models.DateField(null=True)),
                ('phq9', models.PositiveSmallIntegerField(null=True)),
                ('gad7', models.PositiveSmallIntegerField(null=True)),
                ('scored_on', models.DateField(null=True)),
                ('reviewed_on', models.DateField(null=True)),
                ('flagged_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('consent_from', models.DateTimeField(null=True)),
                ('consent_until', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='episode',
            name='care_manager',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='episodes_managed', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episode',
            name='closed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episode',
            name='consultant',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='episodes_consulted', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episode',
            name='enrolled_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episode',
            name='treating_practitioner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='episodes_treated', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='casereview',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='case_reviews', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='coverage',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='coverageevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='coverageevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='coverageevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.coverage'),
        ),
        migrations.AddField(
            model_name='diagnosis',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='diagnoses', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='diagnosis',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='diagnosis',
            name='removed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='diagnosisevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='diagnosisevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='diagnosisevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.diagnosis'),
        ),
        migrations.AddField(
            model_name='diagnosisevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='diagnosisevent',
            name='removed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='digest',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='care_manager',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='closed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='consultant',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='enrolled_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='treating_practitioner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.clinician'),
        ),
        migrations.AddField(
            model_name='errand',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errand',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errand',
            name='asked_of',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='errands', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errand',
            name='episode',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='errands', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='errand',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='asked_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='asked_of',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.errand'),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.CreateModel(
            name='LastContact',
            fields=[
                ('patient', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='last_contact', serialize=False, to='registry.patient')),
                ('at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='timeentry',
            name='patient',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='time_entries', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patient',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='errandevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='errand',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='errands', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='episode',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='episodes', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='coverageevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='coverage',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='coverages', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='consentevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='consent',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='conditionevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='condition',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conditions', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='casereviewevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='casereview',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='case_reviews', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='authorizationevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='authorization',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='authorizations', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='logaudit',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logauditfinding',
            name='audit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='registry.logaudit'),
        ),
        migrations.AddField(
            model_name='logauditfinding',
            name='patient',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='logauditfinding',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logauditfinding',
            name='time_entry',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='logauditfinding',
            name='worker',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='audit',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.logaudit'),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.logauditfinding'),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='settled_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='time_entry',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='logauditfindingevent',
            name='worker',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logsignoff',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logsignoff',
            name='worker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='log_sign_offs', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logsignoffevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='logsignoffevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.logsignoff'),
        ),
        migrations.AddField(
            model_name='logsignoffevent',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='logsignoffevent',
            name='worker',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measure',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='measure',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measure',
            name='voided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measureevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='measureevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='measureevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.measure'),
        ),
        migrations.AddField(
            model_name='measureevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='measureevent',
            name='voided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meetingcase',
            name='case_review',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='meeting_case', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='meetingcase',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meeting_cases', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='meetingcase',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cases', to='registry.caseloadmeeting'),
        ),
        migrations.AddField(
            model_name='meetingcaseevent',
            name='case_review',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='meetingcaseevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='meetingcaseevent',
            name='meeting',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.caseloadmeeting'),
        ),
        migrations.AddField(
            model_name='meetingcaseevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='meetingcaseevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.meetingcase'),
        ),
        migrations.AddField(
            model_name='membership',
            name='granted_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membership',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='granted_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.membership'),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organization',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."slug", NEW."two_steps_since"); RETURN NULL;', hash='40bcd693bf85908dcc71601221957d47e457ec37', operation='INSERT', pgid='pgtrigger_insert_insert_47d51', table='registry_organization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organization',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."slug", NEW."two_steps_since"); RETURN NULL;', hash='7c587a3c9f724e602356e4b39d2a038e41857ede', operation='UPDATE', pgid='pgtrigger_update_update_6896c', table='registry_organization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organization',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (OLD."created_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."slug", OLD."two_steps_since"); RETURN NULL;', hash='1b0c7b90585c89bf4ad2f8e39d8d4d3eca1c9d14', operation='DELETE', pgid='pgtrigger_delete_delete_6a8b1', table='registry_organization', when='AFTER')),
        ),
        migrations.AddField(
            model_name='organizationevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='organizationevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.organization'),
        ),
        migrations.AddField(
            model_name='otherservice',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_services', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='otherservice',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='otherservice',
            name='voided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='otherserviceevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='otherserviceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='otherserviceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.otherservice'),
        ),
        migrations.AddField(
            model_name='otherserviceevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='otherserviceevent',
            name='voided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='patientevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='patientevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='patientevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patientmatch',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='patientmatch',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patientmatch',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patientmatchevent',
            name='decided_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='patientmatchevent',
            name='one',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patientmatchevent',
            name='other',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='patientmatchevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='patientmatchevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.patientmatch'),
        ),
        migrations.AddField(
            model_name='coverageevent',
            name='payer',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='coverage',
            name='payer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='coverages', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='payerevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='payerevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.payer'),
        ),
        migrations.AddField(
            model_name='timeentry',
            name='practice',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='time_entries', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='practice',
            name='organization',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='practices', to='registry.organization'),
        ),
        migrations.AddField(
            model_name='payerevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='payer',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='payers', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='patientevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='patient',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='patients', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='membershipevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='membership',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='logsignoffevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='logsignoff',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='log_sign_offs', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='logaudit',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='log_audits', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='digest',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='digests', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='closedmonthevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='closedmonth',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closed_months', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='clinicianevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='clinician',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clinicians', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='caseloadviewevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='caseloadview',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='caseload_views', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='caseloadmeetingevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='caseloadmeeting',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='caseload_meetings', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='practiceevent',
            name='organization',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.organization'),
        ),
        migrations.AddField(
            model_name='practiceevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='practiceevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='referral',
            name='answered_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referral',
            name='episode',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='referral', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='referral',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='referrals', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='referral',
            name='referred_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referral',
            name='wanted_care_manager',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='episode',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.referral'),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='referred_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='referralevent',
            name='wanted_care_manager',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relapseplan',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relapse_plans', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='relapseplan',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='relapseplanevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='relapseplanevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='relapseplanevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.relapseplan'),
        ),
        migrations.AddField(
            model_name='relapseplanevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewanswer',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewanswer',
            name='link',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='registry.answerlink'),
        ),
        migrations.AddField(
            model_name='reviewanswer',
            name='review',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='practitioner_answers', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='reviewanswerevent',
            name='answered_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewanswerevent',
            name='link',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.answerlink'),
        ),
        migrations.AddField(
            model_name='reviewanswerevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reviewanswerevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.reviewanswer'),
        ),
        migrations.AddField(
            model_name='reviewanswerevent',
            name='review',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='reviewdraft',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewdraft',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_drafts', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='answered_by_review',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_requests', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='reviewrequest',
            name='requested_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewrequestevent',
            name='answered_by_review',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='reviewrequestevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='reviewrequestevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reviewrequestevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.reviewrequest'),
        ),
        migrations.AddField(
            model_name='reviewrequestevent',
            name='requested_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='safetyflag',
            name='acknowledged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='safetyflag',
            name='measure',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='safety_flag', to='registry.measure'),
        ),
        migrations.AddField(
            model_name='safetyflag',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='safety_flags', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='safetyflagevent',
            name='acknowledged_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='safetyflagevent',
            name='measure',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.measure'),
        ),
        migrations.AddField(
            model_name='safetyflagevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='safetyflagevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='safetyflagevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.safetyflag'),
        ),
        migrations.AddField(
            model_name='servicemonth',
            name='closed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='servicemonth',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='service_months', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='servicemonth',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='service_months', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='servicemonth',
            name='reopened_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='closed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.servicemonth'),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='servicemonthevent',
            name='reopened_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='site',
            name='created_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='site',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sites', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='episodeevent',
            name='site',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.site'),
        ),
        migrations.AddField(
            model_name='episode',
            name='site',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='episodes', to='registry.site'),
        ),
        migrations.AddField(
            model_name='siteevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='siteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='siteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.site'),
        ),
        migrations.AddField(
            model_name='siteevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='stay',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stays', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='stay',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='stayevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='stayevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='stayevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.stay'),
        ),
        migrations.AddField(
            model_name='stayevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecut',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecut',
            name='moved',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timecut',
            name='practice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='time_cuts', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='timecut',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecut',
            name='worker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='time_cuts', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='made_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='moved',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.timecut'),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='undone_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timecutevent',
            name='worker',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='case_review',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.casereview'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='created_by',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='phase_of',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='practice',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.practice'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='replaces',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.timeentry'),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='voided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='timeentryevent',
            name='worker',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transfer',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='transfer',
            name='from_care_manager',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transfer',
            name='to_care_manager',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transfer',
            name='transferred_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='episode',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.episode'),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='from_care_manager',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.transfer'),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='to_care_manager',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='transferevent',
            name='transferred_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatment',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatment',
            name='patient',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='treatments', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='treatment',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatment',
            name='voided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='ended_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='patient',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.patient'),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.treatment'),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='recorded_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='treatmentevent',
            name='voided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='userevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_superuser", NEW."joined_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on_chart", NEW."wants_digest"); RETURN NULL;', hash='24dbd6d2e1b687babc30b19b59604ae0d0ab9dfb', operation='INSERT', pgid='pgtrigger_insert_insert_b61ef', table='registry_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."full_name" IS DISTINCT FROM (NEW."full_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."starts_on_chart" IS DISTINCT FROM (NEW."starts_on_chart") OR OLD."wants_digest" IS DISTINCT FROM (NEW."wants_digest"))', func='INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_superuser", NEW."joined_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on_chart", NEW."wants_digest"); RETURN NULL;', hash='ab40c434cdb8e886a21798b137036e04fcc08397', operation='UPDATE', pgid='pgtrigger_update_update_99106', table='registry_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='user',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (OLD."email", OLD."full_name", OLD."id", OLD."is_active", OLD."is_superuser", OLD."joined_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on_chart", OLD."wants_digest"); RETURN NULL;', hash='35c4d892d9dc73bb643200f4185bcd32116ffe83', operation='DELETE', pgid='pgtrigger_delete_delete_3f480', table='registry_user', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answerlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3fb7e2bac73781a720dba912774702be5b1a67a0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_275a2', table='registry_answerlinkevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='answerlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='answer_link_ended_paired'),
        ),
        migrations.AddConstraint(
            model_name='answerlink',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='answer_link_lasts'),
        ),
        migrations.AddConstraint(
            model_name='answerlink',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('review',), name='answer_link_one_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answerlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (NEW."clinician_id", NEW."ended_at", NEW."ended_by_id", NEW."ends_at", NEW."id", NEW."looked_at", NEW."looks", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_id", NEW."sent_to", NEW."token_sha256"); RETURN NULL;', hash='46e64dc015c680ca9c499fb11ab3b7f139869749', operation='INSERT', pgid='pgtrigger_insert_insert_b0ac2', table='registry_answerlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answerlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (NEW."clinician_id", NEW."ended_at", NEW."ended_by_id", NEW."ends_at", NEW."id", NEW."looked_at", NEW."looks", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_id", NEW."sent_to", NEW."token_sha256"); RETURN NULL;', hash='130f5a04ae8ddf8a5a32047c91d9e1221ed4414b', operation='UPDATE', pgid='pgtrigger_update_update_73718', table='registry_answerlink', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='answerlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (OLD."clinician_id", OLD."ended_at", OLD."ended_by_id", OLD."ends_at", OLD."id", OLD."looked_at", OLD."looks", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_id", OLD."sent_to", OLD."token_sha256"); RETURN NULL;', hash='c3e0716e677fcc6b7f2eb9f5ce8f5c02bc7c548b', operation='DELETE', pgid='pgtrigger_delete_delete_5abdd', table='registry_answerlink', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='clockwatch',
            index=models.Index(condition=models.Q(('swept_at__isnull', False)), fields=['swept_at'], name='clock_watch_swept'),
        ),
        migrations.AddConstraint(
            model_name='diagnosis',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', False), ('removed_by__isnull', False)), models.Q(('removed_at__isnull', True), ('removed_by__isnull', True)), _connector='OR'), name='diagnosis_removed_paired'),
        ),
        migrations.AddConstraint(
            model_name='diagnosis',
            constraint=models.UniqueConstraint(condition=models.Q(('removed_at', None)), fields=('episode', 'code'), name='diagnosis_once_per_episode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diagnosis',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (NEW."code", NEW."episode_id", NEW."id", NEW."label", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;', hash='38222d59f5405431f6c6175f2736932a52f5b62e', operation='INSERT', pgid='pgtrigger_insert_insert_0df5c', table='registry_diagnosis', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diagnosis',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (NEW."code", NEW."episode_id", NEW."id", NEW."label", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;', hash='3f7af8057cb9e478032c72f64b1972e0079ebcdf', operation='UPDATE', pgid='pgtrigger_update_update_1f7f6', table='registry_diagnosis', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diagnosis',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (OLD."code", OLD."episode_id", OLD."id", OLD."label", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."removed_by_id"); RETURN NULL;', hash='d893ff87855068b8d2323680dddb06722c4c3132', operation='DELETE', pgid='pgtrigger_delete_delete_df44a', table='registry_diagnosis', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='diagnosisevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a54f3a0cd2a487f2fb8e23dcd17dc77e49d307fe', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_61895', table='registry_diagnosisevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errandevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ba1fadea87e443e51e0e0095aa33b7e0a74e8709', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8a0fe', table='registry_errandevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='errand',
            index=models.Index(fields=['asked_of', 'month'], name='registry_er_asked_o_398502_idx'),
        ),
        migrations.AddConstraint(
            model_name='errand',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='errand_month_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='errand',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='errand_answered_paired'),
        ),
        migrations.AddConstraint(
            model_name='errand',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='errand_withdrawn_paired'),
        ),
        migrations.AddConstraint(
            model_name='errand',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(('answered_at__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='errand_answer_says_why'),
        ),
        migrations.AddConstraint(
            model_name='errand',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None), ('withdrawn_at', None)), fields=('patient', 'month', 'rule'), name='errand_one_open_for_a_cause'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errand',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."episode_id", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rule", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;', hash='9869243e973dc8dd57deaa974b53e8c934da3938', operation='INSERT', pgid='pgtrigger_insert_insert_97d7f', table='registry_errand', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errand',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."episode_id", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rule", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;', hash='17faf066b114716af0822afd2947bcb493a5769a', operation='UPDATE', pgid='pgtrigger_update_update_4e9ec', table='registry_errand', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='errand',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."asked_of_id", OLD."episode_id", OLD."id", OLD."month", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rule", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;', hash='1cec6130419b1adbd2bd5f2a5d1b566f98aed314', operation='DELETE', pgid='pgtrigger_delete_delete_fe94c', table='registry_errand', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b486fa2755a3e5f19c6a02557041f0ac0438f226', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8b307', table='registry_consentevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('revoked_at__isnull', True), ('revoked_at__gte', models.F('given_at')), _connector='OR'), name='consent_revoked_after_given'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), _connector='OR'), name='consent_revoked_paired'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreed_at__isnull', False), ('agreed_by__isnull', False)), models.Q(('agreed_at__isnull', True), ('agreed_by__isnull', True)), _connector='OR'), name='consent_agreed_paired'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('agreed_by', None), models.Q(('agreed_by', models.F('recorded_by')), _negated=True), _connector='OR'), name='consent_agreed_by_another'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('told_consultant', True), ('told_cost_sharing', True), ('told_may_stop', True), ('told_one_practitioner', True)), name='consent_all_statements_made'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('given_at__lte', models.F('recorded_at'))), name='consent_not_recorded_before_given'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."file", NEW."file_name", NEW."given_at", NEW."id", NEW."language", NEW."late_reason", NEW."method", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revoke_reason", NEW."revoked_at", NEW."revoked_by_id", NEW."taken_by_id", NEW."told_consultant", NEW."told_cost_sharing", NEW."told_may_stop", NEW."told_one_practitioner"); RETURN NULL;', hash='8d489f85da5ce57538e48828ae8f4a5e3c560b87', operation='INSERT', pgid='pgtrigger_insert_insert_21079', table='registry_consent', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_by_id" IS DISTINCT FROM (NEW."agreed_by_id") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."late_reason" IS DISTINCT FROM (NEW."late_reason") OR OLD."method" IS DISTINCT FROM (NEW."method") OR OLD."patient_id" IS DISTINCT FROM (NEW."patient_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."revoke_reason" IS DISTINCT FROM (NEW."revoke_reason") OR OLD."revoked_at" IS DISTINCT FROM (NEW."revoked_at") OR OLD."revoked_by_id" IS DISTINCT FROM (NEW."revoked_by_id") OR OLD."taken_by_id" IS DISTINCT FROM (NEW."taken_by_id") OR OLD."told_consultant" IS DISTINCT FROM (NEW."told_consultant") OR OLD."told_cost_sharing" IS DISTINCT FROM (NEW."told_cost_sharing") OR OLD."told_may_stop" IS DISTINCT FROM (NEW."told_may_stop") OR OLD."told_one_practitioner" IS DISTINCT FROM (NEW."told_one_practitioner"))', func='INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."file", NEW."file_name", NEW."given_at", NEW."id", NEW."language", NEW."late_reason", NEW."method", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revoke_reason", NEW."revoked_at", NEW."revoked_by_id", NEW."taken_by_id", NEW."told_consultant", NEW."told_cost_sharing", NEW."told_may_stop", NEW."told_one_practitioner"); RETURN NULL;', hash='ad3719d7e19a1ec911e234cff8b53a916f957049', operation='UPDATE', pgid='pgtrigger_update_update_939d6', table='registry_consent', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='consent',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."file", OLD."file_name", OLD."given_at", OLD."id", OLD."language", OLD."late_reason", OLD."method", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."revoke_reason", OLD."revoked_at", OLD."revoked_by_id", OLD."taken_by_id", OLD."told_consultant", OLD."told_cost_sharing", OLD."told_may_stop", OLD."told_one_practitioner"); RETURN NULL;', hash='51d11c74fe43e39ec9220b193a2785f25765157e', operation='DELETE', pgid='pgtrigger_delete_delete_d4d8c', table='registry_consent', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='conditionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5283e4cd4cbed88a1a1451ee8aae167fa64ff435', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_941cb', table='registry_conditionevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='condition',
            index=models.Index(fields=['patient', '-began_on'], name='registry_co_patient_f1325c_idx'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('began_on')), _connector='OR'), name='condition_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('patient', 'source_id'), name='condition_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='condition',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (NEW."began_on", NEW."code", NEW."ended_on", NEW."id", NEW."label", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."system"); RETURN NULL;', hash='d7b74a206e86f6482bb0f78e44da14ec8367e653', operation='INSERT', pgid='pgtrigger_insert_insert_39eff', table='registry_condition', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='condition',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (NEW."began_on", NEW."code", NEW."ended_on", NEW."id", NEW."label", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."system"); RETURN NULL;', hash='2883ede5f9a4986808c714096c1b6acd3aab3857', operation='UPDATE', pgid='pgtrigger_update_update_24643', table='registry_condition', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='condition',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (OLD."began_on", OLD."code", OLD."ended_on", OLD."id", OLD."label", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_id", OLD."system"); RETURN NULL;', hash='47581ce0f6878c43f72b939b210df0a9ad00cd8c', operation='DELETE', pgid='pgtrigger_delete_delete_1d0c8', table='registry_condition', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='casereviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='693d5aafc0897ceb6bc009c194d5f3627ed26ba3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_93a2a', table='registry_casereviewevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='casereview',
            index=models.Index(fields=['patient', '-reviewed_on'], name='registry_ca_patient_dc5c0e_idx'),
        ),
        migrations.AddConstraint(
            model_name='casereview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='case_review_withdrawn_paired'),
        ),
        migrations.AddConstraint(
            model_name='casereview',
            constraint=models.CheckConstraint(condition=models.Q(('recommendation', ''), _negated=True), name='case_review_has_recommendation'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='casereview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."advice", NEW."consultant_id", NEW."episode_id", NEW."follow_up_on", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation", NEW."reviewed_on", NEW."signed_at", NEW."signed_by_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='8aa67ee9d70ed388f1f1cfbb82dfeca97105e821', operation='INSERT', pgid='pgtrigger_insert_insert_254cb', table='registry_casereview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='casereview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."advice", NEW."consultant_id", NEW."episode_id", NEW."follow_up_on", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation", NEW."reviewed_on", NEW."signed_at", NEW."signed_by_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='c12041e811176d34a346da91d8b543b206bc6d91', operation='UPDATE', pgid='pgtrigger_update_update_d6e85', table='registry_casereview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='casereview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."advice", OLD."consultant_id", OLD."episode_id", OLD."follow_up_on", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation", OLD."reviewed_on", OLD."signed_at", OLD."signed_by_id", OLD."withdraw_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;', hash='bd4fc6547dd484bb3541313aa7871c047fb39289', operation='DELETE', pgid='pgtrigger_delete_delete_e92ae', table='registry_casereview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='authorizationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2c3dc6e405894137d806aee7d7b575608032838d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_853c5', table='registry_authorizationevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='authorization',
            constraint=models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='authorization_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='authorization',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."number", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_date"); RETURN NULL;', hash='bfec7155d005c96dd080555658e616756413c1d2', operation='INSERT', pgid='pgtrigger_insert_insert_ad840', table='registry_authorization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='authorization',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."number", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_date"); RETURN NULL;', hash='1e8e2d3b746d8494780161961d8fc52ef3b11cc2', operation='UPDATE', pgid='pgtrigger_update_update_5914b', table='registry_authorization', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='authorization',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."number", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."to_date"); RETURN NULL;', hash='b4536da5136a71c00bff92300176d9ff38fcf67d', operation='DELETE', pgid='pgtrigger_delete_delete_5e396', table='registry_authorization', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='logauditfinding',
            index=models.Index(fields=['audit', 'kind'], name='registry_lo_audit_i_e7a540_idx'),
        ),
        migrations.AddConstraint(
            model_name='logauditfinding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), _connector='OR'), name='log_audit_finding_settled_paired'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logauditfinding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (NEW."audit_id", NEW."id", NEW."kind", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."settle_note", NEW."settled_at", NEW."settled_by_id", NEW."text", NEW."time_entry_id", NEW."worker_id"); RETURN NULL;', hash='e9321d1a602e015b5306ad43624dc47306e7b713', operation='INSERT', pgid='pgtrigger_insert_insert_070fe', table='registry_logauditfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logauditfinding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (NEW."audit_id", NEW."id", NEW."kind", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."settle_note", NEW."settled_at", NEW."settled_by_id", NEW."text", NEW."time_entry_id", NEW."worker_id"); RETURN NULL;', hash='4c3b8c891207cd2a8fb4ec998c9d4dae792fc7f1', operation='UPDATE', pgid='pgtrigger_update_update_d1e42', table='registry_logauditfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logauditfinding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (OLD."audit_id", OLD."id", OLD."kind", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."settle_note", OLD."settled_at", OLD."settled_by_id", OLD."text", OLD."time_entry_id", OLD."worker_id"); RETURN NULL;', hash='f62ef3f42e715aca657fefdc06b2ef15ffb22a1c', operation='DELETE', pgid='pgtrigger_delete_delete_ace2c', table='registry_logauditfinding', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logauditfindingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='94b83780a26e62d80261d730cf249655282b0cc5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e8266', table='registry_logauditfindingevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='measure',
            index=models.Index(fields=['patient', 'instrument', '-scored_on'], name='registry_me_patient_ec2dee_idx'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='measure_voided_paired'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('instrument', 'PHQ-9'), ('total__lte', 27)), models.Q(('instrument', 'GAD-7'), ('total__lte', 21)), models.Q(('instrument', 'PHQ-2'), ('total__lte', 6)), _connector='OR'), name='measure_total_in_range'),
        ),
        migrations.AddConstraint(
            model_name='measure',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('patient', 'source_id'), name='measure_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."id", NEW."instrument", NEW."items", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."scored_on", NEW."source_id", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='86cdf36e29eca62ac324da5b41201af2dcc14954', operation='INSERT', pgid='pgtrigger_insert_insert_c2f16', table='registry_measure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."id", NEW."instrument", NEW."items", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."scored_on", NEW."source_id", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='da5e1d47150754c271684acb8067906a5281d890', operation='UPDATE', pgid='pgtrigger_update_update_d73da', table='registry_measure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."id", OLD."instrument", OLD."items", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."scored_on", OLD."source_id", OLD."total", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;', hash='07eedf1eb1b285a4db43a4c1bb9164b1bceb9af6', operation='DELETE', pgid='pgtrigger_delete_delete_ab206', table='registry_measure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='measureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a78b523976769df8b8daf86532f9cda972fdf5cf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3167c', table='registry_measureevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), ('closed_at__gte', models.F('opened_at')), _connector='OR'), name='meeting_case_closes_after_opening'),
        ),
        migrations.AddConstraint(
            model_name='meetingcase',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('meeting',), name='meeting_case_one_on_screen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingcase',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_review_id", NEW."closed_at", NEW."episode_id", NEW."id", NEW."meeting_id", NEW."opened_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='89c1ae516bdfd7ae05ccf7a304bd82e449ec9337', operation='INSERT', pgid='pgtrigger_insert_insert_d594d', table='registry_meetingcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingcase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_review_id", NEW."closed_at", NEW."episode_id", NEW."id", NEW."meeting_id", NEW."opened_at", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='5f7cc8c3a9ff50fba044bf3d4497888b844c56fc', operation='UPDATE', pgid='pgtrigger_update_update_7c74e', table='registry_meetingcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingcase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_review_id", OLD."closed_at", OLD."episode_id", OLD."id", OLD."meeting_id", OLD."opened_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='14be6825657f56b1e20e7aa74b2f0348345142c9', operation='DELETE', pgid='pgtrigger_delete_delete_c3cc6', table='registry_meetingcase', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingcaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5918535887005831f91ee8a65e8e21278472c4dd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9dd68', table='registry_meetingcaseevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='organizationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='26fb47fcfb6fa91c196a856337e323742dc2b2d0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f9055', table='registry_organizationevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='otherservice',
            index=models.Index(fields=['patient', 'served_on'], name='registry_ot_patient_2930a6_idx'),
        ),
        migrations.AddConstraint(
            model_name='otherservice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='other_service_voided_paired'),
        ),
        migrations.AddConstraint(
            model_name='otherservice',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('patient', 'source_id'), name='other_service_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='otherservice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (NEW."code", NEW."id", NEW."modifiers", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practitioner", NEW."recorded_at", NEW."recorded_by_id", NEW."served_on", NEW."source_id", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='1fab24d4d067cf7158211377896385d43e2a3437', operation='INSERT', pgid='pgtrigger_insert_insert_69eba', table='registry_otherservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='otherservice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (NEW."code", NEW."id", NEW."modifiers", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practitioner", NEW."recorded_at", NEW."recorded_by_id", NEW."served_on", NEW."source_id", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='b9a9dc1510252149a6c5041f92a500fd0d66feec', operation='UPDATE', pgid='pgtrigger_update_update_79184', table='registry_otherservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='otherservice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (OLD."code", OLD."id", OLD."modifiers", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practitioner", OLD."recorded_at", OLD."recorded_by_id", OLD."served_on", OLD."source_id", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;', hash='30885b04035d65b28a421e24c7b5eb3f14a81f98', operation='DELETE', pgid='pgtrigger_delete_delete_09be6', table='registry_otherservice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='otherserviceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='165907b6d5677a2115754dcedb3c2a006857fe49', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_79cd1', table='registry_otherserviceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='patientmatch',
            constraint=models.UniqueConstraint(fields=('one', 'other'), name='patient_match_once_for_a_pair'),
        ),
        migrations.AddConstraint(
            model_name='patientmatch',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='patient_match_lower_id_first'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patientmatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_same", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;', hash='9d0218a6590a2150ec622d83c6d9c73db3e87f50', operation='INSERT', pgid='pgtrigger_insert_insert_4bbd8', table='registry_patientmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patientmatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_same", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;', hash='4544d75e8b86ace056ed1e1dc98ffb4069d92db5', operation='UPDATE', pgid='pgtrigger_update_update_fe125', table='registry_patientmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patientmatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_same", OLD."one_id", OLD."other_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;', hash='c154ad167e2076982321ee6c4f94f474ee9069f1', operation='DELETE', pgid='pgtrigger_delete_delete_66019', table='registry_patientmatch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patientmatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7b717cdefbfc626a3c2e71ee530a132f61163a15', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_74d29', table='registry_patientmatchevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coverageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='79f81db5e675116548d0f0cc473109599cbcf8d9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c666d', table='registry_coverageevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='coverage',
            index=models.Index(fields=['patient', 'rank'], name='registry_co_patient_dbf403_idx'),
        ),
        migrations.AddConstraint(
            model_name='coverage',
            constraint=models.CheckConstraint(condition=models.Q(('active_to__isnull', True), ('active_to__gte', models.F('active_from')), _connector='OR'), name='coverage_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='coverage',
            constraint=models.CheckConstraint(condition=models.Q(('rank__gte', 1), ('rank__lte', 3)), name='coverage_rank_known'),
        ),
        migrations.AddConstraint(
            model_name='coverage',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('patient', 'source_id'), name='coverage_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coverage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (NEW."active_from", NEW."active_to", NEW."created_at", NEW."created_by_id", NEW."group_number", NEW."id", NEW."member_id", NEW."patient_id", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rank", NEW."relationship", NEW."source_id", NEW."subscriber_birth_date", NEW."subscriber_first_name", NEW."subscriber_last_name", NEW."subscriber_sex"); RETURN NULL;', hash='802a687f7aba2655fb66b3ae4aeb3c43294952a9', operation='INSERT', pgid='pgtrigger_insert_insert_e1984', table='registry_coverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coverage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (NEW."active_from", NEW."active_to", NEW."created_at", NEW."created_by_id", NEW."group_number", NEW."id", NEW."member_id", NEW."patient_id", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rank", NEW."relationship", NEW."source_id", NEW."subscriber_birth_date", NEW."subscriber_first_name", NEW."subscriber_last_name", NEW."subscriber_sex"); RETURN NULL;', hash='b210b63d05e5241ddc3ff96b079f94f254f8730b', operation='UPDATE', pgid='pgtrigger_update_update_8c40d', table='registry_coverage', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='coverage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (OLD."active_from", OLD."active_to", OLD."created_at", OLD."created_by_id", OLD."group_number", OLD."id", OLD."member_id", OLD."patient_id", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rank", OLD."relationship", OLD."source_id", OLD."subscriber_birth_date", OLD."subscriber_first_name", OLD."subscriber_last_name", OLD."subscriber_sex"); RETURN NULL;', hash='7e3fc18539092c832959f424236bc20ad4f80b0e', operation='DELETE', pgid='pgtrigger_delete_delete_339c5', table='registry_coverage', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(fields=['patient', 'started_at'], name='registry_ti_patient_f44a80_idx'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(fields=['practice', 'started_at'], name='registry_ti_practic_01dc2b_idx'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(fields=['worker', 'started_at'], name='registry_ti_worker__cb69cf_idx'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(condition=models.Q(('phase_of__isnull', False)), fields=['phase_of'], name='time_entry_phases'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(condition=models.Q(('case_review__isnull', False)), fields=['case_review'], name='time_entry_of_review'),
        ),
        migrations.AddIndex(
            model_name='timeentry',
            index=models.Index(condition=models.Q(('replaces__isnull', False)), fields=['replaces'], name='time_entry_replaces'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gt', models.F('started_at')), models.Q(('ended_at', models.F('started_at')), ('status', 'voided')), _connector='OR'), name='time_entry_starts_before_end'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('status', 'running')), models.Q(models.Q(('status', 'running'), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='time_entry_running_is_open'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('status__in', ['voided', 'needs_review']), ('ended_at__lte', django.db.models.expressions.CombinedExpression(models.F('started_at'), '+', models.Value('24 hours', models.DurationField()))), _connector='OR'), name='time_entry_within_a_day'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['running', 'confirmed', 'needs_review', 'voided']), ('origin__in', ['timer', 'timer_corrected', 'by_hand', 'imported']), ('activity__in', ['patient_contact', 'brief_intervention', 'measurement', 'care_planning', 'care_coordination', 'chart_review', 'case_review', 'outreach_attempt', 'clerical', 'psychotherapy', 'crisis']), ('role__in', ['care_manager', 'clinical_staff', 'treating_practitioner', 'consultant'])), name='time_entry_words_known'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('origin', 'by_hand'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='time_entry_by_hand_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'needs_review'), _negated=True), models.Q(('review_reason', ''), _negated=True), _connector='OR'), name='time_entry_review_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'voided'), ('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), models.Q(models.Q(('status', 'voided'), _negated=True), ('voided_at__isnull', True)), _connector='OR'), name='time_entry_voided_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), _connector='OR'), name='time_entry_confirmed_paired'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='time_entry_voided_paired'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'running')), fields=('worker',), name='time_entry_one_running_per_worker'),
        ),
        migrations.AddConstraint(
            model_name='timeentry',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('status', 'confirmed')), expressions=[(models.Func(models.F('worker_id'), models.F('worker_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('started_at'), models.F('ended_at'), function='tstzrange'), '&&')], name='time_entry_no_overlap_per_worker'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='insert_in_closed_month', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.status = 'confirmed' THEN\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = NEW.patient_id\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at)\n            FOR KEY SHARE;\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = NEW.patient_id AND m.closed_at IS NOT NULL\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at);\n        IF FOUND THEN\n            RAISE EXCEPTION 'time entry in a closed month'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';\n        END IF;\n    END IF;\n RETURN NEW;", hash='b5573052406b87a3e5a27202bc020275ac0fe513', operation='INSERT', pgid='pgtrigger_insert_in_closed_month_aa6fb', table='registry_timeentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='update_in_closed_month', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF OLD.status = 'confirmed' THEN\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = OLD.patient_id\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(OLD.started_at, OLD.ended_at)\n            FOR KEY SHARE;\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = OLD.patient_id AND m.closed_at IS NOT NULL\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(OLD.started_at, OLD.ended_at);\n        IF FOUND THEN\n            RAISE EXCEPTION 'time entry in a closed month'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';\n        END IF;\n    END IF;\n\n    IF NEW.status = 'confirmed' THEN\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = NEW.patient_id\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at)\n            FOR KEY SHARE;\n        PERFORM 1 FROM registry_servicemonth AS m\n            WHERE m.patient_id = NEW.patient_id AND m.closed_at IS NOT NULL\n            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at);\n        IF FOUND THEN\n            RAISE EXCEPTION 'time entry in a closed month'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';\n        END IF;\n    END IF;\n RETURN NEW;", hash='fc92028d0cacb653998b097a4b26e2062dcb5403', operation='UPDATE', pgid='pgtrigger_update_in_closed_month_00c73', table='registry_timeentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='no_edit_after_end', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."ended_at" IS NOT NULL AND (OLD."started_at" IS DISTINCT FROM (NEW."started_at") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."patient_id" IS DISTINCT FROM (NEW."patient_id") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."role" IS DISTINCT FROM (NEW."role")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='31eafd019382d74d0bd38a51b2accf985615e0e0', operation='UPDATE', pgid='pgtrigger_no_edit_after_end_7251b', table='registry_timeentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='voided_is_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."status" = \'voided\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b29051546840d71a8e786979e20110010e243115', operation='UPDATE', pgid='pgtrigger_voided_is_final_8e7d5', table='registry_timeentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e8e0f3c8c46d5f95cf0b8a29f2a1bc17ed9ba947', operation='DELETE', pgid='pgtrigger_never_deleted_c522f', table='registry_timeentry', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (NEW."activity", NEW."billed_as", NEW."case_review_id", NEW."client_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."ended_entry_at", NEW."id", NEW."note", NEW."origin", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phase_of_id", NEW."practice_id", NEW."reason", NEW."replaces_id", NEW."review_reason", NEW."role", NEW."started_at", NEW."status", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."worker_id"); RETURN NULL;', hash='3e89a8d4075c325ed5266f095bf419b436739446', operation='INSERT', pgid='pgtrigger_insert_insert_55020', table='registry_timeentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (NEW."activity", NEW."billed_as", NEW."case_review_id", NEW."client_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."ended_entry_at", NEW."id", NEW."note", NEW."origin", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phase_of_id", NEW."practice_id", NEW."reason", NEW."replaces_id", NEW."review_reason", NEW."role", NEW."started_at", NEW."status", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."worker_id"); RETURN NULL;', hash='995e9a386b940ebfad06fcaa37d70f5e022f3b9f', operation='UPDATE', pgid='pgtrigger_update_update_9d3ef', table='registry_timeentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentry',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (OLD."activity", OLD."billed_as", OLD."case_review_id", OLD."client_id", OLD."confirmed_at", OLD."confirmed_by_id", OLD."created_at", OLD."created_by_id", OLD."ended_at", OLD."ended_entry_at", OLD."id", OLD."note", OLD."origin", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phase_of_id", OLD."practice_id", OLD."reason", OLD."replaces_id", OLD."review_reason", OLD."role", OLD."started_at", OLD."status", OLD."void_reason", OLD."voided_at", OLD."voided_by_id", OLD."worker_id"); RETURN NULL;', hash='17b0b5367ae818ebf18204007f524979e90bdf2f', operation='DELETE', pgid='pgtrigger_delete_delete_4e2d1', table='registry_timeentry', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='practice',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (NEW."activities", NEW."address", NEW."by_hand_percent", NEW."city", NEW."claim_batching", NEW."clearinghouse_id", NEW."clearinghouse_name", NEW."clock_call_minutes", NEW."clock_grace_minutes", NEW."clock_idle_minutes", NEW."consent_months", NEW."consent_script", NEW."consent_script_es", NEW."consent_script_other", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."digest_hour", NEW."ehr_url", NEW."id", NEW."mails_recommendations", NEW."month_grace_days", NEW."name", NEW."npi", NEW."organization_id", NEW."other_language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."place_of_service", NEW."sends_production_claims", NEW."slug", NEW."state", NEW."submitter_id", NEW."tax_id", NEW."taxonomy", NEW."timezone", NEW."two_steps_since", NEW."zip_code"); RETURN NULL;', hash='64a50cff3903af481adbd338acd9790620e55db4', operation='INSERT', pgid='pgtrigger_insert_insert_9b737', table='registry_practice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='practice',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (NEW."activities", NEW."address", NEW."by_hand_percent", NEW."city", NEW."claim_batching", NEW."clearinghouse_id", NEW."clearinghouse_name", NEW."clock_call_minutes", NEW."clock_grace_minutes", NEW."clock_idle_minutes", NEW."consent_months", NEW."consent_script", NEW."consent_script_es", NEW."consent_script_other", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."digest_hour", NEW."ehr_url", NEW."id", NEW."mails_recommendations", NEW."month_grace_days", NEW."name", NEW."npi", NEW."organization_id", NEW."other_language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."place_of_service", NEW."sends_production_claims", NEW."slug", NEW."state", NEW."submitter_id", NEW."tax_id", NEW."taxonomy", NEW."timezone", NEW."two_steps_since", NEW."zip_code"); RETURN NULL;', hash='9cce715c8feb65bc9a95735dd36842f970e541c4', operation='UPDATE', pgid='pgtrigger_update_update_8866c', table='registry_practice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='practice',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (OLD."activities", OLD."address", OLD."by_hand_percent", OLD."city", OLD."claim_batching", OLD."clearinghouse_id", OLD."clearinghouse_name", OLD."clock_call_minutes", OLD."clock_grace_minutes", OLD."clock_idle_minutes", OLD."consent_months", OLD."consent_script", OLD."consent_script_es", OLD."consent_script_other", OLD."contact_name", OLD."contact_phone", OLD."created_at", OLD."digest_hour", OLD."ehr_url", OLD."id", OLD."mails_recommendations", OLD."month_grace_days", OLD."name", OLD."npi", OLD."organization_id", OLD."other_language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."place_of_service", OLD."sends_production_claims", OLD."slug", OLD."state", OLD."submitter_id", OLD."tax_id", OLD."taxonomy", OLD."timezone", OLD."two_steps_since", OLD."zip_code"); RETURN NULL;', hash='a7b7f08ed08dabefa5af07a0ed93d614fdc91867', operation='DELETE', pgid='pgtrigger_delete_delete_b889a', table='registry_practice', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c32d8809b1a700712e839a3a5a0319bf01d6327', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1405d', table='registry_payerevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='payer',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('practice', 'source_id'), name='payer_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."claim_filing_code", NEW."created_at", NEW."id", NEW."name", NEW."payer_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='43860d3bd3d4f1b73fd7c9c6fe04a76020f88ca5', operation='INSERT', pgid='pgtrigger_insert_insert_c0a74', table='registry_payer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."claim_filing_code", NEW."created_at", NEW."id", NEW."name", NEW."payer_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='440a0199522ea1a62846df209fb5e5b4f5a237e7', operation='UPDATE', pgid='pgtrigger_update_update_de499', table='registry_payer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='payer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (OLD."address", OLD."city", OLD."claim_filing_code", OLD."created_at", OLD."id", OLD."name", OLD."payer_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."source_id", OLD."state", OLD."zip_code"); RETURN NULL;', hash='c70896083574c5e2e54293e2c0e0a40e3f8e4125', operation='DELETE', pgid='pgtrigger_delete_delete_a44ab', table='registry_payer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patientevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='21b69474ad259ce5cd4490bd905ccae34072b718', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_99fdf', table='registry_patientevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='patient',
            index=models.Index(fields=['practice', 'last_name', 'first_name'], name='registry_pa_practic_311313_idx'),
        ),
        migrations.AddConstraint(
            model_name='patient',
            constraint=models.UniqueConstraint(fields=('practice', 'record_number'), name='patient_once_per_record_number'),
        ),
        migrations.AddConstraint(
            model_name='patient',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('practice', 'source_id'), name='patient_once_per_source'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patient',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."created_at", NEW."created_by_id", NEW."died_on", NEW."first_name", NEW."id", NEW."last_name", NEW."middle_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."phone", NEW."practice_id", NEW."record_number", NEW."sex", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='bc730577fb51bc77221218b3b8c6bfde606c9376', operation='INSERT', pgid='pgtrigger_insert_insert_2136b', table='registry_patient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patient',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."created_at", NEW."created_by_id", NEW."died_on", NEW."first_name", NEW."id", NEW."last_name", NEW."middle_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."phone", NEW."practice_id", NEW."record_number", NEW."sex", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='edeb3e944bbca818fe9d2e0dc3d563c19dc7a7b0', operation='UPDATE', pgid='pgtrigger_update_update_7fa5d', table='registry_patient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='patient',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (OLD."address", OLD."birth_date", OLD."city", OLD."created_at", OLD."created_by_id", OLD."died_on", OLD."first_name", OLD."id", OLD."last_name", OLD."middle_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."phone", OLD."practice_id", OLD."record_number", OLD."sex", OLD."source_id", OLD."state", OLD."zip_code"); RETURN NULL;', hash='0233e60db3f6198c2d0db1f4475c2d8237bf917e', operation='DELETE', pgid='pgtrigger_delete_delete_02d42', table='registry_patient', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membershipevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1343bd71461b617dbed765d19d06bb3106a67372', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_71c87', table='registry_membershipevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('user', 'practice', 'role'), name='membership_once_per_role'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['care_manager', 'treating_practitioner', 'consultant', 'biller', 'supervisor', 'auditor'])), name='membership_role_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (NEW."granted_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."role", NEW."user_id"); RETURN NULL;', hash='d07bc1f52420e090565def907346116e135efed8', operation='INSERT', pgid='pgtrigger_insert_insert_40ab0', table='registry_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (NEW."granted_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."role", NEW."user_id"); RETURN NULL;', hash='b100fc9488e1822d224012fd1b989fd821ec8420', operation='UPDATE', pgid='pgtrigger_update_update_2e25f', table='registry_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='membership',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (OLD."granted_at", OLD."granted_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."role", OLD."user_id"); RETURN NULL;', hash='4fc61f79089e8fa9f8b0db6f6245a2de5b3f109c', operation='DELETE', pgid='pgtrigger_delete_delete_c1c02', table='registry_membership', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logsignoffevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='97b70e4e67b44398f8b7a45c567f5a5379e3672a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cfc8a', table='registry_logsignoffevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='logsignoff',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), models.Q(('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='log_sign_off_withdrawn_paired'),
        ),
        migrations.AddConstraint(
            model_name='logsignoff',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('practice', 'worker', 'week_starts_on'), name='log_sign_off_once_a_week'),
        ),
        migrations.AddConstraint(
            model_name='logsignoff',
            constraint=models.CheckConstraint(condition=models.Q(('week_starts_on__iso_week_day', 1)), name='log_sign_off_begins_on_monday'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logsignoff',
            trigger=pgtrigger.compiler.Trigger(name='sign_off_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='6bd8f7f2952a7253a254903d17a6ec1c1eaa180e', operation='DELETE', pgid='pgtrigger_sign_off_kept_5baa3', table='registry_logsignoff', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logsignoff',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."signed_at", NEW."week_starts_on", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."worker_id"); RETURN NULL;', hash='d973250abd80fb77d8d7117776a12547f82b272b', operation='INSERT', pgid='pgtrigger_insert_insert_2f3da', table='registry_logsignoff', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logsignoff',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."signed_at", NEW."week_starts_on", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."worker_id"); RETURN NULL;', hash='82c06aecc59f85ca0761694fcee8a7e7ffa99eb3', operation='UPDATE', pgid='pgtrigger_update_update_c5729', table='registry_logsignoff', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='logsignoff',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."signed_at", OLD."week_starts_on", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."worker_id"); RETURN NULL;', hash='b9e8b86ca3e82eb17ad686fa9e9b313d66c45522', operation='DELETE', pgid='pgtrigger_delete_delete_fc5f4', table='registry_logsignoff', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='logaudit',
            constraint=models.UniqueConstraint(fields=('practice', 'week_starts_on'), name='log_audit_once_a_week'),
        ),
        migrations.AddConstraint(
            model_name='digest',
            constraint=models.UniqueConstraint(fields=('user', 'practice', 'day'), name='digest_once_a_day'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='closedmonthevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b22b53181600e32bfb5427e88cf1104553d09d38', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ac5a9', table='registry_closedmonthevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='closedmonth',
            constraint=models.UniqueConstraint(fields=('practice', 'month'), name='closed_month_once'),
        ),
        migrations.AddConstraint(
            model_name='closedmonth',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='closed_month_on_the_first'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='closedmonth',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id"); RETURN NULL;', hash='367c2dd790ebbccff287b5b8f765bb2a68631ba0', operation='INSERT', pgid='pgtrigger_insert_insert_11f8d', table='registry_closedmonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='closedmonth',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id"); RETURN NULL;', hash='277fd5d0792116b75a6627d134b80cb6705555e1', operation='UPDATE', pgid='pgtrigger_update_update_b5933', table='registry_closedmonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='closedmonth',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."id", OLD."month", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id"); RETURN NULL;', hash='9b00b970ec8daa0e3c491c9c1f18dd7a7d131abe', operation='DELETE', pgid='pgtrigger_delete_delete_beacd', table='registry_closedmonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='clinicianevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='63b06a71d2472b7cdb3f89eb2fc82349a5ce195d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9e7b0', table='registry_clinicianevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='clinician',
            constraint=models.UniqueConstraint(condition=models.Q(('source_id', ''), _negated=True), fields=('practice', 'source_id'), name='clinician_once_per_source'),
        ),
        migrations.AddConstraint(
            model_name='clinician',
            constraint=models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('practice', 'user'), name='clinician_once_per_user'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='clinician',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."credentials", NEW."email", NEW."first_name", NEW."id", NEW."kind", NEW."last_name", NEW."npi", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."source_id", NEW."taxonomy", NEW."user_id"); RETURN NULL;', hash='055acccb5e5770991938f62b9edd9158e314fa6a', operation='INSERT', pgid='pgtrigger_insert_insert_e9ade', table='registry_clinician', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='clinician',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."credentials", NEW."email", NEW."first_name", NEW."id", NEW."kind", NEW."last_name", NEW."npi", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."source_id", NEW."taxonomy", NEW."user_id"); RETURN NULL;', hash='b86e406b4ac3754fd36b76081a6fa2b7fa24ea01', operation='UPDATE', pgid='pgtrigger_update_update_a4c5b', table='registry_clinician', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='clinician',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."credentials", OLD."email", OLD."first_name", OLD."id", OLD."kind", OLD."last_name", OLD."npi", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."source_id", OLD."taxonomy", OLD."user_id"); RETURN NULL;', hash='17f3470e4c7fcdfa52852c71e09aa99cc2903c58', operation='DELETE', pgid='pgtrigger_delete_delete_00cc0', table='registry_clinician', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='478bd81101064c6042bfd9600bd3a60c164f372d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9f57b', table='registry_caseloadviewevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='caseloadview',
            constraint=models.UniqueConstraint(fields=('user', 'practice', 'name'), name='caseload_view_once_by_name'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."user_id", NEW."wanted"); RETURN NULL;', hash='3f28561903c70125d00ebd1284d36d0a87f2cf20', operation='INSERT', pgid='pgtrigger_insert_insert_ae9a9', table='registry_caseloadview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."user_id", NEW."wanted"); RETURN NULL;', hash='3d113bb0a9d0bf9f76421eac8f80214f276609a4', operation='UPDATE', pgid='pgtrigger_update_update_e717f', table='registry_caseloadview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (OLD."created_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."user_id", OLD."wanted"); RETURN NULL;', hash='ffee97a68568d309cfa8e9a2cbd93d8b5c64d545', operation='DELETE', pgid='pgtrigger_delete_delete_1fe6f', table='registry_caseloadview', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadmeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0fb9ba5e7a8b1d93d451b9e88733f2e73a52c375', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a7c1f', table='registry_caseloadmeetingevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='caseloadmeeting',
            index=models.Index(fields=['care_manager', 'started_at'], name='registry_ca_care_ma_2ba020_idx'),
        ),
        migrations.AddConstraint(
            model_name='caseloadmeeting',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', True), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='caseload_meeting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='caseloadmeeting',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('consultant',), name='caseload_meeting_one_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadmeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (NEW."care_manager_id", NEW."consultant_id", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."started_at"); RETURN NULL;', hash='8e0668dfe6a1fc97a2ac36c064c39644eac7c4a9', operation='INSERT', pgid='pgtrigger_insert_insert_3539e', table='registry_caseloadmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadmeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (NEW."care_manager_id", NEW."consultant_id", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."started_at"); RETURN NULL;', hash='64d506ec3dd1baa5c770e8ff52c2174af3093cc3', operation='UPDATE', pgid='pgtrigger_update_update_c54b2', table='registry_caseloadmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='caseloadmeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (OLD."care_manager_id", OLD."consultant_id", OLD."ended_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."started_at"); RETURN NULL;', hash='e3e68338ddb9fab1c71d99e0f9d0143e31822e73', operation='DELETE', pgid='pgtrigger_delete_delete_f5070', table='registry_caseloadmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='practiceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6ecdc185ddd197dfc962fdf5487f5b537a527b13', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8c9cb', table='registry_practiceevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), models.Q(('answered_at__isnull', True), ('answered_by__isnull', True)), _connector='OR'), name='referral_answered_paired'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['waiting', 'accepted'])), fields=('patient',), name='referral_one_under_way'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'accepted', 'enrolled', 'declined', 'withdrawn'])), name='referral_state_known'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='referral_answered_unless_waiting'),
        ),
        migrations.AddConstraint(
            model_name='referral',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('episode__isnull', False), ('state', 'enrolled')), models.Q(models.Q(('state', 'enrolled'), _negated=True), ('episode__isnull', True)), _connector='OR'), name='referral_enrolled_has_its_episode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."episode_id", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."program", NEW."reason", NEW."referred_at", NEW."referred_by_id", NEW."state", NEW."wanted_care_manager_id"); RETURN NULL;', hash='57a96484267a1b7b448497bb758d0d6168803091', operation='INSERT', pgid='pgtrigger_insert_insert_62a25', table='registry_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."episode_id", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."program", NEW."reason", NEW."referred_at", NEW."referred_by_id", NEW."state", NEW."wanted_care_manager_id"); RETURN NULL;', hash='37379f02c46d06307cd8e03919ff32de988f6a66', operation='UPDATE', pgid='pgtrigger_update_update_4ca7c', table='registry_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (OLD."answer_note", OLD."answered_at", OLD."answered_by_id", OLD."episode_id", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."program", OLD."reason", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."wanted_care_manager_id"); RETURN NULL;', hash='66a79571aabcd366184b6914828753cae115f6d6', operation='DELETE', pgid='pgtrigger_delete_delete_ddb30', table='registry_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referralevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bcbe7ee7f32830f0c8e99523ab7704c090e8a4d4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2f258', table='registry_referralevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relapseplan',
            trigger=pgtrigger.compiler.Trigger(name='plan_written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='ab48390fadc50870ee65206d1dc2aaa56b2ef9ca', operation='UPDATE', pgid='pgtrigger_plan_written_once_a7b19', table='registry_relapseplan', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relapseplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (NEW."episode_id", NEW."id", NEW."made_on", NEW."next_score_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."treatment", NEW."warning_signs", NEW."what_helps", NEW."who_to_call"); RETURN NULL;', hash='8641a2ea187ac0a46d30d92a35ac971b1dfa8dc0', operation='INSERT', pgid='pgtrigger_insert_insert_f5613', table='registry_relapseplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relapseplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (NEW."episode_id", NEW."id", NEW."made_on", NEW."next_score_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."treatment", NEW."warning_signs", NEW."what_helps", NEW."who_to_call"); RETURN NULL;', hash='1ea2dab17139fd718f020798860da439f303dabe', operation='UPDATE', pgid='pgtrigger_update_update_82f7b', table='registry_relapseplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relapseplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (OLD."episode_id", OLD."id", OLD."made_on", OLD."next_score_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."treatment", OLD."warning_signs", OLD."what_helps", OLD."who_to_call"); RETURN NULL;', hash='0c7461b79556e1f490628c1abc13002cebace94d', operation='DELETE', pgid='pgtrigger_delete_delete_c1c84', table='registry_relapseplan', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='relapseplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a486d6fd898e2a25ce8c05d0ff64f4368b6ae6b4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8a0c4', table='registry_relapseplanevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reviewanswer',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['accepted', 'modified', 'declined'])), name='review_answer_known'),
        ),
        migrations.AddConstraint(
            model_name='reviewanswer',
            constraint=models.CheckConstraint(condition=models.Q(('answered_by__isnull', False), ('link__isnull', False), _connector='OR'), name='review_answer_is_somebody_s'),
        ),
        migrations.AddConstraint(
            model_name='reviewanswer',
            constraint=models.CheckConstraint(condition=models.Q(('answer', 'accepted'), models.Q(('note', ''), _negated=True), _connector='OR'), name='review_answer_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewanswer',
            trigger=pgtrigger.compiler.Trigger(name='answer_written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='8f559fe38370008f33935e7ff43d2668ab6b0f76', operation='UPDATE', pgid='pgtrigger_answer_written_once_f8899', table='registry_reviewanswer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewanswer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."link_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_id"); RETURN NULL;', hash='1bd28eb3d3268811504424ee08a530136e6f22dc', operation='INSERT', pgid='pgtrigger_insert_insert_1732b', table='registry_reviewanswer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewanswer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."link_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_id"); RETURN NULL;', hash='f7ccd97c04e3bde415bbd642dbd3a6787b838f56', operation='UPDATE', pgid='pgtrigger_update_update_639a4', table='registry_reviewanswer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewanswer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."id", OLD."link_id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."review_id"); RETURN NULL;', hash='48b02229a4984beb87847e879bfab85741d725c1', operation='DELETE', pgid='pgtrigger_delete_delete_b95a4', table='registry_reviewanswer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewanswerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3fb60db7110ad2e12dc2e9ae6d18ce0a9cfa12e2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_85e7c', table='registry_reviewanswerevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='reviewdraft',
            constraint=models.UniqueConstraint(fields=('episode', 'author'), name='review_draft_one_each_author'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewrequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (NEW."answered_by_review_id", NEW."episode_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."requested_at", NEW."requested_by_id"); RETURN NULL;', hash='12fd78d5aaf2d37d0c484a5f6aefd6396eed959d', operation='INSERT', pgid='pgtrigger_insert_insert_bcf9b', table='registry_reviewrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewrequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (NEW."answered_by_review_id", NEW."episode_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."requested_at", NEW."requested_by_id"); RETURN NULL;', hash='ccc0a478d039d3d9bdabd936e93af60e9c5e4880', operation='UPDATE', pgid='pgtrigger_update_update_83139', table='registry_reviewrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewrequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (OLD."answered_by_review_id", OLD."episode_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."requested_at", OLD."requested_by_id"); RETURN NULL;', hash='539c20e67b3a1ac1bffba12eee484be0fe034525', operation='DELETE', pgid='pgtrigger_delete_delete_ee751', table='registry_reviewrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reviewrequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0225f7eaf3363d2e3617586cf84fe8fb3644dc0f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_95311', table='registry_reviewrequestevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='safetyflag',
            index=models.Index(condition=models.Q(('acknowledged_at', None)), fields=['patient'], name='safety_flag_open'),
        ),
        migrations.AddConstraint(
            model_name='safetyflag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('acknowledged_at__isnull', False), ('acknowledged_by__isnull', False)), models.Q(('acknowledged_at__isnull', True), ('acknowledged_by__isnull', True)), _connector='OR'), name='safety_flag_acknowledged_paired'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='safetyflag',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."action_taken", NEW."answer", NEW."id", NEW."measure_id", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_at"); RETURN NULL;', hash='a7a8f50b5cb1e519b442a16f279b8f715c973955', operation='INSERT', pgid='pgtrigger_insert_insert_4f8b5', table='registry_safetyflag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='safetyflag',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."action_taken", NEW."answer", NEW."id", NEW."measure_id", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_at"); RETURN NULL;', hash='708af34c990c23d58948dfbcbfb41153a3ab3587', operation='UPDATE', pgid='pgtrigger_update_update_2b23b', table='registry_safetyflag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='safetyflag',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (OLD."acknowledged_at", OLD."acknowledged_by_id", OLD."action_taken", OLD."answer", OLD."id", OLD."measure_id", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."raised_at"); RETURN NULL;', hash='8fe69da7858c34d78a867f3f7021563c95af6d2f', operation='DELETE', pgid='pgtrigger_delete_delete_0251d', table='registry_safetyflag', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='safetyflagevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3908b1b0b3da7f30b5e70defd8a9e5e9e162a092', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_15a3f', table='registry_safetyflagevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='servicemonth',
            index=models.Index(fields=['practice', 'month'], name='registry_se_practic_2d86d1_idx'),
        ),
        migrations.AddConstraint(
            model_name='servicemonth',
            constraint=models.UniqueConstraint(fields=('patient', 'month'), name='service_month_once'),
        ),
        migrations.AddConstraint(
            model_name='servicemonth',
            constraint=models.CheckConstraint(condition=models.Q(('month__day', 1)), name='service_month_starts_on_the_first'),
        ),
        migrations.AddConstraint(
            model_name='servicemonth',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='service_month_closed_paired'),
        ),
        migrations.AddConstraint(
            model_name='servicemonth',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reopened_at__isnull', False), ('reopened_by__isnull', False)), models.Q(('reopened_at__isnull', True), ('reopened_by__isnull', True)), _connector='OR'), name='service_month_reopened_paired'),
        ),
        migrations.AddConstraint(
            model_name='servicemonth',
            constraint=models.CheckConstraint(condition=models.Q(('starts_at__lt', models.F('ends_at'))), name='service_month_starts_before_end'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicemonth',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (NEW."close_reason", NEW."closed_at", NEW."closed_by_id", NEW."ends_at", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."reopen_reason", NEW."reopened_at", NEW."reopened_by_id", NEW."starts_at"); RETURN NULL;', hash='5c5a4194ea8d9ad26d4f8589c25830451bc21409', operation='INSERT', pgid='pgtrigger_insert_insert_d8c3a', table='registry_servicemonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicemonth',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."close_reason" IS DISTINCT FROM (NEW."close_reason") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by_id" IS DISTINCT FROM (NEW."closed_by_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."month" IS DISTINCT FROM (NEW."month") OR OLD."patient_id" IS DISTINCT FROM (NEW."patient_id") OR OLD."practice_id" IS DISTINCT FROM (NEW."practice_id") OR OLD."reopen_reason" IS DISTINCT FROM (NEW."reopen_reason") OR OLD."reopened_at" IS DISTINCT FROM (NEW."reopened_at") OR OLD."reopened_by_id" IS DISTINCT FROM (NEW."reopened_by_id") OR OLD."starts_at" IS DISTINCT FROM (NEW."starts_at"))', func='INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (NEW."close_reason", NEW."closed_at", NEW."closed_by_id", NEW."ends_at", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."reopen_reason", NEW."reopened_at", NEW."reopened_by_id", NEW."starts_at"); RETURN NULL;', hash='2a42e39d01c9bb30bbe4e9720a423fd365aec7e1', operation='UPDATE', pgid='pgtrigger_update_update_ba096', table='registry_servicemonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicemonth',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (OLD."close_reason", OLD."closed_at", OLD."closed_by_id", OLD."ends_at", OLD."id", OLD."month", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."reopen_reason", OLD."reopened_at", OLD."reopened_by_id", OLD."starts_at"); RETURN NULL;', hash='6dd4e222bd21f9dd5fb72d2644d54ad8fb8b1e14', operation='DELETE', pgid='pgtrigger_delete_delete_5b470', table='registry_servicemonth', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='servicemonthevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='72684dff89ae7afe361b658c28c2e657e18b4bbc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4cc44', table='registry_servicemonthevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='site',
            constraint=models.UniqueConstraint(fields=('practice', 'name'), name='site_once_per_name'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='site',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_open", NEW."name", NEW."npi", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_of_service", NEW."practice_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='f8147aa9fa36fd47ce47cd11b609564d1eb25dba', operation='INSERT', pgid='pgtrigger_insert_insert_9e5f0', table='registry_site', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='site',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_open", NEW."name", NEW."npi", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_of_service", NEW."practice_id", NEW."state", NEW."zip_code"); RETURN NULL;', hash='48fc7e53b5a831bcf79cd659ee60df4b1d5e4d6c', operation='UPDATE', pgid='pgtrigger_update_update_9c718', table='registry_site', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='site',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (OLD."address", OLD."city", OLD."created_at", OLD."created_by_id", OLD."id", OLD."is_open", OLD."name", OLD."npi", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_of_service", OLD."practice_id", OLD."state", OLD."zip_code"); RETURN NULL;', hash='84efe84e442dbcae87922ddee4161d7ff105af4e', operation='DELETE', pgid='pgtrigger_delete_delete_78bdd', table='registry_site', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='episodeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3470012134c13717dc28cf338bf10b0400a9bc41', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8b6c1', table='registry_episodeevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='episode',
            index=models.Index(condition=models.Q(('ended_on', None)), fields=['care_manager'], name='episode_open_by_manager'),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='episode_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', False), ('closed_by__isnull', False)), models.Q(('closed_at__isnull', True), ('closed_by__isnull', True)), _connector='OR'), name='episode_closed_paired'),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_on__isnull', True)), models.Q(('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='episode_end_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=models.CheckConstraint(condition=models.Q(('program__in', ['cocm', 'bhi'])), name='episode_program_known'),
        ),
        migrations.AddConstraint(
            model_name='episode',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func(models.F('patient_id'), models.F('patient_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('started_on'), models.F('ended_on'), models.Value('[]'), function='daterange'), '&&')], name='episode_no_two_at_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='episode',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (NEW."care_manager_id", NEW."closed_at", NEW."closed_by_id", NEW."consultant_id", NEW."end_reason", NEW."ended_on", NEW."enrolled_at", NEW."enrolled_by_id", NEW."id", NEW."initiating_visit_on", NEW."non_duplication_note", NEW."outside_therapy_same_condition", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."program", NEW."site_id", NEW."started_on", NEW."treating_practitioner_id"); RETURN NULL;', hash='1dd3e3fcd9c64bb1b2849259c8475b8c2702ee59', operation='INSERT', pgid='pgtrigger_insert_insert_0d158', table='registry_episode', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='episode',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (NEW."care_manager_id", NEW."closed_at", NEW."closed_by_id", NEW."consultant_id", NEW."end_reason", NEW."ended_on", NEW."enrolled_at", NEW."enrolled_by_id", NEW."id", NEW."initiating_visit_on", NEW."non_duplication_note", NEW."outside_therapy_same_condition", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."program", NEW."site_id", NEW."started_on", NEW."treating_practitioner_id"); RETURN NULL;', hash='458bf8af0a189864a74e998cf736b27eab7d2f4d', operation='UPDATE', pgid='pgtrigger_update_update_0f987', table='registry_episode', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='episode',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (OLD."care_manager_id", OLD."closed_at", OLD."closed_by_id", OLD."consultant_id", OLD."end_reason", OLD."ended_on", OLD."enrolled_at", OLD."enrolled_by_id", OLD."id", OLD."initiating_visit_on", OLD."non_duplication_note", OLD."outside_therapy_same_condition", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."program", OLD."site_id", OLD."started_on", OLD."treating_practitioner_id"); RETURN NULL;', hash='4c10e2eabd0d741b7532007192d867cc708a3813', operation='DELETE', pgid='pgtrigger_delete_delete_0b446', table='registry_episode', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='siteevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9068f47d2be0c55dd969f583aae61ee8810e5855', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6f350', table='registry_siteevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='stay',
            index=models.Index(fields=['patient', 'from_date'], name='registry_st_patient_2ad755_idx'),
        ),
        migrations.AddConstraint(
            model_name='stay',
            constraint=models.CheckConstraint(condition=models.Q(('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='stay_ends_after_start'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stay',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."to_date"); RETURN NULL;', hash='b319bd150bdb6233377d38f3434ca860188caa75', operation='INSERT', pgid='pgtrigger_insert_insert_f4bdc', table='registry_stay', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stay',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."to_date"); RETURN NULL;', hash='92471b73de13b4a4b148012dd85eaff54836043c', operation='UPDATE', pgid='pgtrigger_update_update_06e19', table='registry_stay', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stay',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_id", OLD."to_date"); RETURN NULL;', hash='867dbd9cce2ea5ad46974e30f33d7a681ff1c9fc', operation='DELETE', pgid='pgtrigger_delete_delete_a35c5', table='registry_stay', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stayevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2fdb091ccc255f244ddae336a326af5cb6f8487f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dc908', table='registry_stayevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='timecut',
            index=models.Index(fields=['worker', 'made_at'], name='registry_ti_worker__d18faf_idx'),
        ),
        migrations.AddConstraint(
            model_name='timecut',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), models.Q(('undone_at__isnull', True), ('undone_by__isnull', True)), _connector='OR'), name='time_cut_undone_paired'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timecut',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (NEW."choice", NEW."created", NEW."id", NEW."made_at", NEW."made_by_id", NEW."moved_from", NEW."moved_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice_id", NEW."said", NEW."undone_at", NEW."undone_by_id", NEW."voided", NEW."worker_id"); RETURN NULL;', hash='4a482660785c7a311c9374645d51d12073864775', operation='INSERT', pgid='pgtrigger_insert_insert_d0dc8', table='registry_timecut', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timecut',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (NEW."choice", NEW."created", NEW."id", NEW."made_at", NEW."made_by_id", NEW."moved_from", NEW."moved_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice_id", NEW."said", NEW."undone_at", NEW."undone_by_id", NEW."voided", NEW."worker_id"); RETURN NULL;', hash='f39be0bed92450eda868aaff94085ef2cfcdd40c', operation='UPDATE', pgid='pgtrigger_update_update_dc71d', table='registry_timecut', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timecut',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (OLD."choice", OLD."created", OLD."id", OLD."made_at", OLD."made_by_id", OLD."moved_from", OLD."moved_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."practice_id", OLD."said", OLD."undone_at", OLD."undone_by_id", OLD."voided", OLD."worker_id"); RETURN NULL;', hash='bdb9748273b1d2549ae5e41c76c6cbc42b9c5a55', operation='DELETE', pgid='pgtrigger_delete_delete_27333', table='registry_timecut', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timecutevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='85a0c3b63002d587daafc9c167b0d69710f4d92f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8f797', table='registry_timecutevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='timeentryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eff8fee94604768de23974eef67d3a3670298e96', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f5727', table='registry_timeentryevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='transfer',
            constraint=models.CheckConstraint(condition=models.Q(('from_care_manager', models.F('to_care_manager')), _negated=True), name='transfer_to_somebody_else'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transfer',
            trigger=pgtrigger.compiler.Trigger(name='written_once', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='49387f25ced65bc671fbd075593f8402633fc6c6', operation='UPDATE', pgid='pgtrigger_written_once_b563a', table='registry_transfer', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transfer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (NEW."episode_id", NEW."from_care_manager_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."to_care_manager_id", NEW."transferred_at", NEW."transferred_by_id"); RETURN NULL;', hash='63864a0b5b222e733eb3c4966ed62af04768a933', operation='INSERT', pgid='pgtrigger_insert_insert_c5c60', table='registry_transfer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transfer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (NEW."episode_id", NEW."from_care_manager_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."to_care_manager_id", NEW."transferred_at", NEW."transferred_by_id"); RETURN NULL;', hash='803c68246f27ab858d5cc90c862256e8d2b55aeb', operation='UPDATE', pgid='pgtrigger_update_update_c8716', table='registry_transfer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transfer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (OLD."episode_id", OLD."from_care_manager_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."to_care_manager_id", OLD."transferred_at", OLD."transferred_by_id"); RETURN NULL;', hash='d700b186e520920f5ec0aead86152f54c991e34f', operation='DELETE', pgid='pgtrigger_delete_delete_db217', table='registry_transfer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='transferevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f815bc383d0cffdc2c997d4ac5dc25fd60926054', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_abf56', table='registry_transferevent', when='BEFORE')),
        ),
        migrations.AddIndex(
            model_name='treatment',
            index=models.Index(fields=['patient', 'started_on'], name='registry_tr_patient_b358d6_idx'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='treatment_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), _connector='OR'), name='treatment_ended_paired'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('voided_at__isnull', False), ('voided_by__isnull', False)), models.Q(('voided_at__isnull', True), ('voided_by__isnull', True)), _connector='OR'), name='treatment_voided_paired'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_at__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='treatment_end_has_its_reason'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at__isnull', True)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='treatment_void_has_its_reason'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['medicine', 'therapy', 'other'])), name='treatment_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='treatment',
            constraint=models.UniqueConstraint(models.F('patient'), django.db.models.functions.text.Lower('name'), condition=models.Q(('ended_on', None), ('voided_at', None)), name='treatment_one_dose_at_a_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."dose", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."name", NEW."patient_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."prescriber", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='725618aa99259b9bd7b684f3ca354ef486c6d61f', operation='INSERT', pgid='pgtrigger_insert_insert_24ae7', table='registry_treatment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."dose", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."name", NEW."patient_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."prescriber", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;', hash='5205a2002bc1c8be111aa7d1a15da723ed1ab6f8', operation='UPDATE', pgid='pgtrigger_update_update_9a850', table='registry_treatment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."dose", OLD."end_reason", OLD."ended_at", OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."kind", OLD."name", OLD."patient_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."prescriber", OLD."recorded_at", OLD."recorded_by_id", OLD."started_on", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;', hash='e2dbc2501573a242ae0cd45b26cb64d7aeed6dbb', operation='DELETE', pgid='pgtrigger_delete_delete_70817', table='registry_treatment', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='treatmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b3e6e8d87ad78678689dd0234457bedcf1c9cfec', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6ea07', table='registry_treatmentevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='userevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bf7d69055bee1ad6c59d7cfa5a00aca12b0f6bdd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4acf6', table='registry_userevent', when='BEFORE')),
        ),
            ],
        ),
    ]
