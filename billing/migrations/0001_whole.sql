CREATE FUNCTION public.pgtrigger_answer_as_it_came_aeb2d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0a1c6() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_0afc1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_28c2e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_2b100() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_2e52e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_3041e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_4ca5b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_531c1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5af20() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_5b1b8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_ab07e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_af60a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_cf4b4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_d4876() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_append_only_dbe9d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_approved_is_frozen_13c91() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_claimed_at_once_39bc2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;

    INSERT INTO billing_claimedmonth (claim_id, organization_id, member, person, family, month)
    SELECT NEW.id, practice.organization_id, (
    CASE WHEN coverage.member_id ~ '[A-Za-z0-9]' THEN encode(sha256(convert_to(concat_ws(' ',
        upper(regexp_replace(coverage.member_id, '[^A-Za-z0-9]', '', 'g')),
        to_char(patient.birth_date, 'YYYYMMDD'),
        CASE WHEN coverage.relationship <> '18'
            THEN lower(regexp_replace(patient.first_name, '[^[:alpha:]]', '', 'g')) END
    ), 'UTF8')), 'hex') END
), encode(sha256(convert_to(concat_ws(' ',
    coalesce(nullif(regexp_replace(normalize(lower(patient.last_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.last_name)), coalesce(nullif(regexp_replace(normalize(lower(patient.first_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.first_name)),
    to_char(patient.birth_date, 'YYYYMMDD'), patient.sex
), 'UTF8')), 'hex'), NEW.family, NEW.month
    FROM registry_patient AS patient
    JOIN registry_practice AS practice ON practice.id = NEW.practice_id
    JOIN registry_coverage AS coverage
        ON coverage.id = NEW.coverage_id AND coverage.patient_id = patient.id
    WHERE patient.id = NEW.patient_id AND coverage.member_id ~ '[A-Za-z0-9]'
; RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_claimed_while_it_stands_76e87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;

            IF NEW.state IN ('approved', 'sent') THEN
    INSERT INTO billing_claimedmonth (claim_id, organization_id, member, person, family, month)
    SELECT NEW.id, practice.organization_id, (
    CASE WHEN coverage.member_id ~ '[A-Za-z0-9]' THEN encode(sha256(convert_to(concat_ws(' ',
        upper(regexp_replace(coverage.member_id, '[^A-Za-z0-9]', '', 'g')),
        to_char(patient.birth_date, 'YYYYMMDD'),
        CASE WHEN coverage.relationship <> '18'
            THEN lower(regexp_replace(patient.first_name, '[^[:alpha:]]', '', 'g')) END
    ), 'UTF8')), 'hex') END
), encode(sha256(convert_to(concat_ws(' ',
    coalesce(nullif(regexp_replace(normalize(lower(patient.last_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.last_name)), coalesce(nullif(regexp_replace(normalize(lower(patient.first_name), NFD), '[^a-z0-9]', '', 'g'), ''), lower(patient.first_name)),
    to_char(patient.birth_date, 'YYYYMMDD'), patient.sex
), 'UTF8')), 'hex'), NEW.family, NEW.month
    FROM registry_patient AS patient
    JOIN registry_practice AS practice ON practice.id = NEW.practice_id
    JOIN registry_coverage AS coverage
        ON coverage.id = NEW.coverage_id AND coverage.patient_id = patient.id
    WHERE patient.id = NEW.patient_id AND coverage.member_id ~ '[A-Za-z0-9]'
;
            ELSE DELETE FROM billing_claimedmonth WHERE claim_id = NEW.id;
            END IF;
            RETURN NULL;

                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1832e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (OLD."active_from", OLD."active_to", OLD."amount", OLD."code", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."is_unconfirmed", OLD."kind", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1e295() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (OLD."active_from", OLD."active_to", OLD."approved_at", OLD."approved_by_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."overrides", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."preset", OLD."reasons", OLD."review_by", OLD."reviewed_at", OLD."reviewed_by_id", OLD."set_aside_at", OLD."set_aside_by_id", OLD."source", OLD."source_address", OLD."tested_at", OLD."tested_by_id", OLD."tested_months", OLD."untested_why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_221a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (OLD."adjustments", OLD."charge", OLD."claim_id", OLD."claim_id_said", OLD."id", OLD."matched_at", OLD."matched_by_id", OLD."paid", OLD."patient_responsibility", OLD."patient_said", OLD."payer_control_number", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."remarks", OLD."remittance_id", OLD."segment", OLD."served_on", OLD."set_aside_at", OLD."set_aside_by_id", OLD."set_aside_reason", OLD."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_25e58() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimevent" ("approved_at", "approved_by_id", "correction_reason", "corrects_id", "counted_seconds", "coverage_id", "date_of_service", "decided_at", "decided_by_id", "engine", "episode_id", "facts", "family", "fingerprint", "frequency", "id", "is_final", "later", "later_left", "later_left_at", "later_left_by_id", "minutes_short", "month", "outcome", "own_holds", "patient_id", "payer_claim_number", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "practice_id", "rules", "run_id", "sent_at", "sent_by_id", "set_aside", "set_aside_at", "set_aside_by_id", "set_aside_reason", "state", "total_charge", "total_expected", "verdict", "worked_seconds") VALUES (OLD."approved_at", OLD."approved_by_id", OLD."correction_reason", OLD."corrects_id", OLD."counted_seconds", OLD."coverage_id", OLD."date_of_service", OLD."decided_at", OLD."decided_by_id", OLD."engine", OLD."episode_id", OLD."facts", OLD."family", OLD."fingerprint", OLD."frequency", OLD."id", OLD."is_final", OLD."later", OLD."later_left", OLD."later_left_at", OLD."later_left_by_id", OLD."minutes_short", OLD."month", OLD."outcome", OLD."own_holds", OLD."patient_id", OLD."payer_claim_number", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."policy_id", OLD."practice_id", OLD."rules", OLD."run_id", OLD."sent_at", OLD."sent_by_id", OLD."set_aside", OLD."set_aside_at", OLD."set_aside_by_id", OLD."set_aside_reason", OLD."state", OLD."total_charge", OLD."total_expected", OLD."verdict", OLD."worked_seconds"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_3afdc() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."folder", OLD."host", OLD."host_key", OLD."id", OLD."kind", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."port", OLD."practice_id", OLD."secret_kind", OLD."username"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4553a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (OLD."ends_on", OLD."id", OLD."is_listed", OLD."label", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."revoked_at", OLD."revoked_by_id", OLD."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_641c4() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (OLD."amount", OLD."changed_at", OLD."changed_by_id", OLD."claim_id", OLD."code", OLD."due_on", OLD."group", OLD."id", OLD."note", OLD."opened_at", OLD."owner_id", OLD."payer_id", OLD."payment_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."reason", OLD."remarks", OLD."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_76a36() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."also_named", OLD."appeal_days", OLD."claim_form", OLD."clinician_id", OLD."filing_days", OLD."id", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_79c1d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_codepairevent" ("active_from", "active_to", "code_a", "code_b", "effect", "id", "kind", "modifier_indicator", "pays", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "scope", "source", "why") VALUES (OLD."active_from", OLD."active_to", OLD."code_a", OLD."code_b", OLD."effect", OLD."id", OLD."kind", OLD."modifier_indicator", OLD."pays", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."release_id", OLD."scope", OLD."source", OLD."why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_8f9df() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (OLD."changed_at", OLD."changed_by_id", OLD."consultant_fee", OLD."full_time", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."salary"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_9719b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (OLD."arrived_as", OLD."destination_id", OLD."id", OLD."part_name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."problem", OLD."queued_at", OLD."queued_by_id", OLD."reason", OLD."sent_at", OLD."state", OLD."submission_id", OLD."tries", OLD."try_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ba023() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (OLD."content", OLD."control_number", OLD."file_name", OLD."form", OLD."id", OLD."is_production", OLD."made_at", OLD."made_by_id", OLD."month", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."receiver_id", OLD."receiver_name", OLD."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d9b12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (OLD."active_from", OLD."file_name", OLD."id", OLD."kind", OLD."loaded_at", OLD."loaded_by_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e8c38() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (OLD."bill_type", OLD."facility_address", OLD."facility_city", OLD."facility_name", OLD."facility_npi", OLD."facility_state", OLD."facility_zip", OLD."form_x", OLD."form_y", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."revenue_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ebde8() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_unitcapevent" ("active_from", "active_to", "code", "id", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "source", "units", "why") VALUES (OLD."active_from", OLD."active_to", OLD."code", OLD."id", OLD."indicator", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."release_id", OLD."source", OLD."units", OLD."why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_00a80() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (NEW."adjustments", NEW."charge", NEW."claim_id", NEW."claim_id_said", NEW."id", NEW."matched_at", NEW."matched_by_id", NEW."paid", NEW."patient_responsibility", NEW."patient_said", NEW."payer_control_number", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."remarks", NEW."remittance_id", NEW."segment", NEW."served_on", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_022d0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."also_named", NEW."appeal_days", NEW."claim_form", NEW."clinician_id", NEW."filing_days", NEW."id", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_02e12() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (NEW."arrived_as", NEW."destination_id", NEW."id", NEW."part_name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."problem", NEW."queued_at", NEW."queued_by_id", NEW."reason", NEW."sent_at", NEW."state", NEW."submission_id", NEW."tries", NEW."try_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2aa97() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."active_from", NEW."file_name", NEW."id", NEW."kind", NEW."loaded_at", NEW."loaded_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4e5dd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (NEW."active_from", NEW."active_to", NEW."amount", NEW."code", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_unconfirmed", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_6d322() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (NEW."active_from", NEW."active_to", NEW."approved_at", NEW."approved_by_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."overrides", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."preset", NEW."reasons", NEW."review_by", NEW."reviewed_at", NEW."reviewed_by_id", NEW."set_aside_at", NEW."set_aside_by_id", NEW."source", NEW."source_address", NEW."tested_at", NEW."tested_by_id", NEW."tested_months", NEW."untested_why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_84fd2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."folder", NEW."host", NEW."host_key", NEW."id", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."port", NEW."practice_id", NEW."secret_kind", NEW."username"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_88681() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."consultant_fee", NEW."full_time", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."salary"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_aa9c7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (NEW."ends_on", NEW."id", NEW."is_listed", NEW."label", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."revoked_at", NEW."revoked_by_id", NEW."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ae85b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (NEW."content", NEW."control_number", NEW."file_name", NEW."form", NEW."id", NEW."is_production", NEW."made_at", NEW."made_by_id", NEW."month", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."receiver_id", NEW."receiver_name", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_afd86() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (NEW."amount", NEW."changed_at", NEW."changed_by_id", NEW."claim_id", NEW."code", NEW."due_on", NEW."group", NEW."id", NEW."note", NEW."opened_at", NEW."owner_id", NEW."payer_id", NEW."payment_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."reason", NEW."remarks", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b8476() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (NEW."bill_type", NEW."facility_address", NEW."facility_city", NEW."facility_name", NEW."facility_npi", NEW."facility_state", NEW."facility_zip", NEW."form_x", NEW."form_y", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."revenue_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_as_applied_d34ae() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_kept_as_made_2ef87() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_line_payment_kept_b4288() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_month_close_kept_5d97a() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_month_reopening_kept_17190() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_packet_kept_as_made_29079() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_packet_look_kept_4ca46() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_payment_amounts_as_they_came_91903() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_payment_never_deleted_e52c0() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_received_as_it_came_3b6d3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_received_never_deleted_2e7c5() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_remittance_as_it_came_1537d() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_19c4b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerpolicyevent" ("active_from", "active_to", "approved_at", "approved_by_id", "entered_at", "entered_by_id", "id", "overrides", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "preset", "reasons", "review_by", "reviewed_at", "reviewed_by_id", "set_aside_at", "set_aside_by_id", "source", "source_address", "tested_at", "tested_by_id", "tested_months", "untested_why") VALUES (NEW."active_from", NEW."active_to", NEW."approved_at", NEW."approved_by_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."overrides", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."preset", NEW."reasons", NEW."review_by", NEW."reviewed_at", NEW."reviewed_by_id", NEW."set_aside_at", NEW."set_aside_by_id", NEW."source", NEW."source_address", NEW."tested_at", NEW."tested_by_id", NEW."tested_months", NEW."untested_why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_3cf69() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_submissionevent" ("content", "control_number", "file_name", "form", "id", "is_production", "made_at", "made_by_id", "month", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "receiver_id", "receiver_name", "sha256") VALUES (NEW."content", NEW."control_number", NEW."file_name", NEW."form", NEW."id", NEW."is_production", NEW."made_at", NEW."made_by_id", NEW."month", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."receiver_id", NEW."receiver_name", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4017c() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_feeevent" ("active_from", "active_to", "amount", "code", "entered_at", "entered_by_id", "id", "is_unconfirmed", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source") VALUES (NEW."active_from", NEW."active_to", NEW."amount", NEW."code", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."is_unconfirmed", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."source"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_490bd() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_carecostevent" ("changed_at", "changed_by_id", "consultant_fee", "full_time", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "salary") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."consultant_fee", NEW."full_time", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."salary"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5b36e() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimevent" ("approved_at", "approved_by_id", "correction_reason", "corrects_id", "counted_seconds", "coverage_id", "date_of_service", "decided_at", "decided_by_id", "engine", "episode_id", "facts", "family", "fingerprint", "frequency", "id", "is_final", "later", "later_left", "later_left_at", "later_left_by_id", "minutes_short", "month", "outcome", "own_holds", "patient_id", "payer_claim_number", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "policy_id", "practice_id", "rules", "run_id", "sent_at", "sent_by_id", "set_aside", "set_aside_at", "set_aside_by_id", "set_aside_reason", "state", "total_charge", "total_expected", "verdict", "worked_seconds") VALUES (NEW."approved_at", NEW."approved_by_id", NEW."correction_reason", NEW."corrects_id", NEW."counted_seconds", NEW."coverage_id", NEW."date_of_service", NEW."decided_at", NEW."decided_by_id", NEW."engine", NEW."episode_id", NEW."facts", NEW."family", NEW."fingerprint", NEW."frequency", NEW."id", NEW."is_final", NEW."later", NEW."later_left", NEW."later_left_at", NEW."later_left_by_id", NEW."minutes_short", NEW."month", NEW."outcome", NEW."own_holds", NEW."patient_id", NEW."payer_claim_number", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."policy_id", NEW."practice_id", NEW."rules", NEW."run_id", NEW."sent_at", NEW."sent_by_id", NEW."set_aside", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."state", NEW."total_charge", NEW."total_expected", NEW."verdict", NEW."worked_seconds"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5cfbf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_destinationevent" ("changed_at", "changed_by_id", "folder", "host", "host_key", "id", "kind", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "port", "practice_id", "secret_kind", "username") VALUES (NEW."changed_at", NEW."changed_by_id", NEW."folder", NEW."host", NEW."host_key", NEW."id", NEW."kind", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."port", NEW."practice_id", NEW."secret_kind", NEW."username"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_78558() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_denialevent" ("amount", "changed_at", "changed_by_id", "claim_id", "code", "due_on", "group", "id", "note", "opened_at", "owner_id", "payer_id", "payment_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reason", "remarks", "state") VALUES (NEW."amount", NEW."changed_at", NEW."changed_by_id", NEW."claim_id", NEW."code", NEW."due_on", NEW."group", NEW."id", NEW."note", NEW."opened_at", NEW."owner_id", NEW."payer_id", NEW."payment_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."reason", NEW."remarks", NEW."state"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8e4a7() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimpaymentevent" ("adjustments", "charge", "claim_id", "claim_id_said", "id", "matched_at", "matched_by_id", "paid", "patient_responsibility", "patient_said", "payer_control_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "remarks", "remittance_id", "segment", "served_on", "set_aside_at", "set_aside_by_id", "set_aside_reason", "status") VALUES (NEW."adjustments", NEW."charge", NEW."claim_id", NEW."claim_id_said", NEW."id", NEW."matched_at", NEW."matched_by_id", NEW."paid", NEW."patient_responsibility", NEW."patient_said", NEW."payer_control_number", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."remarks", NEW."remittance_id", NEW."segment", NEW."served_on", NEW."set_aside_at", NEW."set_aside_by_id", NEW."set_aside_reason", NEW."status"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a6263() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_codereleaseevent" ("active_from", "file_name", "id", "kind", "loaded_at", "loaded_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256") VALUES (NEW."active_from", NEW."file_name", NEW."id", NEW."kind", NEW."loaded_at", NEW."loaded_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_aa766() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_payerclaimsettingsevent" ("also_named", "appeal_days", "claim_form", "clinician_id", "filing_days", "id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."also_named", NEW."appeal_days", NEW."claim_form", NEW."clinician_id", NEW."filing_days", NEW."id", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b10a3() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_codepairevent" ("active_from", "active_to", "code_a", "code_b", "effect", "id", "kind", "modifier_indicator", "pays", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "scope", "source", "why") VALUES (NEW."active_from", NEW."active_to", NEW."code_a", NEW."code_b", NEW."effect", NEW."id", NEW."kind", NEW."modifier_indicator", NEW."pays", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."release_id", NEW."scope", NEW."source", NEW."why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b9583() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_deliveryevent" ("arrived_as", "destination_id", "id", "part_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "queued_at", "queued_by_id", "reason", "sent_at", "state", "submission_id", "tries", "try_at") VALUES (NEW."arrived_as", NEW."destination_id", NEW."id", NEW."part_name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."problem", NEW."queued_at", NEW."queued_by_id", NEW."reason", NEW."sent_at", NEW."state", NEW."submission_id", NEW."tries", NEW."try_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_be763() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_unitcapevent" ("active_from", "active_to", "code", "id", "indicator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "release_id", "source", "units", "why") VALUES (NEW."active_from", NEW."active_to", NEW."code", NEW."id", NEW."indicator", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."release_id", NEW."source", NEW."units", NEW."why"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e6f56() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_claimsettingsevent" ("bill_type", "facility_address", "facility_city", "facility_name", "facility_npi", "facility_state", "facility_zip", "form_x", "form_y", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revenue_code") VALUES (NEW."bill_type", NEW."facility_address", NEW."facility_city", NEW."facility_name", NEW."facility_npi", NEW."facility_state", NEW."facility_zip", NEW."form_x", NEW."form_y", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."revenue_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fae9b() RETURNS trigger
    LANGUAGE plpgsql
    AS $$

                BEGIN
                    IF ("public"._pgtrigger_should_ignore(TG_NAME) IS TRUE) THEN
                        IF (TG_OP = 'DELETE') THEN
                            RETURN OLD;
                        ELSE
                            RETURN NEW;
                        END IF;
                    END IF;
                    INSERT INTO "billing_packetshareevent" ("ends_on", "id", "is_listed", "label", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "revoked_at", "revoked_by_id", "token_sha256") VALUES (NEW."ends_on", NEW."id", NEW."is_listed", NEW."label", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."revoked_at", NEW."revoked_by_id", NEW."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE TABLE public.billing_answer (
    id bigint NOT NULL,
    kind character varying(5) NOT NULL,
    segment integer NOT NULL,
    reference character varying(80) NOT NULL,
    verdict character varying(8) NOT NULL,
    sentences jsonb NOT NULL,
    payer_control_number character varying(80) NOT NULL,
    claim_id bigint,
    submission_id bigint,
    file_id bigint NOT NULL,
    CONSTRAINT billing_answer_segment_check CHECK ((segment >= 0))
);

CREATE TABLE public.billing_appliedpolicy (
    id bigint NOT NULL,
    mark character varying(64) NOT NULL,
    document jsonb NOT NULL
);

CREATE TABLE public.billing_carecost (
    id bigint NOT NULL,
    salary numeric(9,2),
    full_time numeric(5,2) NOT NULL,
    consultant_fee numeric(9,2),
    changed_at timestamp with time zone,
    changed_by_id bigint,
    practice_id bigint NOT NULL,
    CONSTRAINT care_cost_changed_paired CHECK ((((changed_at IS NOT NULL) AND (changed_by_id IS NOT NULL)) OR ((changed_at IS NULL) AND (changed_by_id IS NULL)))),
    CONSTRAINT care_cost_not_below_zero CHECK (((full_time >= (0)::numeric) AND ((salary IS NULL) OR (salary >= (0)::numeric)) AND ((consultant_fee IS NULL) OR (consultant_fee >= (0)::numeric))))
);

CREATE TABLE public.billing_carecostevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    salary numeric(9,2),
    full_time numeric(5,2) NOT NULL,
    consultant_fee numeric(9,2),
    changed_at timestamp with time zone,
    changed_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.billing_claim (
    id bigint NOT NULL,
    family character varying(12) NOT NULL,
    month date NOT NULL,
    state character varying(8) NOT NULL,
    outcome character varying(12) NOT NULL,
    is_final boolean NOT NULL,
    date_of_service date,
    worked_seconds integer NOT NULL,
    counted_seconds integer NOT NULL,
    minutes_short integer,
    total_charge numeric(10,2),
    rules character varying(40)[] NOT NULL,
    own_holds jsonb NOT NULL,
    facts text NOT NULL,
    verdict text NOT NULL,
    engine character varying(16) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    later jsonb,
    decided_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    sent_at timestamp with time zone,
    approved_by_id bigint,
    coverage_id bigint,
    decided_by_id bigint NOT NULL,
    episode_id bigint,
    patient_id bigint NOT NULL,
    payer_id bigint,
    policy_id bigint,
    practice_id bigint NOT NULL,
    sent_by_id bigint,
    run_id bigint,
    total_expected numeric(10,2),
    correction_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    corrects_id bigint,
    frequency character varying(1) DEFAULT '1'::character varying NOT NULL,
    later_left jsonb,
    later_left_at timestamp with time zone,
    later_left_by_id bigint,
    payer_claim_number character varying(50) DEFAULT ''::character varying NOT NULL,
    set_aside character varying(4) DEFAULT ''::character varying NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_by_id bigint,
    set_aside_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT billing_claim_counted_seconds_check CHECK ((counted_seconds >= 0)),
    CONSTRAINT billing_claim_minutes_short_check CHECK ((minutes_short >= 0)),
    CONSTRAINT billing_claim_worked_seconds_check CHECK ((worked_seconds >= 0)),
    CONSTRAINT claim_approved_is_billable CHECK ((((state)::text = 'draft'::text) OR ((outcome)::text = 'billable'::text))),
    CONSTRAINT claim_approved_paired CHECK ((((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)) OR ((approved_at IS NULL) AND (approved_by_id IS NULL)))),
    CONSTRAINT claim_correction_says_of_what_and_why CHECK ((((corrects_id IS NULL) AND ((frequency)::text = '1'::text)) OR ((corrects_id IS NOT NULL) AND (NOT ((correction_reason)::text = ''::text))))),
    CONSTRAINT claim_decided_was_approved CHECK ((((state)::text = 'draft'::text) OR (approved_at IS NOT NULL))),
    CONSTRAINT claim_later_left_paired CHECK ((((later_left_at IS NOT NULL) AND (later_left_by_id IS NOT NULL)) OR ((later_left_at IS NULL) AND (later_left_by_id IS NULL)))),
    CONSTRAINT claim_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT claim_sent_paired CHECK ((((sent_at IS NOT NULL) AND (sent_by_id IS NOT NULL)) OR ((sent_at IS NULL) AND (sent_by_id IS NULL)))),
    CONSTRAINT claim_set_aside_is_a_draft_and_says_why CHECK ((((set_aside)::text = ''::text) OR (((state)::text = 'draft'::text) AND (NOT ((set_aside_reason)::text = ''::text))))),
    CONSTRAINT claim_set_aside_paired CHECK ((((set_aside_at IS NOT NULL) AND (set_aside_by_id IS NOT NULL)) OR ((set_aside_at IS NULL) AND (set_aside_by_id IS NULL))))
);

CREATE TABLE public.billing_claimedmonth (
    claim_id bigint NOT NULL,
    member character varying(64) NOT NULL,
    family character varying(12) NOT NULL,
    month date NOT NULL,
    organization_id bigint NOT NULL,
    person character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT claimed_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.billing_claimevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    family character varying(12) NOT NULL,
    month date NOT NULL,
    state character varying(8) NOT NULL,
    outcome character varying(12) NOT NULL,
    is_final boolean NOT NULL,
    date_of_service date,
    worked_seconds integer NOT NULL,
    counted_seconds integer NOT NULL,
    minutes_short integer,
    total_charge numeric(10,2),
    rules character varying(40)[] NOT NULL,
    own_holds jsonb NOT NULL,
    facts text NOT NULL,
    verdict text NOT NULL,
    engine character varying(16) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    later jsonb,
    decided_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    sent_at timestamp with time zone,
    approved_by_id bigint,
    coverage_id bigint,
    decided_by_id bigint NOT NULL,
    episode_id bigint,
    patient_id bigint NOT NULL,
    payer_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    policy_id bigint,
    practice_id bigint NOT NULL,
    sent_by_id bigint,
    run_id bigint,
    total_expected numeric(10,2),
    correction_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    corrects_id bigint,
    frequency character varying(1) DEFAULT '1'::character varying NOT NULL,
    later_left jsonb,
    later_left_at timestamp with time zone,
    later_left_by_id bigint,
    payer_claim_number character varying(50) DEFAULT ''::character varying NOT NULL,
    set_aside character varying(4) DEFAULT ''::character varying NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_by_id bigint,
    set_aside_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT billing_claimevent_counted_seconds_check CHECK ((counted_seconds >= 0)),
    CONSTRAINT billing_claimevent_minutes_short_check CHECK ((minutes_short >= 0)),
    CONSTRAINT billing_claimevent_worked_seconds_check CHECK ((worked_seconds >= 0))
);

CREATE TABLE public.billing_claimline (
    id bigint NOT NULL,
    "position" smallint NOT NULL,
    code character varying(5) NOT NULL,
    units smallint NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    charge numeric(10,2),
    claim_id bigint NOT NULL,
    allowed numeric(10,2),
    expected numeric(10,2) GENERATED ALWAYS AS (
CASE
    WHEN (allowed IS NOT NULL) THEN LEAST(allowed, charge)
    ELSE NULL::numeric
END) STORED,
    CONSTRAINT billing_claimline_position_check CHECK (("position" >= 0)),
    CONSTRAINT billing_claimline_units_check CHECK ((units >= 0)),
    CONSTRAINT claim_line_has_units CHECK ((units >= 1))
);

CREATE TABLE public.billing_claimpayment (
    id bigint NOT NULL,
    segment integer NOT NULL,
    claim_id_said character varying(80) NOT NULL,
    status character varying(2) NOT NULL,
    charge numeric(12,2) NOT NULL,
    paid numeric(12,2) NOT NULL,
    patient_responsibility numeric(12,2) NOT NULL,
    payer_control_number character varying(80) NOT NULL,
    served_on date,
    patient_said jsonb NOT NULL,
    adjustments jsonb NOT NULL,
    remarks character varying(10)[] NOT NULL,
    matched_at timestamp with time zone,
    set_aside_at timestamp with time zone,
    set_aside_reason character varying(200) NOT NULL,
    claim_id bigint,
    matched_by_id bigint,
    set_aside_by_id bigint,
    remittance_id bigint NOT NULL,
    CONSTRAINT billing_claimpayment_segment_check CHECK ((segment >= 0)),
    CONSTRAINT claim_payment_matched_paired CHECK ((((matched_at IS NOT NULL) AND (matched_by_id IS NOT NULL)) OR ((matched_at IS NULL) AND (matched_by_id IS NULL)))),
    CONSTRAINT claim_payment_set_aside_has_a_reason CHECK (((set_aside_at IS NULL) OR ((claim_id IS NULL) AND (NOT ((set_aside_reason)::text = ''::text))))),
    CONSTRAINT claim_payment_set_aside_paired CHECK ((((set_aside_at IS NOT NULL) AND (set_aside_by_id IS NOT NULL)) OR ((set_aside_at IS NULL) AND (set_aside_by_id IS NULL))))
);

CREATE TABLE public.billing_claimpaymentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    segment integer NOT NULL,
    claim_id_said character varying(80) NOT NULL,
    status character varying(2) NOT NULL,
    charge numeric(12,2) NOT NULL,
    paid numeric(12,2) NOT NULL,
    patient_responsibility numeric(12,2) NOT NULL,
    payer_control_number character varying(80) NOT NULL,
    served_on date,
    patient_said jsonb NOT NULL,
    adjustments jsonb NOT NULL,
    remarks character varying(10)[] NOT NULL,
    matched_at timestamp with time zone,
    set_aside_at timestamp with time zone,
    set_aside_reason character varying(200) NOT NULL,
    claim_id bigint,
    matched_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    set_aside_by_id bigint,
    remittance_id bigint NOT NULL,
    CONSTRAINT billing_claimpaymentevent_segment_check CHECK ((segment >= 0))
);

CREATE TABLE public.billing_claimsettings (
    id bigint NOT NULL,
    facility_name character varying(60) NOT NULL,
    facility_npi character varying(10) NOT NULL,
    facility_address character varying(55) NOT NULL,
    facility_city character varying(30) NOT NULL,
    facility_state character varying(2) NOT NULL,
    facility_zip character varying(9) NOT NULL,
    bill_type character varying(2) NOT NULL,
    revenue_code character varying(4) NOT NULL,
    form_x numeric(4,1) NOT NULL,
    form_y numeric(4,1) NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.billing_claimsettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    facility_name character varying(60) NOT NULL,
    facility_npi character varying(10) NOT NULL,
    facility_address character varying(55) NOT NULL,
    facility_city character varying(30) NOT NULL,
    facility_state character varying(2) NOT NULL,
    facility_zip character varying(9) NOT NULL,
    bill_type character varying(2) NOT NULL,
    revenue_code character varying(4) NOT NULL,
    form_x numeric(4,1) NOT NULL,
    form_y numeric(4,1) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.billing_codepair (
    id bigint NOT NULL,
    code_a character varying(5) NOT NULL,
    code_b character varying(5) NOT NULL,
    kind character varying(9) NOT NULL,
    scope character varying(4) NOT NULL,
    effect character varying(4) NOT NULL,
    modifier_indicator smallint,
    pays character varying(5) NOT NULL,
    why character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    release_id bigint NOT NULL,
    CONSTRAINT billing_codepair_modifier_indicator_check CHECK ((modifier_indicator >= 0)),
    CONSTRAINT code_pair_edits_have_an_indicator CHECK (((((kind)::text = 'same_date'::text) AND (modifier_indicator = ANY (ARRAY[0, 1, 9]))) OR (((kind)::text = 'month'::text) AND (modifier_indicator IS NULL)))),
    CONSTRAINT code_pair_ends_after_start CHECK (((active_to IS NULL) OR (active_to >= active_from))),
    CONSTRAINT code_pair_lower_code_first CHECK (((code_a)::text < (code_b)::text)),
    CONSTRAINT code_pair_pays_one_of_the_two CHECK ((((pays)::text = ''::text) OR ((pays)::text = (code_a)::text) OR ((pays)::text = (code_b)::text)))
);

CREATE TABLE public.billing_codepairevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code_a character varying(5) NOT NULL,
    code_b character varying(5) NOT NULL,
    kind character varying(9) NOT NULL,
    scope character varying(4) NOT NULL,
    effect character varying(4) NOT NULL,
    modifier_indicator smallint,
    pays character varying(5) NOT NULL,
    why character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    release_id bigint NOT NULL,
    CONSTRAINT billing_codepairevent_modifier_indicator_check CHECK ((modifier_indicator >= 0))
);

CREATE TABLE public.billing_coderelease (
    id bigint NOT NULL,
    kind character varying(3) NOT NULL,
    active_from date NOT NULL,
    file_name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    loaded_by_id bigint NOT NULL
);

CREATE TABLE public.billing_codereleaseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(3) NOT NULL,
    active_from date NOT NULL,
    file_name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    loaded_at timestamp with time zone NOT NULL,
    loaded_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

CREATE TABLE public.billing_controlnumber (
    organization_id bigint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT billing_controlnumber_last_check CHECK ((last >= 0))
);

CREATE TABLE public.billing_delivery (
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    reason character varying(200) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    try_at timestamp with time zone NOT NULL,
    part_name character varying(160) NOT NULL,
    problem character varying(400) NOT NULL,
    arrived_as character varying(400) NOT NULL,
    sent_at timestamp with time zone,
    queued_by_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    destination_id bigint NOT NULL,
    CONSTRAINT billing_delivery_tries_check CHECK ((tries >= 0)),
    CONSTRAINT delivery_failed_says_why CHECK (((NOT ((state)::text = 'failed'::text)) OR (NOT ((problem)::text = ''::text)))),
    CONSTRAINT delivery_sent_says_when CHECK ((((sent_at IS NOT NULL) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (sent_at IS NULL))))
);

CREATE TABLE public.billing_deliveryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    state character varying(8) NOT NULL,
    reason character varying(200) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    try_at timestamp with time zone NOT NULL,
    part_name character varying(160) NOT NULL,
    problem character varying(400) NOT NULL,
    arrived_as character varying(400) NOT NULL,
    sent_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    queued_by_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    destination_id bigint NOT NULL,
    CONSTRAINT billing_deliveryevent_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.billing_denial (
    id bigint NOT NULL,
    code character varying(48) NOT NULL,
    "group" character varying(2) NOT NULL,
    reason character varying(5) NOT NULL,
    remarks character varying(10)[] NOT NULL,
    amount numeric(12,2) NOT NULL,
    state character varying(12) NOT NULL,
    due_on date,
    note text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone,
    changed_by_id bigint,
    claim_id bigint NOT NULL,
    owner_id bigint,
    payer_id bigint,
    payment_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT denial_changed_paired CHECK ((((changed_at IS NOT NULL) AND (changed_by_id IS NOT NULL)) OR ((changed_at IS NULL) AND (changed_by_id IS NULL)))),
    CONSTRAINT denial_of_an_amount CHECK ((amount > (0)::numeric)),
    CONSTRAINT denial_written_off_says_why CHECK (((NOT ((state)::text = 'written_off'::text)) OR (NOT (note = ''::text))))
);

CREATE TABLE public.billing_denialevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(48) NOT NULL,
    "group" character varying(2) NOT NULL,
    reason character varying(5) NOT NULL,
    remarks character varying(10)[] NOT NULL,
    amount numeric(12,2) NOT NULL,
    state character varying(12) NOT NULL,
    due_on date,
    note text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone,
    changed_by_id bigint,
    claim_id bigint NOT NULL,
    owner_id bigint,
    payer_id bigint,
    payment_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.billing_destination (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    folder character varying(200) NOT NULL,
    host character varying(253) NOT NULL,
    port integer NOT NULL,
    username character varying(64) NOT NULL,
    secret_kind character varying(8) NOT NULL,
    secret text NOT NULL,
    host_key character varying(1000) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint NOT NULL,
    payer_id bigint,
    practice_id bigint NOT NULL,
    CONSTRAINT billing_destination_port_check CHECK ((port >= 0)),
    CONSTRAINT destination_sftp_is_whole CHECK (((NOT ((kind)::text = 'sftp'::text)) OR ((NOT ((host)::text = ''::text)) AND (NOT ((username)::text = ''::text)) AND (NOT (secret = ''::text)) AND (NOT ((host_key)::text = ''::text)))))
);

CREATE TABLE public.billing_destinationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    folder character varying(200) NOT NULL,
    host character varying(253) NOT NULL,
    port integer NOT NULL,
    username character varying(64) NOT NULL,
    secret_kind character varying(8) NOT NULL,
    host_key character varying(1000) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by_id bigint NOT NULL,
    payer_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT billing_destinationevent_port_check CHECK ((port >= 0))
);

CREATE TABLE public.billing_fee (
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    amount numeric(9,2) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint NOT NULL,
    payer_id bigint,
    practice_id bigint NOT NULL,
    is_unconfirmed boolean NOT NULL,
    kind character varying(7) NOT NULL,
    CONSTRAINT fee_above_zero CHECK ((amount > (0)::numeric)),
    CONSTRAINT fee_ends_after_start CHECK (((active_to IS NULL) OR (active_to >= active_from)))
);

CREATE TABLE public.billing_feeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    amount numeric(9,2) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    entered_by_id bigint NOT NULL,
    payer_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    is_unconfirmed boolean NOT NULL,
    kind character varying(7) NOT NULL
);

CREATE TABLE public.billing_linepayment (
    id bigint NOT NULL,
    segment integer NOT NULL,
    code character varying(48) NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    units numeric(9,2) NOT NULL,
    charge numeric(12,2) NOT NULL,
    paid numeric(12,2) NOT NULL,
    allowed numeric(12,2),
    adjustments jsonb NOT NULL,
    remarks character varying(10)[] NOT NULL,
    line_id bigint,
    payment_id bigint NOT NULL,
    CONSTRAINT billing_linepayment_segment_check CHECK ((segment >= 0))
);

CREATE TABLE public.billing_monthclose (
    id bigint NOT NULL,
    month date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    accepted jsonb NOT NULL,
    document text NOT NULL,
    sha256 character varying(64) NOT NULL,
    closed_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT month_close_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.billing_monthreopening (
    id bigint NOT NULL,
    reopened_at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    close_id bigint NOT NULL,
    reopened_by_id bigint NOT NULL,
    CONSTRAINT month_reopening_says_why CHECK ((NOT ((reason)::text = ''::text)))
);

CREATE TABLE public.billing_packet (
    id bigint NOT NULL,
    pdf bytea NOT NULL,
    pdf_sha256 character varying(64) NOT NULL,
    pages integer NOT NULL,
    document bytea NOT NULL,
    document_sha256 character varying(64) NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    claim_id bigint NOT NULL,
    made_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT billing_packet_pages_check CHECK ((pages >= 0))
);

CREATE TABLE public.billing_packetlook (
    id bigint NOT NULL,
    kind character varying(4) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    packet_id bigint,
    share_id bigint,
    CONSTRAINT packet_look_of_something CHECK (((((kind)::text = 'link'::text) AND (packet_id IS NULL) AND (share_id IS NOT NULL)) OR ((NOT ((kind)::text = 'link'::text)) AND (packet_id IS NOT NULL))))
);

CREATE TABLE public.billing_packetplace (
    id bigint NOT NULL,
    "position" integer NOT NULL,
    problem character varying(300) NOT NULL,
    done_at timestamp with time zone,
    claim_id bigint NOT NULL,
    packet_id bigint,
    sample_id bigint NOT NULL,
    CONSTRAINT billing_packetplace_position_check CHECK (("position" >= 0)),
    CONSTRAINT packet_place_done_says_how CHECK ((((done_at IS NULL) AND (packet_id IS NULL) AND ((problem)::text = ''::text)) OR ((done_at IS NOT NULL) AND (packet_id IS NOT NULL) AND ((problem)::text = ''::text)) OR ((done_at IS NOT NULL) AND (packet_id IS NULL) AND (NOT ((problem)::text = ''::text)))))
);

CREATE TABLE public.billing_packetsample (
    id bigint NOT NULL,
    label character varying(80) NOT NULL,
    first_month date,
    last_month date,
    numbers bigint[] NOT NULL,
    size integer,
    seed character varying(40) NOT NULL,
    matched integer NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    failed integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    payer_id bigint,
    practice_id bigint NOT NULL,
    CONSTRAINT billing_packetsample_done_check CHECK ((done >= 0)),
    CONSTRAINT billing_packetsample_failed_check CHECK ((failed >= 0)),
    CONSTRAINT billing_packetsample_matched_check CHECK ((matched >= 0)),
    CONSTRAINT billing_packetsample_size_check CHECK ((size >= 0)),
    CONSTRAINT billing_packetsample_total_check CHECK ((total >= 0)),
    CONSTRAINT packet_sample_drawn_has_a_seed CHECK (((size IS NULL) OR (NOT ((seed)::text = ''::text)))),
    CONSTRAINT packet_sample_first_month_on_the_first CHECK ((EXTRACT(day FROM first_month) = (1)::numeric)),
    CONSTRAINT packet_sample_last_month_on_the_first CHECK ((EXTRACT(day FROM last_month) = (1)::numeric)),
    CONSTRAINT packet_sample_months_in_order CHECK (((last_month IS NULL) OR (last_month >= first_month))),
    CONSTRAINT packet_sample_not_empty CHECK ((total >= 1))
);

CREATE TABLE public.billing_packetshare (
    id bigint NOT NULL,
    label character varying(80) NOT NULL,
    is_listed boolean NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    ends_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    revoked_by_id bigint,
    CONSTRAINT packet_share_revoked_paired CHECK ((((revoked_at IS NOT NULL) AND (revoked_by_id IS NOT NULL)) OR ((revoked_at IS NULL) AND (revoked_by_id IS NULL))))
);

CREATE TABLE public.billing_packetshareevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    label character varying(80) NOT NULL,
    is_listed boolean NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    ends_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    revoked_by_id bigint
);

CREATE TABLE public.billing_payerclaimsettings (
    id bigint NOT NULL,
    also_named character varying(12) NOT NULL,
    claim_form character varying(4) NOT NULL,
    clinician_id bigint,
    payer_id bigint NOT NULL,
    appeal_days smallint,
    filing_days smallint,
    CONSTRAINT billing_payerclaimsettings_appeal_days_check CHECK ((appeal_days >= 0)),
    CONSTRAINT billing_payerclaimsettings_filing_days_check CHECK ((filing_days >= 0)),
    CONSTRAINT payer_claims_name_a_supervisor CHECK (((NOT ((also_named)::text = 'supervising'::text)) OR (clinician_id IS NOT NULL))),
    CONSTRAINT payer_clocks_have_days CHECK ((((filing_days IS NULL) OR (filing_days >= 1)) AND ((appeal_days IS NULL) OR (appeal_days >= 1))))
);

CREATE TABLE public.billing_payerclaimsettingsevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    also_named character varying(12) NOT NULL,
    claim_form character varying(4) NOT NULL,
    clinician_id bigint,
    payer_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    appeal_days smallint,
    filing_days smallint,
    CONSTRAINT billing_payerclaimsettingsevent_appeal_days_check CHECK ((appeal_days >= 0)),
    CONSTRAINT billing_payerclaimsettingsevent_filing_days_check CHECK ((filing_days >= 0))
);

CREATE TABLE public.billing_payerpolicy (
    id bigint NOT NULL,
    preset character varying(40) NOT NULL,
    overrides jsonb NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source character varying(300) NOT NULL,
    source_address character varying(300) NOT NULL,
    review_by date,
    entered_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    entered_by_id bigint NOT NULL,
    payer_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    reasons jsonb NOT NULL,
    reviewed_at timestamp with time zone,
    reviewed_by_id bigint,
    tested_at timestamp with time zone,
    tested_by_id bigint,
    tested_months jsonb NOT NULL,
    untested_why character varying(300) NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_by_id bigint,
    CONSTRAINT payer_policy_approved_by_another CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = entered_by_id) AND (approved_by_id IS NOT NULL))))),
    CONSTRAINT payer_policy_approved_paired CHECK ((((approved_at IS NOT NULL) AND (approved_by_id IS NOT NULL)) OR ((approved_at IS NULL) AND (approved_by_id IS NULL)))),
    CONSTRAINT payer_policy_ends_after_start CHECK (((active_to IS NULL) OR (active_to >= active_from))),
    CONSTRAINT payer_policy_reviewed_paired CHECK ((((reviewed_at IS NOT NULL) AND (reviewed_by_id IS NOT NULL)) OR ((reviewed_at IS NULL) AND (reviewed_by_id IS NULL)))),
    CONSTRAINT payer_policy_set_aside_paired CHECK ((((set_aside_at IS NOT NULL) AND (set_aside_by_id IS NOT NULL)) OR ((set_aside_at IS NULL) AND (set_aside_by_id IS NULL)))),
    CONSTRAINT payer_policy_tested_paired CHECK ((((tested_at IS NOT NULL) AND (tested_by_id IS NOT NULL)) OR ((tested_at IS NULL) AND (tested_by_id IS NULL))))
);

CREATE TABLE public.billing_payerpolicyevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    preset character varying(40) NOT NULL,
    overrides jsonb NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source character varying(300) NOT NULL,
    source_address character varying(300) NOT NULL,
    review_by date,
    entered_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    approved_by_id bigint,
    entered_by_id bigint NOT NULL,
    payer_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    reasons jsonb NOT NULL,
    reviewed_at timestamp with time zone,
    reviewed_by_id bigint,
    tested_at timestamp with time zone,
    tested_by_id bigint,
    tested_months jsonb NOT NULL,
    untested_why character varying(300) NOT NULL,
    set_aside_at timestamp with time zone,
    set_aside_by_id bigint
);

CREATE TABLE public.billing_receivedfile (
    id bigint NOT NULL,
    name character varying(200) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    kinds jsonb NOT NULL,
    problem text NOT NULL,
    notes jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    practice_id bigint NOT NULL,
    received_by_id bigint NOT NULL,
    read_at timestamp with time zone
);

CREATE TABLE public.billing_remittance (
    id bigint NOT NULL,
    segment integer NOT NULL,
    payer_name character varying(80) NOT NULL,
    payer_number character varying(80) NOT NULL,
    method character varying(3) NOT NULL,
    trace_number character varying(80) NOT NULL,
    paid_on date,
    amount numeric(14,2) NOT NULL,
    claims_paid numeric(14,2) NOT NULL,
    adjusted numeric(14,2) NOT NULL,
    adjustments jsonb NOT NULL,
    imbalances jsonb NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    file_id bigint NOT NULL,
    payer_id bigint,
    posted_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT billing_remittance_segment_check CHECK ((segment >= 0))
);

CREATE TABLE public.billing_sharedpacket (
    id bigint NOT NULL,
    packet_id bigint NOT NULL,
    share_id bigint NOT NULL
);

CREATE TABLE public.billing_submission (
    id bigint NOT NULL,
    receiver_name character varying(60) NOT NULL,
    receiver_id character varying(15) NOT NULL,
    month date NOT NULL,
    control_number integer NOT NULL,
    is_production boolean NOT NULL,
    file_name character varying(80) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint NOT NULL,
    payer_id bigint,
    practice_id bigint NOT NULL,
    form character varying(4) DEFAULT '837P'::character varying NOT NULL,
    CONSTRAINT billing_submission_control_number_check CHECK ((control_number >= 0)),
    CONSTRAINT submission_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.billing_submissionclaim (
    id bigint NOT NULL,
    clm01 character varying(38) NOT NULL,
    claim_id bigint NOT NULL,
    submission_id bigint NOT NULL,
    coverage_id bigint,
    insurance_type character varying(2) DEFAULT ''::character varying NOT NULL,
    payment_id bigint,
    turn character varying(1) DEFAULT 'P'::character varying NOT NULL,
    CONSTRAINT claim_to_a_later_payer_rests_on_a_payment CHECK ((((turn)::text = 'P'::text) OR ((coverage_id IS NOT NULL) AND (payment_id IS NOT NULL) AND ((turn)::text = ANY ((ARRAY['S'::character varying, 'T'::character varying])::text[])))))
);

CREATE TABLE public.billing_submissiondownload (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    submission_id bigint NOT NULL
);

CREATE TABLE public.billing_submissionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    receiver_name character varying(60) NOT NULL,
    receiver_id character varying(15) NOT NULL,
    month date NOT NULL,
    control_number integer NOT NULL,
    is_production boolean NOT NULL,
    file_name character varying(80) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id bigint NOT NULL,
    payer_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    form character varying(4) DEFAULT '837P'::character varying NOT NULL,
    CONSTRAINT billing_submissionevent_control_number_check CHECK ((control_number >= 0))
);

CREATE TABLE public.billing_trueupchange (
    id bigint NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    claim_id bigint NOT NULL,
    run_id bigint NOT NULL
);

CREATE TABLE public.billing_trueupchunk (
    id bigint NOT NULL,
    patient_ids bigint[] NOT NULL,
    done_at timestamp with time zone,
    run_id bigint NOT NULL
);

CREATE TABLE public.billing_trueupfailure (
    id bigint NOT NULL,
    month date NOT NULL,
    message character varying(300) NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    patient_id bigint NOT NULL,
    run_id bigint NOT NULL
);

CREATE TABLE public.billing_trueuprun (
    id bigint NOT NULL,
    month date NOT NULL,
    kind character varying(12) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    chunks_total integer NOT NULL,
    chunks_done integer NOT NULL,
    patients_total integer NOT NULL,
    patients_done integer NOT NULL,
    written integer NOT NULL,
    unchanged integer NOT NULL,
    kept integer NOT NULL,
    failed integer NOT NULL,
    finished_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    is_partial boolean DEFAULT false NOT NULL,
    CONSTRAINT billing_trueuprun_chunks_done_check CHECK ((chunks_done >= 0)),
    CONSTRAINT billing_trueuprun_chunks_total_check CHECK ((chunks_total >= 0)),
    CONSTRAINT billing_trueuprun_failed_check CHECK ((failed >= 0)),
    CONSTRAINT billing_trueuprun_kept_check CHECK ((kept >= 0)),
    CONSTRAINT billing_trueuprun_patients_done_check CHECK ((patients_done >= 0)),
    CONSTRAINT billing_trueuprun_patients_total_check CHECK ((patients_total >= 0)),
    CONSTRAINT billing_trueuprun_unchanged_check CHECK ((unchanged >= 0)),
    CONSTRAINT billing_trueuprun_written_check CHECK ((written >= 0)),
    CONSTRAINT true_up_run_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.billing_unitcap (
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    units smallint NOT NULL,
    indicator smallint NOT NULL,
    why character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    release_id bigint NOT NULL,
    CONSTRAINT billing_unitcap_indicator_check CHECK ((indicator >= 0)),
    CONSTRAINT billing_unitcap_units_check CHECK ((units >= 0)),
    CONSTRAINT unit_cap_ends_after_start CHECK (((active_to IS NULL) OR (active_to >= active_from))),
    CONSTRAINT unit_cap_indicator_is_known CHECK ((indicator = ANY (ARRAY[1, 2, 3])))
);

CREATE TABLE public.billing_unitcapevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    units smallint NOT NULL,
    indicator smallint NOT NULL,
    why character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    release_id bigint NOT NULL,
    CONSTRAINT billing_unitcapevent_indicator_check CHECK ((indicator >= 0)),
    CONSTRAINT billing_unitcapevent_units_check CHECK ((units >= 0))
);

ALTER TABLE public.billing_answer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_appliedpolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_appliedpolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_carecost ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_carecost_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_carecostevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_carecostevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimpayment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimpayment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimpaymentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimpaymentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_claimsettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_claimsettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_codepair ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_codepair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_codepairevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_codepairevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_coderelease ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_coderelease_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_codereleaseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_codereleaseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_deliveryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_deliveryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_denial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_denial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_denialevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_denialevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_destination ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_destination_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_destinationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_destinationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_fee ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_fee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_feeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_feeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_linepayment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_linepayment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_monthclose ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_monthclose_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_monthreopening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_monthreopening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packetlook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packetlook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packetplace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packetplace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packetsample ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packetsample_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packetshare ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packetshare_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_packetshareevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_packetshareevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_payerclaimsettings ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_payerclaimsettings_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_payerclaimsettingsevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_payerclaimsettingsevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_payerpolicy ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_payerpolicy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_payerpolicyevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_payerpolicyevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_receivedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_receivedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_remittance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_remittance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_sharedpacket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_sharedpacket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_submission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_submissionclaim ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_submissionclaim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_submissiondownload ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_submissiondownload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_submissionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_submissionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_trueupchange ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_trueupchange_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_trueupchunk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_trueupchunk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_trueupfailure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_trueupfailure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_trueuprun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_trueuprun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_unitcap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_unitcap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.billing_unitcapevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.billing_unitcapevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.billing_answer
    ADD CONSTRAINT answer_once_per_segment UNIQUE (file_id, kind, segment);

ALTER TABLE ONLY public.billing_answer
    ADD CONSTRAINT billing_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_appliedpolicy
    ADD CONSTRAINT billing_appliedpolicy_mark_key UNIQUE (mark);

ALTER TABLE ONLY public.billing_appliedpolicy
    ADD CONSTRAINT billing_appliedpolicy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_carecost
    ADD CONSTRAINT billing_carecost_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_carecost
    ADD CONSTRAINT billing_carecost_practice_id_key UNIQUE (practice_id);

ALTER TABLE ONLY public.billing_carecostevent
    ADD CONSTRAINT billing_carecostevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_claimedmonth
    ADD CONSTRAINT billing_claimedmonth_pkey PRIMARY KEY (claim_id);

ALTER TABLE ONLY public.billing_claimevent
    ADD CONSTRAINT billing_claimevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_claimline
    ADD CONSTRAINT billing_claimline_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT billing_claimpayment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_claimpaymentevent
    ADD CONSTRAINT billing_claimpaymentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_claimsettings
    ADD CONSTRAINT billing_claimsettings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_claimsettings
    ADD CONSTRAINT billing_claimsettings_practice_id_key UNIQUE (practice_id);

ALTER TABLE ONLY public.billing_claimsettingsevent
    ADD CONSTRAINT billing_claimsettingsevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_codepair
    ADD CONSTRAINT billing_codepair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_codepairevent
    ADD CONSTRAINT billing_codepairevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_coderelease
    ADD CONSTRAINT billing_coderelease_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_codereleaseevent
    ADD CONSTRAINT billing_codereleaseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_controlnumber
    ADD CONSTRAINT billing_controlnumber_pkey PRIMARY KEY (organization_id);

ALTER TABLE ONLY public.billing_delivery
    ADD CONSTRAINT billing_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_deliveryevent
    ADD CONSTRAINT billing_deliveryevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_denialevent
    ADD CONSTRAINT billing_denialevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_destination
    ADD CONSTRAINT billing_destination_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_destinationevent
    ADD CONSTRAINT billing_destinationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT billing_fee_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_feeevent
    ADD CONSTRAINT billing_feeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_linepayment
    ADD CONSTRAINT billing_linepayment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_monthclose
    ADD CONSTRAINT billing_monthclose_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_monthreopening
    ADD CONSTRAINT billing_monthreopening_close_id_key UNIQUE (close_id);

ALTER TABLE ONLY public.billing_monthreopening
    ADD CONSTRAINT billing_monthreopening_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packet
    ADD CONSTRAINT billing_packet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packetlook
    ADD CONSTRAINT billing_packetlook_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT billing_packetplace_packet_id_key UNIQUE (packet_id);

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT billing_packetplace_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packetsample
    ADD CONSTRAINT billing_packetsample_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packetshare
    ADD CONSTRAINT billing_packetshare_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_packetshare
    ADD CONSTRAINT billing_packetshare_token_sha256_key UNIQUE (token_sha256);

ALTER TABLE ONLY public.billing_packetshareevent
    ADD CONSTRAINT billing_packetshareevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_payerclaimsettings
    ADD CONSTRAINT billing_payerclaimsettings_payer_id_key UNIQUE (payer_id);

ALTER TABLE ONLY public.billing_payerclaimsettings
    ADD CONSTRAINT billing_payerclaimsettings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_payerclaimsettingsevent
    ADD CONSTRAINT billing_payerclaimsettingsevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_payerpolicyevent
    ADD CONSTRAINT billing_payerpolicyevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_receivedfile
    ADD CONSTRAINT billing_receivedfile_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT billing_remittance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_sharedpacket
    ADD CONSTRAINT billing_sharedpacket_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT billing_submission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT billing_submissionclaim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_submissiondownload
    ADD CONSTRAINT billing_submissiondownload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_submissionevent
    ADD CONSTRAINT billing_submissionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_trueupchange
    ADD CONSTRAINT billing_trueupchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_trueupchunk
    ADD CONSTRAINT billing_trueupchunk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_trueupfailure
    ADD CONSTRAINT billing_trueupfailure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_trueuprun
    ADD CONSTRAINT billing_trueuprun_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_unitcap
    ADD CONSTRAINT billing_unitcap_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_unitcapevent
    ADD CONSTRAINT billing_unitcapevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.billing_claimline
    ADD CONSTRAINT claim_line_once UNIQUE (claim_id, "position");

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT claim_once_per_file UNIQUE (submission_id, claim_id);

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT claim_payment_once_per_segment UNIQUE (remittance_id, segment);

ALTER TABLE ONLY public.billing_claimedmonth
    ADD CONSTRAINT claimed_month_once_in_an_organization UNIQUE (organization_id, member, family, month);

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT clm01_once_per_file UNIQUE (submission_id, clm01);

ALTER TABLE ONLY public.billing_codepair
    ADD CONSTRAINT code_pair_one_in_force EXCLUDE USING gist (int8range(hashtextextended((((code_a)::text || (code_b)::text) || (kind)::text), (0)::bigint), hashtextextended((((code_a)::text || (code_b)::text) || (kind)::text), (0)::bigint), '[]'::text) WITH &&, daterange(active_from, active_to, '[]'::text) WITH &&);

ALTER TABLE ONLY public.billing_coderelease
    ADD CONSTRAINT code_release_once_a_quarter UNIQUE (kind, active_from);

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT denial_once_per_reason UNIQUE (payment_id, code, "group", reason);

ALTER TABLE ONLY public.billing_destination
    ADD CONSTRAINT destination_once_per_payer UNIQUE NULLS NOT DISTINCT (practice_id, payer_id);

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT fee_one_in_force EXCLUDE USING gist (int8range(practice_id, practice_id, '[]'::text) WITH &&, int8range(COALESCE(payer_id, (0)::bigint), COALESCE(payer_id, (0)::bigint), '[]'::text) WITH &&, int4range(hashtext((kind)::text), hashtext((kind)::text), '[]'::text) WITH &&, int4range(hashtext((code)::text), hashtext((code)::text), '[]'::text) WITH &&, daterange(active_from, active_to, '[]'::text) WITH &&);

ALTER TABLE ONLY public.billing_linepayment
    ADD CONSTRAINT line_payment_once_per_segment UNIQUE (payment_id, segment);

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT packet_place_in_order UNIQUE (sample_id, "position");

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT packet_place_once_a_claim UNIQUE (sample_id, claim_id);

ALTER TABLE ONLY public.billing_sharedpacket
    ADD CONSTRAINT packet_shared_once UNIQUE (share_id, packet_id);

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT payer_policy_one_in_force EXCLUDE USING gist (int8range(payer_id, payer_id, '[]'::text) WITH &&, daterange(active_from, active_to, '[]'::text) WITH &&) WHERE (((approved_at IS NOT NULL) AND (set_aside_at IS NULL)));

ALTER TABLE ONLY public.billing_receivedfile
    ADD CONSTRAINT received_file_once UNIQUE (practice_id, sha256);

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT remittance_once_per_segment UNIQUE (file_id, segment);

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT submission_control_number_once UNIQUE (practice_id, control_number);

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT submission_file_name_once UNIQUE (practice_id, file_name);

ALTER TABLE ONLY public.billing_trueupchange
    ADD CONSTRAINT true_up_change_once_a_run UNIQUE (run_id, claim_id);

ALTER TABLE ONLY public.billing_unitcap
    ADD CONSTRAINT unit_cap_one_in_force EXCLUDE USING gist (int8range(hashtextextended((code)::text, (0)::bigint), hashtextextended((code)::text, (0)::bigint), '[]'::text) WITH &&, daterange(active_from, active_to, '[]'::text) WITH &&);

CREATE INDEX answer_unmatched ON public.billing_answer USING btree (file_id) WHERE ((claim_id IS NULL) AND (submission_id IS NULL));

CREATE INDEX billing_answer_claim_id_9ca7c5d1 ON public.billing_answer USING btree (claim_id);

CREATE INDEX billing_answer_file_id_a3f9bb20 ON public.billing_answer USING btree (file_id);

CREATE INDEX billing_answer_submission_id_86fdb205 ON public.billing_answer USING btree (submission_id);

CREATE INDEX billing_appliedpolicy_mark_c53abfae_like ON public.billing_appliedpolicy USING btree (mark varchar_pattern_ops);

CREATE INDEX billing_carecost_changed_by_id_10d6838f ON public.billing_carecost USING btree (changed_by_id);

CREATE INDEX billing_carecostevent_changed_by_id_b813250f ON public.billing_carecostevent USING btree (changed_by_id);

CREATE INDEX billing_carecostevent_pgh_context_id_5b3aff36 ON public.billing_carecostevent USING btree (pgh_context_id);

CREATE INDEX billing_carecostevent_pgh_obj_id_1ba6ca15 ON public.billing_carecostevent USING btree (pgh_obj_id);

CREATE INDEX billing_carecostevent_practice_id_d4967e5a ON public.billing_carecostevent USING btree (practice_id);

CREATE INDEX billing_cla_organiz_4f865b_idx ON public.billing_claimedmonth USING btree (organization_id, person, month);

CREATE INDEX billing_cla_practic_7b8133_idx ON public.billing_claim USING btree (practice_id, month, state, outcome);

CREATE INDEX billing_claim_approved_by_id_06b84c5f ON public.billing_claim USING btree (approved_by_id);

CREATE INDEX billing_claim_corrects_id_1273ee98 ON public.billing_claim USING btree (corrects_id);

CREATE INDEX billing_claim_coverage_id_7dbd1585 ON public.billing_claim USING btree (coverage_id);

CREATE INDEX billing_claim_decided_by_id_696906ca ON public.billing_claim USING btree (decided_by_id);

CREATE INDEX billing_claim_episode_id_fb7dd150 ON public.billing_claim USING btree (episode_id);

CREATE INDEX billing_claim_later_left_by_id_1c6ae090 ON public.billing_claim USING btree (later_left_by_id);

CREATE INDEX billing_claim_patient_id_19f0ff53 ON public.billing_claim USING btree (patient_id);

CREATE INDEX billing_claim_payer_id_88b03613 ON public.billing_claim USING btree (payer_id);

CREATE INDEX billing_claim_practice_id_91fd283b ON public.billing_claim USING btree (practice_id);

CREATE INDEX billing_claim_run_id_498d11fd ON public.billing_claim USING btree (run_id);

CREATE INDEX billing_claim_sent_by_id_5d5a212d ON public.billing_claim USING btree (sent_by_id);

CREATE INDEX billing_claim_set_aside_by_id_ff3e51bc ON public.billing_claim USING btree (set_aside_by_id);

CREATE INDEX billing_claimevent_approved_by_id_13ea3d88 ON public.billing_claimevent USING btree (approved_by_id);

CREATE INDEX billing_claimevent_corrects_id_7509b342 ON public.billing_claimevent USING btree (corrects_id);

CREATE INDEX billing_claimevent_coverage_id_9f83b184 ON public.billing_claimevent USING btree (coverage_id);

CREATE INDEX billing_claimevent_decided_by_id_ddb7f72d ON public.billing_claimevent USING btree (decided_by_id);

CREATE INDEX billing_claimevent_episode_id_81a70200 ON public.billing_claimevent USING btree (episode_id);

CREATE INDEX billing_claimevent_later_left_by_id_cf8ecb3b ON public.billing_claimevent USING btree (later_left_by_id);

CREATE INDEX billing_claimevent_patient_id_4825fe4c ON public.billing_claimevent USING btree (patient_id);

CREATE INDEX billing_claimevent_payer_id_e2116d6e ON public.billing_claimevent USING btree (payer_id);

CREATE INDEX billing_claimevent_pgh_context_id_7e71f219 ON public.billing_claimevent USING btree (pgh_context_id);

CREATE INDEX billing_claimevent_pgh_obj_id_89779f2c ON public.billing_claimevent USING btree (pgh_obj_id);

CREATE INDEX billing_claimevent_policy_id_b28dd076 ON public.billing_claimevent USING btree (policy_id);

CREATE INDEX billing_claimevent_practice_id_4cf516fd ON public.billing_claimevent USING btree (practice_id);

CREATE INDEX billing_claimevent_run_id_c8059e2c ON public.billing_claimevent USING btree (run_id);

CREATE INDEX billing_claimevent_sent_by_id_2fafc067 ON public.billing_claimevent USING btree (sent_by_id);

CREATE INDEX billing_claimevent_set_aside_by_id_02c7cf5e ON public.billing_claimevent USING btree (set_aside_by_id);

CREATE INDEX billing_claimline_claim_id_3d501b76 ON public.billing_claimline USING btree (claim_id);

CREATE INDEX billing_claimpayment_claim_id_4a501229 ON public.billing_claimpayment USING btree (claim_id);

CREATE INDEX billing_claimpayment_matched_by_id_66e74231 ON public.billing_claimpayment USING btree (matched_by_id);

CREATE INDEX billing_claimpayment_remittance_id_07456568 ON public.billing_claimpayment USING btree (remittance_id);

CREATE INDEX billing_claimpayment_set_aside_by_id_4fc628ae ON public.billing_claimpayment USING btree (set_aside_by_id);

CREATE INDEX billing_claimpaymentevent_claim_id_46677ceb ON public.billing_claimpaymentevent USING btree (claim_id);

CREATE INDEX billing_claimpaymentevent_matched_by_id_422e6ef0 ON public.billing_claimpaymentevent USING btree (matched_by_id);

CREATE INDEX billing_claimpaymentevent_pgh_context_id_87acdd24 ON public.billing_claimpaymentevent USING btree (pgh_context_id);

CREATE INDEX billing_claimpaymentevent_pgh_obj_id_6c7195d4 ON public.billing_claimpaymentevent USING btree (pgh_obj_id);

CREATE INDEX billing_claimpaymentevent_remittance_id_d61e9a7c ON public.billing_claimpaymentevent USING btree (remittance_id);

CREATE INDEX billing_claimpaymentevent_set_aside_by_id_022026b9 ON public.billing_claimpaymentevent USING btree (set_aside_by_id);

CREATE INDEX billing_claimsettingsevent_pgh_context_id_9d6aec6b ON public.billing_claimsettingsevent USING btree (pgh_context_id);

CREATE INDEX billing_claimsettingsevent_pgh_obj_id_3f1e11de ON public.billing_claimsettingsevent USING btree (pgh_obj_id);

CREATE INDEX billing_claimsettingsevent_practice_id_2d10aa3e ON public.billing_claimsettingsevent USING btree (practice_id);

CREATE INDEX billing_codepair_release_id_de254356 ON public.billing_codepair USING btree (release_id);

CREATE INDEX billing_codepairevent_pgh_context_id_462f7423 ON public.billing_codepairevent USING btree (pgh_context_id);

CREATE INDEX billing_codepairevent_pgh_obj_id_17364e94 ON public.billing_codepairevent USING btree (pgh_obj_id);

CREATE INDEX billing_codepairevent_release_id_0db33512 ON public.billing_codepairevent USING btree (release_id);

CREATE INDEX billing_coderelease_loaded_by_id_54896a90 ON public.billing_coderelease USING btree (loaded_by_id);

CREATE INDEX billing_codereleaseevent_loaded_by_id_1299c6cf ON public.billing_codereleaseevent USING btree (loaded_by_id);

CREATE INDEX billing_codereleaseevent_pgh_context_id_a3ae7481 ON public.billing_codereleaseevent USING btree (pgh_context_id);

CREATE INDEX billing_codereleaseevent_pgh_obj_id_2c284a90 ON public.billing_codereleaseevent USING btree (pgh_obj_id);

CREATE INDEX billing_delivery_destination_id_ccbe7838 ON public.billing_delivery USING btree (destination_id);

CREATE INDEX billing_delivery_queued_by_id_731850a1 ON public.billing_delivery USING btree (queued_by_id);

CREATE INDEX billing_delivery_submission_id_221c55c1 ON public.billing_delivery USING btree (submission_id);

CREATE INDEX billing_deliveryevent_destination_id_37957337 ON public.billing_deliveryevent USING btree (destination_id);

CREATE INDEX billing_deliveryevent_pgh_context_id_604e9b1b ON public.billing_deliveryevent USING btree (pgh_context_id);

CREATE INDEX billing_deliveryevent_pgh_obj_id_a260552f ON public.billing_deliveryevent USING btree (pgh_obj_id);

CREATE INDEX billing_deliveryevent_queued_by_id_d8462bee ON public.billing_deliveryevent USING btree (queued_by_id);

CREATE INDEX billing_deliveryevent_submission_id_8e36bf8f ON public.billing_deliveryevent USING btree (submission_id);

CREATE INDEX billing_den_practic_4b29a8_idx ON public.billing_denial USING btree (practice_id, state, due_on);

CREATE INDEX billing_denial_changed_by_id_f3f159e5 ON public.billing_denial USING btree (changed_by_id);

CREATE INDEX billing_denial_claim_id_af8273c0 ON public.billing_denial USING btree (claim_id);

CREATE INDEX billing_denial_owner_id_35bf44e3 ON public.billing_denial USING btree (owner_id);

CREATE INDEX billing_denial_payer_id_c0478bca ON public.billing_denial USING btree (payer_id);

CREATE INDEX billing_denial_payment_id_5bf63cc6 ON public.billing_denial USING btree (payment_id);

CREATE INDEX billing_denial_practice_id_23bea19a ON public.billing_denial USING btree (practice_id);

CREATE INDEX billing_denialevent_changed_by_id_300ce86c ON public.billing_denialevent USING btree (changed_by_id);

CREATE INDEX billing_denialevent_claim_id_954c7610 ON public.billing_denialevent USING btree (claim_id);

CREATE INDEX billing_denialevent_owner_id_f04f1640 ON public.billing_denialevent USING btree (owner_id);

CREATE INDEX billing_denialevent_payer_id_1089bafd ON public.billing_denialevent USING btree (payer_id);

CREATE INDEX billing_denialevent_payment_id_373e9efb ON public.billing_denialevent USING btree (payment_id);

CREATE INDEX billing_denialevent_pgh_context_id_0de34bdb ON public.billing_denialevent USING btree (pgh_context_id);

CREATE INDEX billing_denialevent_pgh_obj_id_e065e2fe ON public.billing_denialevent USING btree (pgh_obj_id);

CREATE INDEX billing_denialevent_practice_id_9807c221 ON public.billing_denialevent USING btree (practice_id);

CREATE INDEX billing_destination_changed_by_id_da356d33 ON public.billing_destination USING btree (changed_by_id);

CREATE INDEX billing_destination_payer_id_54a79fda ON public.billing_destination USING btree (payer_id);

CREATE INDEX billing_destination_practice_id_a39e9461 ON public.billing_destination USING btree (practice_id);

CREATE INDEX billing_destinationevent_changed_by_id_b98d83a3 ON public.billing_destinationevent USING btree (changed_by_id);

CREATE INDEX billing_destinationevent_payer_id_ae721dcd ON public.billing_destinationevent USING btree (payer_id);

CREATE INDEX billing_destinationevent_pgh_context_id_3560af9a ON public.billing_destinationevent USING btree (pgh_context_id);

CREATE INDEX billing_destinationevent_pgh_obj_id_afbe8231 ON public.billing_destinationevent USING btree (pgh_obj_id);

CREATE INDEX billing_destinationevent_practice_id_2d29124e ON public.billing_destinationevent USING btree (practice_id);

CREATE INDEX billing_fee_entered_by_id_64dbda45 ON public.billing_fee USING btree (entered_by_id);

CREATE INDEX billing_fee_payer_id_a52e68d5 ON public.billing_fee USING btree (payer_id);

CREATE INDEX billing_fee_practice_id_402274d0 ON public.billing_fee USING btree (practice_id);

CREATE INDEX billing_feeevent_entered_by_id_9e3ca97f ON public.billing_feeevent USING btree (entered_by_id);

CREATE INDEX billing_feeevent_payer_id_1cd5fdcd ON public.billing_feeevent USING btree (payer_id);

CREATE INDEX billing_feeevent_pgh_context_id_bae370cb ON public.billing_feeevent USING btree (pgh_context_id);

CREATE INDEX billing_feeevent_pgh_obj_id_00c55a71 ON public.billing_feeevent USING btree (pgh_obj_id);

CREATE INDEX billing_feeevent_practice_id_877b3119 ON public.billing_feeevent USING btree (practice_id);

CREATE INDEX billing_linepayment_line_id_af438634 ON public.billing_linepayment USING btree (line_id);

CREATE INDEX billing_linepayment_payment_id_a1b2de19 ON public.billing_linepayment USING btree (payment_id);

CREATE INDEX billing_mon_practic_5198ab_idx ON public.billing_monthclose USING btree (practice_id, month, closed_at DESC);

CREATE INDEX billing_monthclose_closed_by_id_d41bd953 ON public.billing_monthclose USING btree (closed_by_id);

CREATE INDEX billing_monthclose_practice_id_93bc7197 ON public.billing_monthclose USING btree (practice_id);

CREATE INDEX billing_monthreopening_reopened_by_id_01005e69 ON public.billing_monthreopening USING btree (reopened_by_id);

CREATE INDEX billing_pac_practic_04288d_idx ON public.billing_packetsample USING btree (practice_id, asked_at DESC);

CREATE INDEX billing_pac_practic_3edfd5_idx ON public.billing_packetshare USING btree (practice_id, made_at DESC);

CREATE INDEX billing_pac_practic_77df26_idx ON public.billing_packet USING btree (practice_id, made_at DESC);

CREATE INDEX billing_packet_claim_id_cc4a460d ON public.billing_packet USING btree (claim_id);

CREATE INDEX billing_packet_made_by_id_d2228876 ON public.billing_packet USING btree (made_by_id);

CREATE INDEX billing_packet_practice_id_07d5bf8c ON public.billing_packet USING btree (practice_id);

CREATE INDEX billing_packetlook_by_id_65dc20f0 ON public.billing_packetlook USING btree (by_id);

CREATE INDEX billing_packetlook_packet_id_2e5ff02a ON public.billing_packetlook USING btree (packet_id);

CREATE INDEX billing_packetlook_share_id_9235a614 ON public.billing_packetlook USING btree (share_id);

CREATE INDEX billing_packetplace_claim_id_f0a84e1f ON public.billing_packetplace USING btree (claim_id);

CREATE INDEX billing_packetplace_sample_id_dbc261a3 ON public.billing_packetplace USING btree (sample_id);

CREATE INDEX billing_packetsample_asked_by_id_45fc91aa ON public.billing_packetsample USING btree (asked_by_id);

CREATE INDEX billing_packetsample_payer_id_30acb0d9 ON public.billing_packetsample USING btree (payer_id);

CREATE INDEX billing_packetsample_practice_id_eca72e0e ON public.billing_packetsample USING btree (practice_id);

CREATE INDEX billing_packetshare_made_by_id_d655d8a1 ON public.billing_packetshare USING btree (made_by_id);

CREATE INDEX billing_packetshare_practice_id_98d41271 ON public.billing_packetshare USING btree (practice_id);

CREATE INDEX billing_packetshare_revoked_by_id_752b925b ON public.billing_packetshare USING btree (revoked_by_id);

CREATE INDEX billing_packetshare_token_sha256_0a2ce0e9_like ON public.billing_packetshare USING btree (token_sha256 varchar_pattern_ops);

CREATE INDEX billing_packetshareevent_made_by_id_9387fac0 ON public.billing_packetshareevent USING btree (made_by_id);

CREATE INDEX billing_packetshareevent_pgh_context_id_2a4a6070 ON public.billing_packetshareevent USING btree (pgh_context_id);

CREATE INDEX billing_packetshareevent_pgh_obj_id_1b0fddd1 ON public.billing_packetshareevent USING btree (pgh_obj_id);

CREATE INDEX billing_packetshareevent_practice_id_cce32a68 ON public.billing_packetshareevent USING btree (practice_id);

CREATE INDEX billing_packetshareevent_revoked_by_id_71151443 ON public.billing_packetshareevent USING btree (revoked_by_id);

CREATE INDEX billing_payerclaimsettings_clinician_id_d3d14908 ON public.billing_payerclaimsettings USING btree (clinician_id);

CREATE INDEX billing_payerclaimsettingsevent_clinician_id_cafd522a ON public.billing_payerclaimsettingsevent USING btree (clinician_id);

CREATE INDEX billing_payerclaimsettingsevent_payer_id_68c88ddb ON public.billing_payerclaimsettingsevent USING btree (payer_id);

CREATE INDEX billing_payerclaimsettingsevent_pgh_context_id_25c631c6 ON public.billing_payerclaimsettingsevent USING btree (pgh_context_id);

CREATE INDEX billing_payerclaimsettingsevent_pgh_obj_id_1b65cb25 ON public.billing_payerclaimsettingsevent USING btree (pgh_obj_id);

CREATE INDEX billing_payerpolicy_approved_by_id_773f6a10 ON public.billing_payerpolicy USING btree (approved_by_id);

CREATE INDEX billing_payerpolicy_entered_by_id_7e614951 ON public.billing_payerpolicy USING btree (entered_by_id);

CREATE INDEX billing_payerpolicy_payer_id_82c7f799 ON public.billing_payerpolicy USING btree (payer_id);

CREATE INDEX billing_payerpolicy_practice_id_7851dd2d ON public.billing_payerpolicy USING btree (practice_id);

CREATE INDEX billing_payerpolicy_reviewed_by_id_1bd40c37 ON public.billing_payerpolicy USING btree (reviewed_by_id);

CREATE INDEX billing_payerpolicy_set_aside_by_id_d2c9da6d ON public.billing_payerpolicy USING btree (set_aside_by_id);

CREATE INDEX billing_payerpolicy_tested_by_id_746b2650 ON public.billing_payerpolicy USING btree (tested_by_id);

CREATE INDEX billing_payerpolicyevent_approved_by_id_ab90f074 ON public.billing_payerpolicyevent USING btree (approved_by_id);

CREATE INDEX billing_payerpolicyevent_entered_by_id_94b389f5 ON public.billing_payerpolicyevent USING btree (entered_by_id);

CREATE INDEX billing_payerpolicyevent_payer_id_2d0c0644 ON public.billing_payerpolicyevent USING btree (payer_id);

CREATE INDEX billing_payerpolicyevent_pgh_context_id_f58fcafa ON public.billing_payerpolicyevent USING btree (pgh_context_id);

CREATE INDEX billing_payerpolicyevent_pgh_obj_id_bdf4671a ON public.billing_payerpolicyevent USING btree (pgh_obj_id);

CREATE INDEX billing_payerpolicyevent_practice_id_e3da4959 ON public.billing_payerpolicyevent USING btree (practice_id);

CREATE INDEX billing_payerpolicyevent_reviewed_by_id_1f9ae2d4 ON public.billing_payerpolicyevent USING btree (reviewed_by_id);

CREATE INDEX billing_payerpolicyevent_set_aside_by_id_7e1e5708 ON public.billing_payerpolicyevent USING btree (set_aside_by_id);

CREATE INDEX billing_payerpolicyevent_tested_by_id_2bafaa6b ON public.billing_payerpolicyevent USING btree (tested_by_id);

CREATE INDEX billing_rec_practic_20f219_idx ON public.billing_receivedfile USING btree (practice_id, received_at DESC);

CREATE INDEX billing_receivedfile_practice_id_39b65303 ON public.billing_receivedfile USING btree (practice_id);

CREATE INDEX billing_receivedfile_received_by_id_23e9cbdb ON public.billing_receivedfile USING btree (received_by_id);

CREATE INDEX billing_rem_practic_8c4524_idx ON public.billing_remittance USING btree (practice_id, paid_on DESC);

CREATE INDEX billing_remittance_file_id_b5a7370d ON public.billing_remittance USING btree (file_id);

CREATE INDEX billing_remittance_payer_id_0dcec93a ON public.billing_remittance USING btree (payer_id);

CREATE INDEX billing_remittance_posted_by_id_02bb08f6 ON public.billing_remittance USING btree (posted_by_id);

CREATE INDEX billing_remittance_practice_id_1d69eb98 ON public.billing_remittance USING btree (practice_id);

CREATE INDEX billing_sharedpacket_packet_id_0edb86d2 ON public.billing_sharedpacket USING btree (packet_id);

CREATE INDEX billing_sharedpacket_share_id_c412bbb1 ON public.billing_sharedpacket USING btree (share_id);

CREATE INDEX billing_sub_practic_45166a_idx ON public.billing_submission USING btree (practice_id, month, made_at DESC);

CREATE INDEX billing_submission_made_by_id_304b7c0b ON public.billing_submission USING btree (made_by_id);

CREATE INDEX billing_submission_payer_id_62d171dd ON public.billing_submission USING btree (payer_id);

CREATE INDEX billing_submission_practice_id_1b2fbcd5 ON public.billing_submission USING btree (practice_id);

CREATE INDEX billing_submissionclaim_claim_id_b591f890 ON public.billing_submissionclaim USING btree (claim_id);

CREATE INDEX billing_submissionclaim_coverage_id_8968ef85 ON public.billing_submissionclaim USING btree (coverage_id);

CREATE INDEX billing_submissionclaim_payment_id_4c6e9488 ON public.billing_submissionclaim USING btree (payment_id);

CREATE INDEX billing_submissionclaim_submission_id_06757a95 ON public.billing_submissionclaim USING btree (submission_id);

CREATE INDEX billing_submissiondownload_by_id_e76ed42e ON public.billing_submissiondownload USING btree (by_id);

CREATE INDEX billing_submissiondownload_submission_id_f91f9850 ON public.billing_submissiondownload USING btree (submission_id);

CREATE INDEX billing_submissionevent_made_by_id_f854b66c ON public.billing_submissionevent USING btree (made_by_id);

CREATE INDEX billing_submissionevent_payer_id_11b85a12 ON public.billing_submissionevent USING btree (payer_id);

CREATE INDEX billing_submissionevent_pgh_context_id_ceb279d2 ON public.billing_submissionevent USING btree (pgh_context_id);

CREATE INDEX billing_submissionevent_pgh_obj_id_c2809696 ON public.billing_submissionevent USING btree (pgh_obj_id);

CREATE INDEX billing_submissionevent_practice_id_5bee16e9 ON public.billing_submissionevent USING btree (practice_id);

CREATE INDEX billing_tru_patient_62c901_idx ON public.billing_trueupfailure USING btree (patient_id, month);

CREATE INDEX billing_tru_practic_a2bbed_idx ON public.billing_trueuprun USING btree (practice_id, month, asked_at DESC);

CREATE INDEX billing_trueupchange_claim_id_e13d49f3 ON public.billing_trueupchange USING btree (claim_id);

CREATE INDEX billing_trueupchange_run_id_b6338f4a ON public.billing_trueupchange USING btree (run_id);

CREATE INDEX billing_trueupchunk_run_id_f75bff65 ON public.billing_trueupchunk USING btree (run_id);

CREATE INDEX billing_trueupfailure_patient_id_267042a6 ON public.billing_trueupfailure USING btree (patient_id);

CREATE INDEX billing_trueupfailure_run_id_debd4d28 ON public.billing_trueupfailure USING btree (run_id);

CREATE INDEX billing_trueuprun_asked_by_id_db77b75c ON public.billing_trueuprun USING btree (asked_by_id);

CREATE INDEX billing_trueuprun_practice_id_c316a451 ON public.billing_trueuprun USING btree (practice_id);

CREATE INDEX billing_unitcap_release_id_35798019 ON public.billing_unitcap USING btree (release_id);

CREATE INDEX billing_unitcapevent_pgh_context_id_1d0beea5 ON public.billing_unitcapevent USING btree (pgh_context_id);

CREATE INDEX billing_unitcapevent_pgh_obj_id_9befff4e ON public.billing_unitcapevent USING btree (pgh_obj_id);

CREATE INDEX billing_unitcapevent_release_id_7ff24a75 ON public.billing_unitcapevent USING btree (release_id);

CREATE UNIQUE INDEX claim_once_to_a_later_payer ON public.billing_submissionclaim USING btree (claim_id, turn) WHERE (NOT ((turn)::text = 'P'::text));

CREATE UNIQUE INDEX claim_one_live_per_patient_month ON public.billing_claim USING btree (patient_id, family, month) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'approved'::character varying, 'sent'::character varying])::text[]));

CREATE INDEX code_pair_by_its_second ON public.billing_codepair USING btree (code_b);

CREATE UNIQUE INDEX delivery_once_without_reason ON public.billing_delivery USING btree (submission_id) WHERE ((reason)::text = ''::text);

CREATE UNIQUE INDEX delivery_one_at_a_time ON public.billing_delivery USING btree (submission_id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'placing'::character varying])::text[]));

CREATE INDEX delivery_open ON public.billing_delivery USING btree (try_at) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'placing'::character varying])::text[]));

CREATE INDEX payment_unmatched ON public.billing_claimpayment USING btree (remittance_id) WHERE ((claim_id IS NULL) AND (set_aside_at IS NULL));

CREATE INDEX received_file_waiting ON public.billing_receivedfile USING btree (received_at) WHERE (read_at IS NULL);

CREATE UNIQUE INDEX true_up_run_one_under_way ON public.billing_trueuprun USING btree (practice_id, month) WHERE (finished_at IS NULL);

CREATE TRIGGER pgtrigger_answer_as_it_came_aeb2d BEFORE DELETE OR UPDATE ON public.billing_answer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_answer_as_it_came_aeb2d();

CREATE TRIGGER pgtrigger_append_only_0a1c6 BEFORE DELETE OR UPDATE ON public.billing_claimevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0a1c6();

CREATE TRIGGER pgtrigger_append_only_0afc1 BEFORE DELETE OR UPDATE ON public.billing_claimsettingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_0afc1();

CREATE TRIGGER pgtrigger_append_only_28c2e BEFORE DELETE OR UPDATE ON public.billing_payerclaimsettingsevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_28c2e();

CREATE TRIGGER pgtrigger_append_only_2b100 BEFORE DELETE OR UPDATE ON public.billing_unitcapevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2b100();

CREATE TRIGGER pgtrigger_append_only_2e52e BEFORE DELETE OR UPDATE ON public.billing_feeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2e52e();

CREATE TRIGGER pgtrigger_append_only_3041e BEFORE DELETE OR UPDATE ON public.billing_claimpaymentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3041e();

CREATE TRIGGER pgtrigger_append_only_4ca5b BEFORE DELETE OR UPDATE ON public.billing_codereleaseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4ca5b();

CREATE TRIGGER pgtrigger_append_only_531c1 BEFORE DELETE OR UPDATE ON public.billing_deliveryevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_531c1();

CREATE TRIGGER pgtrigger_append_only_5af20 BEFORE DELETE OR UPDATE ON public.billing_codepairevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5af20();

CREATE TRIGGER pgtrigger_append_only_5b1b8 BEFORE DELETE OR UPDATE ON public.billing_carecostevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_5b1b8();

CREATE TRIGGER pgtrigger_append_only_ab07e BEFORE DELETE OR UPDATE ON public.billing_payerpolicyevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ab07e();

CREATE TRIGGER pgtrigger_append_only_af60a BEFORE DELETE OR UPDATE ON public.billing_packetshareevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_af60a();

CREATE TRIGGER pgtrigger_append_only_cf4b4 BEFORE DELETE OR UPDATE ON public.billing_destinationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cf4b4();

CREATE TRIGGER pgtrigger_append_only_d4876 BEFORE DELETE OR UPDATE ON public.billing_denialevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_d4876();

CREATE TRIGGER pgtrigger_append_only_dbe9d BEFORE DELETE OR UPDATE ON public.billing_submissionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dbe9d();

CREATE TRIGGER pgtrigger_approved_is_frozen_13c91 BEFORE UPDATE ON public.billing_claim FOR EACH ROW WHEN ((((old.state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying, 'replaced'::character varying, 'voided'::character varying])::text[])) AND ((new.state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying, 'replaced'::character varying, 'voided'::character varying])::text[])) AND ((old.verdict IS DISTINCT FROM new.verdict) OR (old.facts IS DISTINCT FROM new.facts) OR (old.total_charge IS DISTINCT FROM new.total_charge) OR (old.total_expected IS DISTINCT FROM new.total_expected)))) EXECUTE FUNCTION public.pgtrigger_approved_is_frozen_13c91();

CREATE TRIGGER pgtrigger_claimed_at_once_39bc2 AFTER INSERT ON public.billing_claim FOR EACH ROW WHEN (((new.state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying])::text[]))) EXECUTE FUNCTION public.pgtrigger_claimed_at_once_39bc2();

CREATE TRIGGER pgtrigger_claimed_while_it_stands_76e87 AFTER UPDATE OF state ON public.billing_claim FOR EACH ROW WHEN ((((new.state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying])::text[])) IS DISTINCT FROM ((old.state)::text = ANY ((ARRAY['approved'::character varying, 'sent'::character varying])::text[])))) EXECUTE FUNCTION public.pgtrigger_claimed_while_it_stands_76e87();

CREATE TRIGGER pgtrigger_delete_delete_1832e AFTER DELETE ON public.billing_fee FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1832e();

CREATE TRIGGER pgtrigger_delete_delete_1e295 AFTER DELETE ON public.billing_payerpolicy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1e295();

CREATE TRIGGER pgtrigger_delete_delete_221a7 AFTER DELETE ON public.billing_claimpayment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_221a7();

CREATE TRIGGER pgtrigger_delete_delete_25e58 AFTER DELETE ON public.billing_claim FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_25e58();

CREATE TRIGGER pgtrigger_delete_delete_3afdc AFTER DELETE ON public.billing_destination FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3afdc();

CREATE TRIGGER pgtrigger_delete_delete_4553a AFTER DELETE ON public.billing_packetshare FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4553a();

CREATE TRIGGER pgtrigger_delete_delete_641c4 AFTER DELETE ON public.billing_denial FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_641c4();

CREATE TRIGGER pgtrigger_delete_delete_76a36 AFTER DELETE ON public.billing_payerclaimsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_76a36();

CREATE TRIGGER pgtrigger_delete_delete_79c1d AFTER DELETE ON public.billing_codepair FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_79c1d();

CREATE TRIGGER pgtrigger_delete_delete_8f9df AFTER DELETE ON public.billing_carecost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_8f9df();

CREATE TRIGGER pgtrigger_delete_delete_9719b AFTER DELETE ON public.billing_delivery FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_9719b();

CREATE TRIGGER pgtrigger_delete_delete_ba023 AFTER DELETE ON public.billing_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ba023();

CREATE TRIGGER pgtrigger_delete_delete_d9b12 AFTER DELETE ON public.billing_coderelease FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d9b12();

CREATE TRIGGER pgtrigger_delete_delete_e8c38 AFTER DELETE ON public.billing_claimsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e8c38();

CREATE TRIGGER pgtrigger_delete_delete_ebde8 AFTER DELETE ON public.billing_unitcap FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ebde8();

CREATE TRIGGER pgtrigger_insert_insert_00a80 AFTER INSERT ON public.billing_claimpayment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_00a80();

CREATE TRIGGER pgtrigger_insert_insert_022d0 AFTER INSERT ON public.billing_payerclaimsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_022d0();

CREATE TRIGGER pgtrigger_insert_insert_02e12 AFTER INSERT ON public.billing_delivery FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_02e12();

CREATE TRIGGER pgtrigger_insert_insert_2aa97 AFTER INSERT ON public.billing_coderelease FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2aa97();

CREATE TRIGGER pgtrigger_insert_insert_4e5dd AFTER INSERT ON public.billing_fee FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4e5dd();

CREATE TRIGGER pgtrigger_insert_insert_6d322 AFTER INSERT ON public.billing_payerpolicy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_6d322();

CREATE TRIGGER pgtrigger_insert_insert_84fd2 AFTER INSERT ON public.billing_destination FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_84fd2();

CREATE TRIGGER pgtrigger_insert_insert_88681 AFTER INSERT ON public.billing_carecost FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_88681();

CREATE TRIGGER pgtrigger_insert_insert_aa9c7 AFTER INSERT ON public.billing_packetshare FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_aa9c7();

CREATE TRIGGER pgtrigger_insert_insert_ae85b AFTER INSERT ON public.billing_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ae85b();

CREATE TRIGGER pgtrigger_insert_insert_afd86 AFTER INSERT ON public.billing_denial FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_afd86();

CREATE TRIGGER pgtrigger_insert_insert_b8476 AFTER INSERT ON public.billing_claimsettings FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b8476();

CREATE TRIGGER pgtrigger_kept_as_applied_d34ae BEFORE DELETE OR UPDATE ON public.billing_appliedpolicy FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_as_applied_d34ae();

CREATE TRIGGER pgtrigger_kept_as_made_2ef87 BEFORE DELETE OR UPDATE ON public.billing_submission FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_kept_as_made_2ef87();

CREATE TRIGGER pgtrigger_line_payment_kept_b4288 BEFORE DELETE ON public.billing_linepayment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_line_payment_kept_b4288();

CREATE TRIGGER pgtrigger_month_close_kept_5d97a BEFORE DELETE OR UPDATE ON public.billing_monthclose FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_month_close_kept_5d97a();

CREATE TRIGGER pgtrigger_month_reopening_kept_17190 BEFORE DELETE OR UPDATE ON public.billing_monthreopening FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_month_reopening_kept_17190();

CREATE TRIGGER pgtrigger_packet_kept_as_made_29079 BEFORE DELETE OR UPDATE ON public.billing_packet FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_packet_kept_as_made_29079();

CREATE TRIGGER pgtrigger_packet_look_kept_4ca46 BEFORE DELETE OR UPDATE ON public.billing_packetlook FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_packet_look_kept_4ca46();

CREATE TRIGGER pgtrigger_payment_amounts_as_they_came_91903 BEFORE UPDATE ON public.billing_claimpayment FOR EACH ROW WHEN (((old.charge IS DISTINCT FROM new.charge) OR (old.paid IS DISTINCT FROM new.paid) OR ((old.status)::text IS DISTINCT FROM (new.status)::text) OR (old.adjustments IS DISTINCT FROM new.adjustments))) EXECUTE FUNCTION public.pgtrigger_payment_amounts_as_they_came_91903();

CREATE TRIGGER pgtrigger_payment_never_deleted_e52c0 BEFORE DELETE ON public.billing_claimpayment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_payment_never_deleted_e52c0();

CREATE TRIGGER pgtrigger_received_as_it_came_3b6d3 BEFORE UPDATE ON public.billing_receivedfile FOR EACH ROW WHEN (((old.read_at IS NOT NULL) OR (old.content IS DISTINCT FROM new.content) OR ((old.sha256)::text IS DISTINCT FROM (new.sha256)::text) OR (old.practice_id IS DISTINCT FROM new.practice_id))) EXECUTE FUNCTION public.pgtrigger_received_as_it_came_3b6d3();

CREATE TRIGGER pgtrigger_received_never_deleted_2e7c5 BEFORE DELETE ON public.billing_receivedfile FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_received_never_deleted_2e7c5();

CREATE TRIGGER pgtrigger_remittance_as_it_came_1537d BEFORE DELETE OR UPDATE ON public.billing_remittance FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_remittance_as_it_came_1537d();

CREATE TRIGGER pgtrigger_update_update_19c4b AFTER UPDATE ON public.billing_payerpolicy FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_19c4b();

CREATE TRIGGER pgtrigger_update_update_3cf69 AFTER UPDATE ON public.billing_submission FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_3cf69();

CREATE TRIGGER pgtrigger_update_update_4017c AFTER UPDATE ON public.billing_fee FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4017c();

CREATE TRIGGER pgtrigger_update_update_490bd AFTER UPDATE ON public.billing_carecost FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_490bd();

CREATE TRIGGER pgtrigger_update_update_5b36e AFTER UPDATE ON public.billing_claim FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5b36e();

CREATE TRIGGER pgtrigger_update_update_5cfbf AFTER UPDATE ON public.billing_destination FOR EACH ROW WHEN (((old.changed_at IS DISTINCT FROM new.changed_at) OR (old.changed_by_id IS DISTINCT FROM new.changed_by_id) OR ((old.folder)::text IS DISTINCT FROM (new.folder)::text) OR ((old.host)::text IS DISTINCT FROM (new.host)::text) OR ((old.host_key)::text IS DISTINCT FROM (new.host_key)::text) OR (old.id IS DISTINCT FROM new.id) OR ((old.kind)::text IS DISTINCT FROM (new.kind)::text) OR (old.payer_id IS DISTINCT FROM new.payer_id) OR (old.port IS DISTINCT FROM new.port) OR (old.practice_id IS DISTINCT FROM new.practice_id) OR ((old.secret_kind)::text IS DISTINCT FROM (new.secret_kind)::text) OR ((old.username)::text IS DISTINCT FROM (new.username)::text))) EXECUTE FUNCTION public.pgtrigger_update_update_5cfbf();

CREATE TRIGGER pgtrigger_update_update_78558 AFTER UPDATE ON public.billing_denial FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_78558();

CREATE TRIGGER pgtrigger_update_update_8e4a7 AFTER UPDATE ON public.billing_claimpayment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8e4a7();

CREATE TRIGGER pgtrigger_update_update_a6263 AFTER UPDATE ON public.billing_coderelease FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a6263();

CREATE TRIGGER pgtrigger_update_update_aa766 AFTER UPDATE ON public.billing_payerclaimsettings FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_aa766();

CREATE TRIGGER pgtrigger_update_update_b10a3 AFTER UPDATE ON public.billing_codepair FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b10a3();

CREATE TRIGGER pgtrigger_update_update_b9583 AFTER UPDATE ON public.billing_delivery FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b9583();

CREATE TRIGGER pgtrigger_update_update_be763 AFTER UPDATE ON public.billing_unitcap FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_be763();

CREATE TRIGGER pgtrigger_update_update_e6f56 AFTER UPDATE ON public.billing_claimsettings FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e6f56();

CREATE TRIGGER pgtrigger_update_update_fae9b AFTER UPDATE ON public.billing_packetshare FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fae9b();

COMMENT ON TRIGGER pgtrigger_answer_as_it_came_aeb2d ON public.billing_answer IS 'b410371575726c0e5b464c79a64ea100eab2e741';

COMMENT ON TRIGGER pgtrigger_append_only_0a1c6 ON public.billing_claimevent IS 'a0e2fdd3080070db3e80226bbb71ec13d3fb6228';

COMMENT ON TRIGGER pgtrigger_append_only_0afc1 ON public.billing_claimsettingsevent IS '1659963f2c012537a78451b75b10d86b0d18586e';

COMMENT ON TRIGGER pgtrigger_append_only_28c2e ON public.billing_payerclaimsettingsevent IS '78150ca855519b52da7d17738cf760e825510698';

COMMENT ON TRIGGER pgtrigger_append_only_2b100 ON public.billing_unitcapevent IS 'a9acc6f7d6f3828aa768709ce591e1c74332ee7c';

COMMENT ON TRIGGER pgtrigger_append_only_2e52e ON public.billing_feeevent IS 'e19e4a50722781f1b6a93c066c2f548403c8ca27';

COMMENT ON TRIGGER pgtrigger_append_only_3041e ON public.billing_claimpaymentevent IS '596fe6c6474f12e488541e4f6e31eee7c453fbd0';

COMMENT ON TRIGGER pgtrigger_append_only_4ca5b ON public.billing_codereleaseevent IS '874625da62698a12e83dc8679b46bf6bda601415';

COMMENT ON TRIGGER pgtrigger_append_only_531c1 ON public.billing_deliveryevent IS '1e47cbf56819e257d40343b57b5bc22160bc940d';

COMMENT ON TRIGGER pgtrigger_append_only_5af20 ON public.billing_codepairevent IS '29e7298dd91bd4fe2757e9dcb3e7c99d2f1a2cfd';

COMMENT ON TRIGGER pgtrigger_append_only_5b1b8 ON public.billing_carecostevent IS '190d08ddcc0eb1f32fbbc4f681d36c93079715fe';

COMMENT ON TRIGGER pgtrigger_append_only_ab07e ON public.billing_payerpolicyevent IS 'eb879059dc9ff1c1f00e2158427521b8a995e795';

COMMENT ON TRIGGER pgtrigger_append_only_af60a ON public.billing_packetshareevent IS 'b04f82c4f9aba31def5e26af00fa8c10a1c56322';

COMMENT ON TRIGGER pgtrigger_append_only_cf4b4 ON public.billing_destinationevent IS '44e21d31be7dcbeb4a0dd4d5e4559654e4d3e81a';

COMMENT ON TRIGGER pgtrigger_append_only_d4876 ON public.billing_denialevent IS 'fc2cf9ed7d51a8133d9d2e6091c46ea52b9851b1';

COMMENT ON TRIGGER pgtrigger_append_only_dbe9d ON public.billing_submissionevent IS 'ef28ba2116f739c11271ffce894dc64b7affec79';

COMMENT ON TRIGGER pgtrigger_approved_is_frozen_13c91 ON public.billing_claim IS '4ed9643ef16adcde85dc9fa1f1006b301f3417dc';

COMMENT ON TRIGGER pgtrigger_claimed_at_once_39bc2 ON public.billing_claim IS 'd5a687e87cee0ebf16adbb86bfa191e0f9906be3';

COMMENT ON TRIGGER pgtrigger_claimed_while_it_stands_76e87 ON public.billing_claim IS '787ddc0681b3e416001c3d49e686b5b151670f98';

COMMENT ON TRIGGER pgtrigger_delete_delete_1832e ON public.billing_fee IS '25111cc50aa6f9e170aa2186394d3fbc5b06096f';

COMMENT ON TRIGGER pgtrigger_delete_delete_1e295 ON public.billing_payerpolicy IS '573889a02b89493159f9f5635ec3b16075b9b9a6';

COMMENT ON TRIGGER pgtrigger_delete_delete_221a7 ON public.billing_claimpayment IS 'b907f0a44195018b8c01ab1019dc8dad48d6c61e';

COMMENT ON TRIGGER pgtrigger_delete_delete_25e58 ON public.billing_claim IS 'eb0725a0ee0ab610449d98863420d0b6b1090c3c';

COMMENT ON TRIGGER pgtrigger_delete_delete_3afdc ON public.billing_destination IS '0d6ddf410a5502c3ed84a2b667ceacc7cbf265d3';

COMMENT ON TRIGGER pgtrigger_delete_delete_4553a ON public.billing_packetshare IS '60c14df6a95fb438df26a064030599bcdb7e3c05';

COMMENT ON TRIGGER pgtrigger_delete_delete_641c4 ON public.billing_denial IS 'eccce69eff2bf6509101cbce1a89a6c652a4c164';

COMMENT ON TRIGGER pgtrigger_delete_delete_76a36 ON public.billing_payerclaimsettings IS 'ab020643bfd2dc69379b6f4f360cfa1ea757af49';

COMMENT ON TRIGGER pgtrigger_delete_delete_79c1d ON public.billing_codepair IS '080163f9e1853f70b91cc36a1c9633944414420f';

COMMENT ON TRIGGER pgtrigger_delete_delete_8f9df ON public.billing_carecost IS '8c6009ad71c232f9819239c8f56b6ca0f29248a0';

COMMENT ON TRIGGER pgtrigger_delete_delete_9719b ON public.billing_delivery IS '4a86f68091522a016ff57965eea6b9ea59880ca3';

COMMENT ON TRIGGER pgtrigger_delete_delete_ba023 ON public.billing_submission IS '555008eac1ad41e388d132835ed8656ccaf372f3';

COMMENT ON TRIGGER pgtrigger_delete_delete_d9b12 ON public.billing_coderelease IS '5c26b187da5876b17a52cd8575bf081afc4587c0';

COMMENT ON TRIGGER pgtrigger_delete_delete_e8c38 ON public.billing_claimsettings IS '7c02346ef74f13a112ff66d23f4d8594f0b590c4';

COMMENT ON TRIGGER pgtrigger_delete_delete_ebde8 ON public.billing_unitcap IS '4186f7ec54a6a3a3ddd1c9c5ea9a2253cca837cb';

COMMENT ON TRIGGER pgtrigger_insert_insert_00a80 ON public.billing_claimpayment IS '58498c311845a5f9dcf4280a45db270fd4d5f10f';

COMMENT ON TRIGGER pgtrigger_insert_insert_022d0 ON public.billing_payerclaimsettings IS 'eae0b80ef9c301ffbc5b1c36bdb1aa8843e91824';

COMMENT ON TRIGGER pgtrigger_insert_insert_02e12 ON public.billing_delivery IS '544b9952ef3260449feee5752ca445e699026ae9';

COMMENT ON TRIGGER pgtrigger_insert_insert_2aa97 ON public.billing_coderelease IS '3f9226c4e2ae45ca0a27fc708a2e6824876ff042';

COMMENT ON TRIGGER pgtrigger_insert_insert_4e5dd ON public.billing_fee IS '58d9e2208f8540e16cb0e20c49cf92a1cc159eb1';

COMMENT ON TRIGGER pgtrigger_insert_insert_6d322 ON public.billing_payerpolicy IS 'fc36bc131d144097a9b1df3019191c3370ebb47a';

COMMENT ON TRIGGER pgtrigger_insert_insert_84fd2 ON public.billing_destination IS 'aecc0b89028817c406eedac8882f6237acbf483d';

COMMENT ON TRIGGER pgtrigger_insert_insert_88681 ON public.billing_carecost IS 'c6be645ded1c1176f287dac8202b45864ce39b7b';

COMMENT ON TRIGGER pgtrigger_insert_insert_aa9c7 ON public.billing_packetshare IS '36002640880a7e2ce50a979347d481812ae584cc';

COMMENT ON TRIGGER pgtrigger_insert_insert_ae85b ON public.billing_submission IS 'bfe5f88de5cac62a0cc91e3d716d51e69721aecd';

COMMENT ON TRIGGER pgtrigger_insert_insert_afd86 ON public.billing_denial IS '0835019af9b563eabb11e71c18553e3489a9cb83';

COMMENT ON TRIGGER pgtrigger_insert_insert_b8476 ON public.billing_claimsettings IS '7549ecdd4fc9312468b8574dca16a278e85d3035';

COMMENT ON TRIGGER pgtrigger_kept_as_applied_d34ae ON public.billing_appliedpolicy IS '3bf46878c2fd9752fe2ed49855581f0ab7709956';

COMMENT ON TRIGGER pgtrigger_kept_as_made_2ef87 ON public.billing_submission IS 'cfd496c8805ca20312bba74a52caeb945a4985dc';

COMMENT ON TRIGGER pgtrigger_line_payment_kept_b4288 ON public.billing_linepayment IS 'd8ea5c0f065270cd16a4fa00b38b982596e2a39d';

COMMENT ON TRIGGER pgtrigger_month_close_kept_5d97a ON public.billing_monthclose IS '08913b7dbb4778fd485796db52994e229b3ce14c';

COMMENT ON TRIGGER pgtrigger_month_reopening_kept_17190 ON public.billing_monthreopening IS 'a8c57c6ea6f3646734ec83b060f0207d32fe5989';

COMMENT ON TRIGGER pgtrigger_packet_kept_as_made_29079 ON public.billing_packet IS '54704f36e76460035acd6d8c331c51b9433ec050';

COMMENT ON TRIGGER pgtrigger_packet_look_kept_4ca46 ON public.billing_packetlook IS '8463fb6204d508860422a6ab0977a167b36a730e';

COMMENT ON TRIGGER pgtrigger_payment_amounts_as_they_came_91903 ON public.billing_claimpayment IS 'b5b0ba4cb858b7ed3a133a1de57da7687bfa033e';

COMMENT ON TRIGGER pgtrigger_payment_never_deleted_e52c0 ON public.billing_claimpayment IS '5741c45dca07c18ee06cda605cc6a409cd6de012';

COMMENT ON TRIGGER pgtrigger_received_as_it_came_3b6d3 ON public.billing_receivedfile IS '61ab71a15e73ad302437b9fa3ee8bd6ad902e9a6';

COMMENT ON TRIGGER pgtrigger_received_never_deleted_2e7c5 ON public.billing_receivedfile IS 'da28e039ff1a6096e5bc579d5431cac009b83b27';

COMMENT ON TRIGGER pgtrigger_remittance_as_it_came_1537d ON public.billing_remittance IS '0a19f7300ecb65341a453c706e69a2074bba4032';

COMMENT ON TRIGGER pgtrigger_update_update_19c4b ON public.billing_payerpolicy IS 'eb4b6e4dbba85d6e6ff9b5f8e4f7651888ea5405';

COMMENT ON TRIGGER pgtrigger_update_update_3cf69 ON public.billing_submission IS '6cc8d6ee3d12c9a6de195085564920e371eef2d3';

COMMENT ON TRIGGER pgtrigger_update_update_4017c ON public.billing_fee IS '71bc2dc8a08ec16c714f594e6943c4391b6d90de';

COMMENT ON TRIGGER pgtrigger_update_update_490bd ON public.billing_carecost IS '6e30639b34f6c1471fe7acd5d7aa18d9aee1a0e9';

COMMENT ON TRIGGER pgtrigger_update_update_5b36e ON public.billing_claim IS '0e11c80c98d21fb0c13a22a33e5878a0d1659075';

COMMENT ON TRIGGER pgtrigger_update_update_5cfbf ON public.billing_destination IS 'b9f17a7682dd6adc0a5597641694b1260b51bbcc';

COMMENT ON TRIGGER pgtrigger_update_update_78558 ON public.billing_denial IS 'edc57793e52acfb6468949b4bd235395a82d169e';

COMMENT ON TRIGGER pgtrigger_update_update_8e4a7 ON public.billing_claimpayment IS 'e601ae4cace73ae424e4638c92a4d51e2bae6db5';

COMMENT ON TRIGGER pgtrigger_update_update_a6263 ON public.billing_coderelease IS '0227cf46e2eef7e3a79554dac53c64a531442f9b';

COMMENT ON TRIGGER pgtrigger_update_update_aa766 ON public.billing_payerclaimsettings IS '7138eba66475653fbb3f7b5ae48e4aa5d5be2977';

COMMENT ON TRIGGER pgtrigger_update_update_b10a3 ON public.billing_codepair IS '7fa7b9a4b0f8dfc085066333e1b2a6ede35b4a9b';

COMMENT ON TRIGGER pgtrigger_update_update_b9583 ON public.billing_delivery IS 'e34e4a5492f9c7aba570779cdefaace641f7aa70';

COMMENT ON TRIGGER pgtrigger_update_update_be763 ON public.billing_unitcap IS '9569c47f64182359c9cbefad205b1440a9bf7fba';

COMMENT ON TRIGGER pgtrigger_update_update_e6f56 ON public.billing_claimsettings IS '67fb3f27855ef0a2309b9b18a7937b2ee3196106';

COMMENT ON TRIGGER pgtrigger_update_update_fae9b ON public.billing_packetshare IS '2e0c16735c535381c6a0f319a6ff58b2b906db21';

ALTER TABLE ONLY public.billing_answer
    ADD CONSTRAINT billing_answer_claim_id_9ca7c5d1_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_answer
    ADD CONSTRAINT billing_answer_file_id_a3f9bb20_fk_billing_receivedfile_id FOREIGN KEY (file_id) REFERENCES public.billing_receivedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_answer
    ADD CONSTRAINT billing_answer_submission_id_86fdb205_fk_billing_submission_id FOREIGN KEY (submission_id) REFERENCES public.billing_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_carecost
    ADD CONSTRAINT billing_carecost_changed_by_id_10d6838f_fk_registry_user_id FOREIGN KEY (changed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_carecost
    ADD CONSTRAINT billing_carecost_practice_id_1b38516f_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_approved_by_id_06b84c5f_fk_registry_user_id FOREIGN KEY (approved_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_corrects_id_1273ee98_fk_billing_claim_id FOREIGN KEY (corrects_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_coverage_id_7dbd1585_fk_registry_coverage_id FOREIGN KEY (coverage_id) REFERENCES public.registry_coverage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_decided_by_id_696906ca_fk_registry_user_id FOREIGN KEY (decided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_episode_id_fb7dd150_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_later_left_by_id_1c6ae090_fk_registry_user_id FOREIGN KEY (later_left_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_patient_id_19f0ff53_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_payer_id_88b03613_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_policy_id_b3c3e708_fk_billing_appliedpolicy_id FOREIGN KEY (policy_id) REFERENCES public.billing_appliedpolicy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_practice_id_91fd283b_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_run_id_498d11fd_fk_billing_trueuprun_id FOREIGN KEY (run_id) REFERENCES public.billing_trueuprun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_sent_by_id_5d5a212d_fk_registry_user_id FOREIGN KEY (sent_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claim
    ADD CONSTRAINT billing_claim_set_aside_by_id_ff3e51bc_fk_registry_user_id FOREIGN KEY (set_aside_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimedmonth
    ADD CONSTRAINT billing_claimedmonth_claim_id_790979c3_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimedmonth
    ADD CONSTRAINT billing_claimedmonth_organization_id_b5c3e283_fk_registry_ FOREIGN KEY (organization_id) REFERENCES public.registry_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimline
    ADD CONSTRAINT billing_claimline_claim_id_3d501b76_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT billing_claimpayment_claim_id_4a501229_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT billing_claimpayment_matched_by_id_66e74231_fk_registry_user_id FOREIGN KEY (matched_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT billing_claimpayment_remittance_id_07456568_fk_billing_r FOREIGN KEY (remittance_id) REFERENCES public.billing_remittance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimpayment
    ADD CONSTRAINT billing_claimpayment_set_aside_by_id_4fc628ae_fk_registry_ FOREIGN KEY (set_aside_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_claimsettings
    ADD CONSTRAINT billing_claimsetting_practice_id_f9cc2041_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_codepair
    ADD CONSTRAINT billing_codepair_release_id_de254356_fk_billing_coderelease_id FOREIGN KEY (release_id) REFERENCES public.billing_coderelease(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_coderelease
    ADD CONSTRAINT billing_coderelease_loaded_by_id_54896a90_fk_registry_user_id FOREIGN KEY (loaded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_controlnumber
    ADD CONSTRAINT billing_controlnumbe_organization_id_a8055f27_fk_registry_ FOREIGN KEY (organization_id) REFERENCES public.registry_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_delivery
    ADD CONSTRAINT billing_delivery_destination_id_ccbe7838_fk_billing_d FOREIGN KEY (destination_id) REFERENCES public.billing_destination(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_delivery
    ADD CONSTRAINT billing_delivery_queued_by_id_731850a1_fk_registry_user_id FOREIGN KEY (queued_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_delivery
    ADD CONSTRAINT billing_delivery_submission_id_221c55c1_fk_billing_s FOREIGN KEY (submission_id) REFERENCES public.billing_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_changed_by_id_f3f159e5_fk_registry_user_id FOREIGN KEY (changed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_claim_id_af8273c0_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_owner_id_35bf44e3_fk_registry_user_id FOREIGN KEY (owner_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_payer_id_c0478bca_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_payment_id_5bf63cc6_fk_billing_claimpayment_id FOREIGN KEY (payment_id) REFERENCES public.billing_claimpayment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_denial
    ADD CONSTRAINT billing_denial_practice_id_23bea19a_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_destination
    ADD CONSTRAINT billing_destination_changed_by_id_da356d33_fk_registry_user_id FOREIGN KEY (changed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_destination
    ADD CONSTRAINT billing_destination_payer_id_54a79fda_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_destination
    ADD CONSTRAINT billing_destination_practice_id_a39e9461_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT billing_fee_entered_by_id_64dbda45_fk_registry_user_id FOREIGN KEY (entered_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT billing_fee_payer_id_a52e68d5_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT billing_fee_practice_id_402274d0_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_linepayment
    ADD CONSTRAINT billing_linepayment_line_id_af438634_fk_billing_claimline_id FOREIGN KEY (line_id) REFERENCES public.billing_claimline(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_linepayment
    ADD CONSTRAINT billing_linepayment_payment_id_a1b2de19_fk_billing_c FOREIGN KEY (payment_id) REFERENCES public.billing_claimpayment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_monthclose
    ADD CONSTRAINT billing_monthclose_closed_by_id_d41bd953_fk_registry_user_id FOREIGN KEY (closed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_monthclose
    ADD CONSTRAINT billing_monthclose_practice_id_93bc7197_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_monthreopening
    ADD CONSTRAINT billing_monthreopeni_close_id_543b200f_fk_billing_m FOREIGN KEY (close_id) REFERENCES public.billing_monthclose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_monthreopening
    ADD CONSTRAINT billing_monthreopeni_reopened_by_id_01005e69_fk_registry_ FOREIGN KEY (reopened_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packet
    ADD CONSTRAINT billing_packet_claim_id_cc4a460d_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packet
    ADD CONSTRAINT billing_packet_made_by_id_d2228876_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packet
    ADD CONSTRAINT billing_packet_practice_id_07d5bf8c_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetlook
    ADD CONSTRAINT billing_packetlook_by_id_65dc20f0_fk_registry_user_id FOREIGN KEY (by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetlook
    ADD CONSTRAINT billing_packetlook_packet_id_2e5ff02a_fk_billing_packet_id FOREIGN KEY (packet_id) REFERENCES public.billing_packet(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetlook
    ADD CONSTRAINT billing_packetlook_share_id_9235a614_fk_billing_packetshare_id FOREIGN KEY (share_id) REFERENCES public.billing_packetshare(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT billing_packetplace_claim_id_f0a84e1f_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT billing_packetplace_packet_id_abe0d44c_fk_billing_packet_id FOREIGN KEY (packet_id) REFERENCES public.billing_packet(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetplace
    ADD CONSTRAINT billing_packetplace_sample_id_dbc261a3_fk_billing_p FOREIGN KEY (sample_id) REFERENCES public.billing_packetsample(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetsample
    ADD CONSTRAINT billing_packetsample_asked_by_id_45fc91aa_fk_registry_user_id FOREIGN KEY (asked_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetsample
    ADD CONSTRAINT billing_packetsample_payer_id_30acb0d9_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetsample
    ADD CONSTRAINT billing_packetsample_practice_id_eca72e0e_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetshare
    ADD CONSTRAINT billing_packetshare_made_by_id_d655d8a1_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetshare
    ADD CONSTRAINT billing_packetshare_practice_id_98d41271_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_packetshare
    ADD CONSTRAINT billing_packetshare_revoked_by_id_752b925b_fk_registry_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerclaimsettings
    ADD CONSTRAINT billing_payerclaimse_clinician_id_d3d14908_fk_registry_ FOREIGN KEY (clinician_id) REFERENCES public.registry_clinician(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerclaimsettings
    ADD CONSTRAINT billing_payerclaimse_payer_id_2718cbd7_fk_registry_ FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_approved_by_id_773f6a10_fk_registry_user_id FOREIGN KEY (approved_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_entered_by_id_7e614951_fk_registry_user_id FOREIGN KEY (entered_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_payer_id_82c7f799_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_practice_id_7851dd2d_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_reviewed_by_id_1bd40c37_fk_registry_user_id FOREIGN KEY (reviewed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_set_aside_by_id_d2c9da6d_fk_registry_ FOREIGN KEY (set_aside_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_payerpolicy
    ADD CONSTRAINT billing_payerpolicy_tested_by_id_746b2650_fk_registry_user_id FOREIGN KEY (tested_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_receivedfile
    ADD CONSTRAINT billing_receivedfile_practice_id_39b65303_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_receivedfile
    ADD CONSTRAINT billing_receivedfile_received_by_id_23e9cbdb_fk_registry_ FOREIGN KEY (received_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT billing_remittance_file_id_b5a7370d_fk_billing_receivedfile_id FOREIGN KEY (file_id) REFERENCES public.billing_receivedfile(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT billing_remittance_payer_id_0dcec93a_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT billing_remittance_posted_by_id_02bb08f6_fk_registry_user_id FOREIGN KEY (posted_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_remittance
    ADD CONSTRAINT billing_remittance_practice_id_1d69eb98_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_sharedpacket
    ADD CONSTRAINT billing_sharedpacket_packet_id_0edb86d2_fk_billing_packet_id FOREIGN KEY (packet_id) REFERENCES public.billing_packet(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_sharedpacket
    ADD CONSTRAINT billing_sharedpacket_share_id_c412bbb1_fk_billing_p FOREIGN KEY (share_id) REFERENCES public.billing_packetshare(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT billing_submission_made_by_id_304b7c0b_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT billing_submission_payer_id_62d171dd_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submission
    ADD CONSTRAINT billing_submission_practice_id_1b2fbcd5_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT billing_submissioncl_coverage_id_8968ef85_fk_registry_ FOREIGN KEY (coverage_id) REFERENCES public.registry_coverage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT billing_submissioncl_payment_id_4c6e9488_fk_billing_c FOREIGN KEY (payment_id) REFERENCES public.billing_claimpayment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT billing_submissioncl_submission_id_06757a95_fk_billing_s FOREIGN KEY (submission_id) REFERENCES public.billing_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissionclaim
    ADD CONSTRAINT billing_submissionclaim_claim_id_b591f890_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissiondownload
    ADD CONSTRAINT billing_submissiondo_submission_id_f91f9850_fk_billing_s FOREIGN KEY (submission_id) REFERENCES public.billing_submission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_submissiondownload
    ADD CONSTRAINT billing_submissiondownload_by_id_e76ed42e_fk_registry_user_id FOREIGN KEY (by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueupchange
    ADD CONSTRAINT billing_trueupchange_claim_id_e13d49f3_fk_billing_claim_id FOREIGN KEY (claim_id) REFERENCES public.billing_claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueupchange
    ADD CONSTRAINT billing_trueupchange_run_id_b6338f4a_fk_billing_trueuprun_id FOREIGN KEY (run_id) REFERENCES public.billing_trueuprun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueupchunk
    ADD CONSTRAINT billing_trueupchunk_run_id_f75bff65_fk_billing_trueuprun_id FOREIGN KEY (run_id) REFERENCES public.billing_trueuprun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueupfailure
    ADD CONSTRAINT billing_trueupfailur_patient_id_267042a6_fk_registry_ FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueupfailure
    ADD CONSTRAINT billing_trueupfailure_run_id_debd4d28_fk_billing_trueuprun_id FOREIGN KEY (run_id) REFERENCES public.billing_trueuprun(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueuprun
    ADD CONSTRAINT billing_trueuprun_asked_by_id_db77b75c_fk_registry_user_id FOREIGN KEY (asked_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_trueuprun
    ADD CONSTRAINT billing_trueuprun_practice_id_c316a451_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.billing_unitcap
    ADD CONSTRAINT billing_unitcap_release_id_35798019_fk_billing_coderelease_id FOREIGN KEY (release_id) REFERENCES public.billing_coderelease(id) DEFERRABLE INITIALLY DEFERRED;
