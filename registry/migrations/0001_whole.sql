CREATE FUNCTION public.registry_contact_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM registry_keep_contacts(array_agg(DISTINCT n.patient_id))
        FROM changed AS n JOIN before AS o ON o.id = n.id
        WHERE (n.status IN ('confirmed', 'needs_review') AND n.activity IN ('patient_contact',
            'brief_intervention', 'measurement', 'psychotherapy', 'crisis'))
        IS DISTINCT FROM (o.status IN ('confirmed', 'needs_review') AND o.activity IN (
            'patient_contact', 'brief_intervention', 'measurement', 'psychotherapy', 'crisis'))
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION public.registry_contact_made() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM registry_keep_contacts(array_agg(DISTINCT patient_id)) FROM changed
        WHERE status IN ('confirmed', 'needs_review')
        AND activity IN ('patient_contact', 'brief_intervention', 'measurement',
            'psychotherapy', 'crisis')
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION public.registry_course_begins() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO registry_course (episode_id, scale) SELECT id, '' FROM changed ORDER BY id;
    PERFORM registry_keep_courses(array_agg(DISTINCT patient_id)) FROM changed
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION public.registry_course_by_patient() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM registry_keep_courses(array_agg(DISTINCT patient_id)) FROM changed
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION public.registry_course_by_episode() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM registry_keep_courses(array_agg(DISTINCT e.patient_id))
        FROM changed JOIN registry_episode AS e ON e.id = changed.episode_id
        HAVING count(*) > 0;
    RETURN NULL;
END $$;

CREATE FUNCTION public.pgtrigger_answer_written_once_f8899() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_1405d() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_15a3f() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_275a2() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_2f258() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_3167c() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_4acf6() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_4cc44() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_61895() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_6ea07() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_6f350() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_71c87() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_74d29() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_79cd1() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_853c5() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_85e7c() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8a0c4() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8a0fe() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8b307() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8b6c1() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8c9cb() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_8f797() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_93a2a() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_941cb() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_95311() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_99fdf() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_9dd68() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_9e7b0() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_9f57b() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_a5f06() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_a7c1f() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_abf56() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_ac5a9() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_c666d() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_cfc8a() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_dc908() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_e8266() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_f5727() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_append_only_f9055() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_delete_delete_00cc0() RETURNS trigger
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
                    INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (OLD."created_at", OLD."created_by_id", OLD."credentials", OLD."email", OLD."first_name", OLD."id", OLD."kind", OLD."last_name", OLD."npi", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."source_id", OLD."taxonomy", OLD."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0251d() RETURNS trigger
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
                    INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (OLD."acknowledged_at", OLD."acknowledged_by_id", OLD."action_taken", OLD."answer", OLD."id", OLD."measure_id", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."raised_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_02d42() RETURNS trigger
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
                    INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (OLD."address", OLD."birth_date", OLD."city", OLD."created_at", OLD."created_by_id", OLD."died_on", OLD."first_name", OLD."id", OLD."last_name", OLD."middle_name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."phone", OLD."practice_id", OLD."record_number", OLD."sex", OLD."source_id", OLD."state", OLD."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_09be6() RETURNS trigger
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
                    INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (OLD."code", OLD."id", OLD."modifiers", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practitioner", OLD."recorded_at", OLD."recorded_by_id", OLD."served_on", OLD."source_id", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_0b446() RETURNS trigger
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
                    INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (OLD."care_manager_id", OLD."closed_at", OLD."closed_by_id", OLD."consultant_id", OLD."end_reason", OLD."ended_on", OLD."enrolled_at", OLD."enrolled_by_id", OLD."id", OLD."initiating_visit_on", OLD."non_duplication_note", OLD."outside_therapy_same_condition", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."program", OLD."site_id", OLD."started_on", OLD."treating_practitioner_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1d0c8() RETURNS trigger
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
                    INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (OLD."began_on", OLD."code", OLD."ended_on", OLD."id", OLD."label", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_id", OLD."system"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_1fe6f() RETURNS trigger
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
                    INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (OLD."created_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."user_id", OLD."wanted"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_27333() RETURNS trigger
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
                    INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (OLD."choice", OLD."created", OLD."id", OLD."made_at", OLD."made_by_id", OLD."moved_from", OLD."moved_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."said", OLD."undone_at", OLD."undone_by_id", OLD."voided", OLD."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_339c5() RETURNS trigger
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
                    INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (OLD."active_from", OLD."active_to", OLD."created_at", OLD."created_by_id", OLD."group_number", OLD."id", OLD."member_id", OLD."patient_id", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rank", OLD."relationship", OLD."source_id", OLD."subscriber_birth_date", OLD."subscriber_first_name", OLD."subscriber_last_name", OLD."subscriber_sex"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_3f480() RETURNS trigger
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
                    INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (OLD."email", OLD."full_name", OLD."id", OLD."is_active", OLD."is_superuser", OLD."joined_at", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."starts_on_chart", OLD."wants_digest"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_4e2d1() RETURNS trigger
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
                    INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (OLD."activity", OLD."billed_as", OLD."case_review_id", OLD."client_id", OLD."confirmed_at", OLD."confirmed_by_id", OLD."created_at", OLD."created_by_id", OLD."ended_at", OLD."ended_entry_at", OLD."id", OLD."note", OLD."origin", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."phase_of_id", OLD."practice_id", OLD."reason", OLD."replaces_id", OLD."review_reason", OLD."role", OLD."started_at", OLD."status", OLD."void_reason", OLD."voided_at", OLD."voided_by_id", OLD."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5abdd() RETURNS trigger
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
                    INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (OLD."clinician_id", OLD."ended_at", OLD."ended_by_id", OLD."ends_at", OLD."id", OLD."looked_at", OLD."looks", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."review_id", OLD."sent_to", OLD."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5b470() RETURNS trigger
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
                    INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (OLD."close_reason", OLD."closed_at", OLD."closed_by_id", OLD."ends_at", OLD."id", OLD."month", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."reopen_reason", OLD."reopened_at", OLD."reopened_by_id", OLD."starts_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_5e396() RETURNS trigger
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
                    INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."number", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_66019() RETURNS trigger
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
                    INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."is_same", OLD."one_id", OLD."other_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_6a8b1() RETURNS trigger
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
                    INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (OLD."created_at", OLD."id", OLD."name", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."slug", OLD."two_steps_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_70817() RETURNS trigger
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
                    INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."dose", OLD."end_reason", OLD."ended_at", OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."kind", OLD."name", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."prescriber", OLD."recorded_at", OLD."recorded_by_id", OLD."started_on", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_78bdd() RETURNS trigger
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
                    INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (OLD."address", OLD."city", OLD."created_at", OLD."created_by_id", OLD."id", OLD."is_open", OLD."name", OLD."npi", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."place_of_service", OLD."practice_id", OLD."state", OLD."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a35c5() RETURNS trigger
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
                    INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (OLD."from_date", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."source_id", OLD."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_a44ab() RETURNS trigger
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
                    INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (OLD."address", OLD."city", OLD."claim_filing_code", OLD."created_at", OLD."id", OLD."name", OLD."payer_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."source_id", OLD."state", OLD."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ab206() RETURNS trigger
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
                    INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (OLD."id", OLD."instrument", OLD."items", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."scored_on", OLD."source_id", OLD."total", OLD."void_reason", OLD."voided_at", OLD."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ace2c() RETURNS trigger
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
                    INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (OLD."audit_id", OLD."id", OLD."kind", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."settle_note", OLD."settled_at", OLD."settled_by_id", OLD."text", OLD."time_entry_id", OLD."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b889a() RETURNS trigger
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
                    INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (OLD."activities", OLD."address", OLD."by_hand_percent", OLD."city", OLD."claim_batching", OLD."clearinghouse_id", OLD."clearinghouse_name", OLD."clock_call_minutes", OLD."clock_grace_minutes", OLD."clock_idle_minutes", OLD."consent_months", OLD."consent_script", OLD."consent_script_es", OLD."consent_script_other", OLD."contact_name", OLD."contact_phone", OLD."created_at", OLD."digest_hour", OLD."ehr_url", OLD."id", OLD."mails_recommendations", OLD."month_grace_days", OLD."name", OLD."npi", OLD."organization_id", OLD."other_language", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."phone", OLD."place_of_service", OLD."sends_production_claims", OLD."slug", OLD."state", OLD."submitter_id", OLD."tax_id", OLD."taxonomy", OLD."timezone", OLD."two_steps_since", OLD."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_b95a4() RETURNS trigger
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
                    INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."id", OLD."link_id", OLD."note", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_beacd() RETURNS trigger
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
                    INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (OLD."closed_at", OLD."closed_by_id", OLD."id", OLD."month", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c1c02() RETURNS trigger
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
                    INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (OLD."granted_at", OLD."granted_by_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."role", OLD."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c1c84() RETURNS trigger
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
                    INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (OLD."episode_id", OLD."id", OLD."made_on", OLD."next_score_on", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."treatment", OLD."warning_signs", OLD."what_helps", OLD."who_to_call"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_c3cc6() RETURNS trigger
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
                    INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."case_review_id", OLD."closed_at", OLD."episode_id", OLD."id", OLD."meeting_id", OLD."opened_at", _pgh_attach_context(), NOW(), 'delete', OLD."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_d4d8c() RETURNS trigger
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
                    INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (OLD."agreed_at", OLD."agreed_by_id", OLD."file", OLD."file_name", OLD."given_at", OLD."id", OLD."language", OLD."late_reason", OLD."method", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."revoke_reason", OLD."revoked_at", OLD."revoked_by_id", OLD."taken_by_id", OLD."told_consultant", OLD."told_cost_sharing", OLD."told_may_stop", OLD."told_one_practitioner"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_db217() RETURNS trigger
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
                    INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (OLD."episode_id", OLD."from_care_manager_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."reason", OLD."to_care_manager_id", OLD."transferred_at", OLD."transferred_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ddb30() RETURNS trigger
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
                    INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (OLD."answer_note", OLD."answered_at", OLD."answered_by_id", OLD."episode_id", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."program", OLD."reason", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."wanted_care_manager_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_df44a() RETURNS trigger
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
                    INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (OLD."code", OLD."episode_id", OLD."id", OLD."label", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rank", OLD."recorded_at", OLD."recorded_by_id", OLD."removed_at", OLD."removed_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_e92ae() RETURNS trigger
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
                    INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."advice", OLD."consultant_id", OLD."episode_id", OLD."follow_up_on", OLD."id", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."recommendation", OLD."reviewed_on", OLD."signed_at", OLD."signed_by_id", OLD."withdraw_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_ee751() RETURNS trigger
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
                    INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (OLD."answered_by_review_id", OLD."episode_id", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."question", OLD."requested_at", OLD."requested_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_f5070() RETURNS trigger
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
                    INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (OLD."care_manager_id", OLD."consultant_id", OLD."ended_at", OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."started_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_fc5f4() RETURNS trigger
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
                    INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."practice_id", OLD."signed_at", OLD."week_starts_on", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_delete_delete_fe94c() RETURNS trigger
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
                    INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."asked_of_id", OLD."episode_id", OLD."id", OLD."month", OLD."patient_id", _pgh_attach_context(), NOW(), 'delete', OLD."id", OLD."rule", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."words"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_in_closed_month_aa6fb() RETURNS trigger
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

    IF NEW.status = 'confirmed' THEN
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = NEW.patient_id
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at)
            FOR KEY SHARE;
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = NEW.patient_id AND m.closed_at IS NOT NULL
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at);
        IF FOUND THEN
            RAISE EXCEPTION 'time entry in a closed month'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';
        END IF;
    END IF;
 RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_070fe() RETURNS trigger
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
                    INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (NEW."audit_id", NEW."id", NEW."kind", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."settle_note", NEW."settled_at", NEW."settled_by_id", NEW."text", NEW."time_entry_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0d158() RETURNS trigger
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
                    INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (NEW."care_manager_id", NEW."closed_at", NEW."closed_by_id", NEW."consultant_id", NEW."end_reason", NEW."ended_on", NEW."enrolled_at", NEW."enrolled_by_id", NEW."id", NEW."initiating_visit_on", NEW."non_duplication_note", NEW."outside_therapy_same_condition", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."program", NEW."site_id", NEW."started_on", NEW."treating_practitioner_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_0df5c() RETURNS trigger
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
                    INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (NEW."code", NEW."episode_id", NEW."id", NEW."label", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_11f8d() RETURNS trigger
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
                    INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_1732b() RETURNS trigger
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
                    INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."link_id", NEW."note", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_21079() RETURNS trigger
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
                    INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."file", NEW."file_name", NEW."given_at", NEW."id", NEW."language", NEW."late_reason", NEW."method", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revoke_reason", NEW."revoked_at", NEW."revoked_by_id", NEW."taken_by_id", NEW."told_consultant", NEW."told_cost_sharing", NEW."told_may_stop", NEW."told_one_practitioner"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2136b() RETURNS trigger
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
                    INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."created_at", NEW."created_by_id", NEW."died_on", NEW."first_name", NEW."id", NEW."last_name", NEW."middle_name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."practice_id", NEW."record_number", NEW."sex", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_24ae7() RETURNS trigger
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
                    INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."dose", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."name", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."prescriber", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_254cb() RETURNS trigger
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
                    INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."advice", NEW."consultant_id", NEW."episode_id", NEW."follow_up_on", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recommendation", NEW."reviewed_on", NEW."signed_at", NEW."signed_by_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_2f3da() RETURNS trigger
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
                    INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."signed_at", NEW."week_starts_on", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_3539e() RETURNS trigger
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
                    INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (NEW."care_manager_id", NEW."consultant_id", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."started_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_39eff() RETURNS trigger
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
                    INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (NEW."began_on", NEW."code", NEW."ended_on", NEW."id", NEW."label", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."system"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_40ab0() RETURNS trigger
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
                    INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (NEW."granted_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_47d51() RETURNS trigger
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
                    INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."slug", NEW."two_steps_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4bbd8() RETURNS trigger
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
                    INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_same", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_4f8b5() RETURNS trigger
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
                    INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."action_taken", NEW."answer", NEW."id", NEW."measure_id", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."raised_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_55020() RETURNS trigger
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
                    INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (NEW."activity", NEW."billed_as", NEW."case_review_id", NEW."client_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."ended_entry_at", NEW."id", NEW."note", NEW."origin", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phase_of_id", NEW."practice_id", NEW."reason", NEW."replaces_id", NEW."review_reason", NEW."role", NEW."started_at", NEW."status", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_62a25() RETURNS trigger
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
                    INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."episode_id", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."program", NEW."reason", NEW."referred_at", NEW."referred_by_id", NEW."state", NEW."wanted_care_manager_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_69eba() RETURNS trigger
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
                    INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (NEW."code", NEW."id", NEW."modifiers", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practitioner", NEW."recorded_at", NEW."recorded_by_id", NEW."served_on", NEW."source_id", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_97d7f() RETURNS trigger
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
                    INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."episode_id", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rule", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9b737() RETURNS trigger
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
                    INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (NEW."activities", NEW."address", NEW."by_hand_percent", NEW."city", NEW."claim_batching", NEW."clearinghouse_id", NEW."clearinghouse_name", NEW."clock_call_minutes", NEW."clock_grace_minutes", NEW."clock_idle_minutes", NEW."consent_months", NEW."consent_script", NEW."consent_script_es", NEW."consent_script_other", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."digest_hour", NEW."ehr_url", NEW."id", NEW."mails_recommendations", NEW."month_grace_days", NEW."name", NEW."npi", NEW."organization_id", NEW."other_language", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."phone", NEW."place_of_service", NEW."sends_production_claims", NEW."slug", NEW."state", NEW."submitter_id", NEW."tax_id", NEW."taxonomy", NEW."timezone", NEW."two_steps_since", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_9e5f0() RETURNS trigger
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
                    INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_open", NEW."name", NEW."npi", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."place_of_service", NEW."practice_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ad840() RETURNS trigger
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
                    INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."number", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_ae9a9() RETURNS trigger
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
                    INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."user_id", NEW."wanted"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b0ac2() RETURNS trigger
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
                    INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (NEW."clinician_id", NEW."ended_at", NEW."ended_by_id", NEW."ends_at", NEW."id", NEW."looked_at", NEW."looks", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."review_id", NEW."sent_to", NEW."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_b61ef() RETURNS trigger
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
                    INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_superuser", NEW."joined_at", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."starts_on_chart", NEW."wants_digest"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_bcf9b() RETURNS trigger
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
                    INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (NEW."answered_by_review_id", NEW."episode_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."question", NEW."requested_at", NEW."requested_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c0a74() RETURNS trigger
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
                    INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."claim_filing_code", NEW."created_at", NEW."id", NEW."name", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c2f16() RETURNS trigger
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
                    INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."id", NEW."instrument", NEW."items", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."scored_on", NEW."source_id", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_c5c60() RETURNS trigger
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
                    INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (NEW."episode_id", NEW."from_care_manager_id", NEW."id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."reason", NEW."to_care_manager_id", NEW."transferred_at", NEW."transferred_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d0dc8() RETURNS trigger
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
                    INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (NEW."choice", NEW."created", NEW."id", NEW."made_at", NEW."made_by_id", NEW."moved_from", NEW."moved_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."said", NEW."undone_at", NEW."undone_by_id", NEW."voided", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d594d() RETURNS trigger
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
                    INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_review_id", NEW."closed_at", NEW."episode_id", NEW."id", NEW."meeting_id", NEW."opened_at", _pgh_attach_context(), NOW(), 'insert', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_d8c3a() RETURNS trigger
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
                    INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (NEW."close_reason", NEW."closed_at", NEW."closed_by_id", NEW."ends_at", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."reopen_reason", NEW."reopened_at", NEW."reopened_by_id", NEW."starts_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e1984() RETURNS trigger
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
                    INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (NEW."active_from", NEW."active_to", NEW."created_at", NEW."created_by_id", NEW."group_number", NEW."id", NEW."member_id", NEW."patient_id", NEW."payer_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."rank", NEW."relationship", NEW."source_id", NEW."subscriber_birth_date", NEW."subscriber_first_name", NEW."subscriber_last_name", NEW."subscriber_sex"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_e9ade() RETURNS trigger
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
                    INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."credentials", NEW."email", NEW."first_name", NEW."id", NEW."kind", NEW."last_name", NEW."npi", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."practice_id", NEW."source_id", NEW."taxonomy", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f4bdc() RETURNS trigger
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
                    INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_insert_insert_f5613() RETURNS trigger
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
                    INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (NEW."episode_id", NEW."id", NEW."made_on", NEW."next_score_on", _pgh_attach_context(), NOW(), 'insert', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."treatment", NEW."warning_signs", NEW."what_helps", NEW."who_to_call"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_never_deleted_c522f() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_no_edit_after_end_7251b() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_plan_written_once_a7b19() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_sign_off_kept_5baa3() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_update_in_closed_month_00c73() RETURNS trigger
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

    IF OLD.status = 'confirmed' THEN
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = OLD.patient_id
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(OLD.started_at, OLD.ended_at)
            FOR KEY SHARE;
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = OLD.patient_id AND m.closed_at IS NOT NULL
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(OLD.started_at, OLD.ended_at);
        IF FOUND THEN
            RAISE EXCEPTION 'time entry in a closed month'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';
        END IF;
    END IF;

    IF NEW.status = 'confirmed' THEN
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = NEW.patient_id
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at)
            FOR KEY SHARE;
        PERFORM 1 FROM registry_servicemonth AS m
            WHERE m.patient_id = NEW.patient_id AND m.closed_at IS NOT NULL
            AND tstzrange(m.starts_at, m.ends_at) && tstzrange(NEW.started_at, NEW.ended_at);
        IF FOUND THEN
            RAISE EXCEPTION 'time entry in a closed month'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'time_entry_month_open';
        END IF;
    END IF;
 RETURN NEW;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_06e19() RETURNS trigger
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
                    INSERT INTO "registry_stayevent" ("from_date", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_0f987() RETURNS trigger
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
                    INSERT INTO "registry_episodeevent" ("care_manager_id", "closed_at", "closed_by_id", "consultant_id", "end_reason", "ended_on", "enrolled_at", "enrolled_by_id", "id", "initiating_visit_on", "non_duplication_note", "outside_therapy_same_condition", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "site_id", "started_on", "treating_practitioner_id") VALUES (NEW."care_manager_id", NEW."closed_at", NEW."closed_by_id", NEW."consultant_id", NEW."end_reason", NEW."ended_on", NEW."enrolled_at", NEW."enrolled_by_id", NEW."id", NEW."initiating_visit_on", NEW."non_duplication_note", NEW."outside_therapy_same_condition", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."program", NEW."site_id", NEW."started_on", NEW."treating_practitioner_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_1f7f6() RETURNS trigger
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
                    INSERT INTO "registry_diagnosisevent" ("code", "episode_id", "id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "recorded_at", "recorded_by_id", "removed_at", "removed_by_id") VALUES (NEW."code", NEW."episode_id", NEW."id", NEW."label", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rank", NEW."recorded_at", NEW."recorded_by_id", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_24643() RETURNS trigger
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
                    INSERT INTO "registry_conditionevent" ("began_on", "code", "ended_on", "id", "label", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "source_id", "system") VALUES (NEW."began_on", NEW."code", NEW."ended_on", NEW."id", NEW."label", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."source_id", NEW."system"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2b23b() RETURNS trigger
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
                    INSERT INTO "registry_safetyflagevent" ("acknowledged_at", "acknowledged_by_id", "action_taken", "answer", "id", "measure_id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."action_taken", NEW."answer", NEW."id", NEW."measure_id", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."raised_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_2e25f() RETURNS trigger
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
                    INSERT INTO "registry_membershipevent" ("granted_at", "granted_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "role", "user_id") VALUES (NEW."granted_at", NEW."granted_by_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."role", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4ca7c() RETURNS trigger
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
                    INSERT INTO "registry_referralevent" ("answer_note", "answered_at", "answered_by_id", "episode_id", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program", "reason", "referred_at", "referred_by_id", "state", "wanted_care_manager_id") VALUES (NEW."answer_note", NEW."answered_at", NEW."answered_by_id", NEW."episode_id", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."program", NEW."reason", NEW."referred_at", NEW."referred_by_id", NEW."state", NEW."wanted_care_manager_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_4e9ec() RETURNS trigger
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
                    INSERT INTO "registry_errandevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "asked_of_id", "episode_id", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "withdrawn_at", "withdrawn_by_id", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."asked_of_id", NEW."episode_id", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rule", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_5914b() RETURNS trigger
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
                    INSERT INTO "registry_authorizationevent" ("from_date", "id", "number", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "to_date") VALUES (NEW."from_date", NEW."id", NEW."number", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."to_date"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_639a4() RETURNS trigger
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
                    INSERT INTO "registry_reviewanswerevent" ("answer", "answered_at", "answered_by_id", "id", "link_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."id", NEW."link_id", NEW."note", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."review_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_6896c() RETURNS trigger
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
                    INSERT INTO "registry_organizationevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "two_steps_since") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."slug", NEW."two_steps_since"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_73718() RETURNS trigger
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
                    INSERT INTO "registry_answerlinkevent" ("clinician_id", "ended_at", "ended_by_id", "ends_at", "id", "looked_at", "looks", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_to", "token_sha256") VALUES (NEW."clinician_id", NEW."ended_at", NEW."ended_by_id", NEW."ends_at", NEW."id", NEW."looked_at", NEW."looks", NEW."made_at", NEW."made_by_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."review_id", NEW."sent_to", NEW."token_sha256"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_79184() RETURNS trigger
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
                    INSERT INTO "registry_otherserviceevent" ("code", "id", "modifiers", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practitioner", "recorded_at", "recorded_by_id", "served_on", "source_id", "voided_at", "voided_by_id") VALUES (NEW."code", NEW."id", NEW."modifiers", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practitioner", NEW."recorded_at", NEW."recorded_by_id", NEW."served_on", NEW."source_id", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7c74e() RETURNS trigger
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
                    INSERT INTO "registry_meetingcaseevent" ("case_review_id", "closed_at", "episode_id", "id", "meeting_id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_review_id", NEW."closed_at", NEW."episode_id", NEW."id", NEW."meeting_id", NEW."opened_at", _pgh_attach_context(), NOW(), 'update', NEW."id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_7fa5d() RETURNS trigger
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
                    INSERT INTO "registry_patientevent" ("address", "birth_date", "city", "created_at", "created_by_id", "died_on", "first_name", "id", "last_name", "middle_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "practice_id", "record_number", "sex", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."birth_date", NEW."city", NEW."created_at", NEW."created_by_id", NEW."died_on", NEW."first_name", NEW."id", NEW."last_name", NEW."middle_name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."practice_id", NEW."record_number", NEW."sex", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_82f7b() RETURNS trigger
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
                    INSERT INTO "registry_relapseplanevent" ("episode_id", "id", "made_on", "next_score_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "treatment", "warning_signs", "what_helps", "who_to_call") VALUES (NEW."episode_id", NEW."id", NEW."made_on", NEW."next_score_on", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."treatment", NEW."warning_signs", NEW."what_helps", NEW."who_to_call"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_83139() RETURNS trigger
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
                    INSERT INTO "registry_reviewrequestevent" ("answered_by_review_id", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "requested_at", "requested_by_id") VALUES (NEW."answered_by_review_id", NEW."episode_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."question", NEW."requested_at", NEW."requested_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8866c() RETURNS trigger
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
                    INSERT INTO "registry_practiceevent" ("activities", "address", "by_hand_percent", "city", "claim_batching", "clearinghouse_id", "clearinghouse_name", "clock_call_minutes", "clock_grace_minutes", "clock_idle_minutes", "consent_months", "consent_script", "consent_script_es", "consent_script_other", "contact_name", "contact_phone", "created_at", "digest_hour", "ehr_url", "id", "mails_recommendations", "month_grace_days", "name", "npi", "organization_id", "other_language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "place_of_service", "sends_production_claims", "slug", "state", "submitter_id", "tax_id", "taxonomy", "timezone", "two_steps_since", "zip_code") VALUES (NEW."activities", NEW."address", NEW."by_hand_percent", NEW."city", NEW."claim_batching", NEW."clearinghouse_id", NEW."clearinghouse_name", NEW."clock_call_minutes", NEW."clock_grace_minutes", NEW."clock_idle_minutes", NEW."consent_months", NEW."consent_script", NEW."consent_script_es", NEW."consent_script_other", NEW."contact_name", NEW."contact_phone", NEW."created_at", NEW."digest_hour", NEW."ehr_url", NEW."id", NEW."mails_recommendations", NEW."month_grace_days", NEW."name", NEW."npi", NEW."organization_id", NEW."other_language", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phone", NEW."place_of_service", NEW."sends_production_claims", NEW."slug", NEW."state", NEW."submitter_id", NEW."tax_id", NEW."taxonomy", NEW."timezone", NEW."two_steps_since", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_8c40d() RETURNS trigger
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
                    INSERT INTO "registry_coverageevent" ("active_from", "active_to", "created_at", "created_by_id", "group_number", "id", "member_id", "patient_id", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "relationship", "source_id", "subscriber_birth_date", "subscriber_first_name", "subscriber_last_name", "subscriber_sex") VALUES (NEW."active_from", NEW."active_to", NEW."created_at", NEW."created_by_id", NEW."group_number", NEW."id", NEW."member_id", NEW."patient_id", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."rank", NEW."relationship", NEW."source_id", NEW."subscriber_birth_date", NEW."subscriber_first_name", NEW."subscriber_last_name", NEW."subscriber_sex"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_939d6() RETURNS trigger
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
                    INSERT INTO "registry_consentevent" ("agreed_at", "agreed_by_id", "file", "file_name", "given_at", "id", "language", "late_reason", "method", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "revoke_reason", "revoked_at", "revoked_by_id", "taken_by_id", "told_consultant", "told_cost_sharing", "told_may_stop", "told_one_practitioner") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."file", NEW."file_name", NEW."given_at", NEW."id", NEW."language", NEW."late_reason", NEW."method", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."revoke_reason", NEW."revoked_at", NEW."revoked_by_id", NEW."taken_by_id", NEW."told_consultant", NEW."told_cost_sharing", NEW."told_may_stop", NEW."told_one_practitioner"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_99106() RETURNS trigger
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
                    INSERT INTO "registry_userevent" ("email", "full_name", "id", "is_active", "is_superuser", "joined_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on_chart", "wants_digest") VALUES (NEW."email", NEW."full_name", NEW."id", NEW."is_active", NEW."is_superuser", NEW."joined_at", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."starts_on_chart", NEW."wants_digest"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9a850() RETURNS trigger
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
                    INSERT INTO "registry_treatmentevent" ("dose", "end_reason", "ended_at", "ended_by_id", "ended_on", "id", "kind", "name", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prescriber", "recorded_at", "recorded_by_id", "started_on", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."dose", NEW."end_reason", NEW."ended_at", NEW."ended_by_id", NEW."ended_on", NEW."id", NEW."kind", NEW."name", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."prescriber", NEW."recorded_at", NEW."recorded_by_id", NEW."started_on", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9c718() RETURNS trigger
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
                    INSERT INTO "registry_siteevent" ("address", "city", "created_at", "created_by_id", "id", "is_open", "name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_of_service", "practice_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."created_at", NEW."created_by_id", NEW."id", NEW."is_open", NEW."name", NEW."npi", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."place_of_service", NEW."practice_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_9d3ef() RETURNS trigger
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
                    INSERT INTO "registry_timeentryevent" ("activity", "billed_as", "case_review_id", "client_id", "confirmed_at", "confirmed_by_id", "created_at", "created_by_id", "ended_at", "ended_entry_at", "id", "note", "origin", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase_of_id", "practice_id", "reason", "replaces_id", "review_reason", "role", "started_at", "status", "void_reason", "voided_at", "voided_by_id", "worker_id") VALUES (NEW."activity", NEW."billed_as", NEW."case_review_id", NEW."client_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."ended_at", NEW."ended_entry_at", NEW."id", NEW."note", NEW."origin", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."phase_of_id", NEW."practice_id", NEW."reason", NEW."replaces_id", NEW."review_reason", NEW."role", NEW."started_at", NEW."status", NEW."void_reason", NEW."voided_at", NEW."voided_by_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_a4c5b() RETURNS trigger
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
                    INSERT INTO "registry_clinicianevent" ("created_at", "created_by_id", "credentials", "email", "first_name", "id", "kind", "last_name", "npi", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "taxonomy", "user_id") VALUES (NEW."created_at", NEW."created_by_id", NEW."credentials", NEW."email", NEW."first_name", NEW."id", NEW."kind", NEW."last_name", NEW."npi", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."source_id", NEW."taxonomy", NEW."user_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_b5933() RETURNS trigger
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
                    INSERT INTO "registry_closedmonthevent" ("closed_at", "closed_by_id", "id", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id") VALUES (NEW."closed_at", NEW."closed_by_id", NEW."id", NEW."month", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_ba096() RETURNS trigger
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
                    INSERT INTO "registry_servicemonthevent" ("close_reason", "closed_at", "closed_by_id", "ends_at", "id", "month", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "reopen_reason", "reopened_at", "reopened_by_id", "starts_at") VALUES (NEW."close_reason", NEW."closed_at", NEW."closed_by_id", NEW."ends_at", NEW."id", NEW."month", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."reopen_reason", NEW."reopened_at", NEW."reopened_by_id", NEW."starts_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c54b2() RETURNS trigger
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
                    INSERT INTO "registry_caseloadmeetingevent" ("care_manager_id", "consultant_id", "ended_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "started_at") VALUES (NEW."care_manager_id", NEW."consultant_id", NEW."ended_at", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."started_at"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c5729() RETURNS trigger
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
                    INSERT INTO "registry_logsignoffevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "signed_at", "week_starts_on", "withdrawn_at", "withdrawn_by_id", "worker_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."signed_at", NEW."week_starts_on", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_c8716() RETURNS trigger
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
                    INSERT INTO "registry_transferevent" ("episode_id", "from_care_manager_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "to_care_manager_id", "transferred_at", "transferred_by_id") VALUES (NEW."episode_id", NEW."from_care_manager_id", NEW."id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason", NEW."to_care_manager_id", NEW."transferred_at", NEW."transferred_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d1e42() RETURNS trigger
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
                    INSERT INTO "registry_logauditfindingevent" ("audit_id", "id", "kind", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "settle_note", "settled_at", "settled_by_id", "text", "time_entry_id", "worker_id") VALUES (NEW."audit_id", NEW."id", NEW."kind", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."settle_note", NEW."settled_at", NEW."settled_by_id", NEW."text", NEW."time_entry_id", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d6e85() RETURNS trigger
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
                    INSERT INTO "registry_casereviewevent" ("advice", "consultant_id", "episode_id", "follow_up_on", "id", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "reviewed_on", "signed_at", "signed_by_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."advice", NEW."consultant_id", NEW."episode_id", NEW."follow_up_on", NEW."id", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recommendation", NEW."reviewed_on", NEW."signed_at", NEW."signed_by_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_d73da() RETURNS trigger
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
                    INSERT INTO "registry_measureevent" ("id", "instrument", "items", "patient_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "scored_on", "source_id", "total", "void_reason", "voided_at", "voided_by_id") VALUES (NEW."id", NEW."instrument", NEW."items", NEW."patient_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."scored_on", NEW."source_id", NEW."total", NEW."void_reason", NEW."voided_at", NEW."voided_by_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_dc71d() RETURNS trigger
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
                    INSERT INTO "registry_timecutevent" ("choice", "created", "id", "made_at", "made_by_id", "moved_from", "moved_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "said", "undone_at", "undone_by_id", "voided", "worker_id") VALUES (NEW."choice", NEW."created", NEW."id", NEW."made_at", NEW."made_by_id", NEW."moved_from", NEW."moved_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."said", NEW."undone_at", NEW."undone_by_id", NEW."voided", NEW."worker_id"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_de499() RETURNS trigger
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
                    INSERT INTO "registry_payerevent" ("address", "city", "claim_filing_code", "created_at", "id", "name", "payer_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "source_id", "state", "zip_code") VALUES (NEW."address", NEW."city", NEW."claim_filing_code", NEW."created_at", NEW."id", NEW."name", NEW."payer_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."source_id", NEW."state", NEW."zip_code"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_e717f() RETURNS trigger
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
                    INSERT INTO "registry_caseloadviewevent" ("created_at", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice_id", "user_id", "wanted") VALUES (NEW."created_at", NEW."id", NEW."name", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."practice_id", NEW."user_id", NEW."wanted"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_update_update_fe125() RETURNS trigger
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
                    INSERT INTO "registry_patientmatchevent" ("decided_at", "decided_by_id", "id", "is_same", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."is_same", NEW."one_id", NEW."other_id", _pgh_attach_context(), NOW(), 'update', NEW."id", NEW."reason"); RETURN NULL;
                END;
            $$;

CREATE FUNCTION public.pgtrigger_voided_is_final_8e7d5() RETURNS trigger
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

CREATE FUNCTION public.pgtrigger_written_once_b563a() RETURNS trigger
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

CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE plpgsql
    AS $$
                DECLARE
                    _pgtrigger_ignore TEXT[];
                    _result BOOLEAN;
                BEGIN
                    BEGIN
                        SELECT INTO _pgtrigger_ignore
                            CURRENT_SETTING('pgtrigger.ignore');
                        EXCEPTION WHEN OTHERS THEN
                    END;
                    IF _pgtrigger_ignore IS NOT NULL THEN
                        SELECT trigger_name = ANY(_pgtrigger_ignore)
                        INTO _result;
                        RETURN _result;
                    ELSE
                        RETURN FALSE;
                    END IF;
                END;
            $$;

CREATE FUNCTION public.registry_keep_contacts(wanted bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM registry_lastcontact AS c
        WHERE c.patient_id = ANY(wanted) ORDER BY c.patient_id FOR NO KEY UPDATE;
    INSERT INTO registry_lastcontact AS kept (patient_id, at)
    SELECT wanted_id, (
        SELECT e.started_at FROM registry_timeentry AS e
        WHERE e.patient_id = wanted_id AND e.status IN ('confirmed', 'needs_review')
        AND e.activity IN ('patient_contact', 'brief_intervention', 'measurement',
            'psychotherapy', 'crisis')
        ORDER BY e.started_at DESC LIMIT 1
    ) FROM unnest(wanted) AS wanted_id ORDER BY wanted_id
    ON CONFLICT (patient_id) DO UPDATE SET at = excluded.at
    WHERE kept.at IS DISTINCT FROM excluded.at;
END $$;

CREATE FUNCTION public.registry_keep_courses(wanted bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM 1 FROM registry_course AS c JOIN registry_episode AS e ON e.id = c.episode_id
        WHERE e.patient_id = ANY(wanted) ORDER BY c.episode_id FOR NO KEY UPDATE OF c;
    UPDATE registry_course AS c SET
        scale = coalesce(found.scale, ''),
        first_total = found.first_total, first_scored_on = found.first_scored_on,
        last_total = found.last_total, last_scored_on = found.last_scored_on,
        phq9 = found.phq9, gad7 = found.gad7, scored_on = found.scored_on,
        reviewed_on = found.reviewed_on, flagged_at = found.flagged_at,
        asked_at = found.asked_at,
        consent_from = found.given_at, consent_until = found.revoked_at
    FROM (
        SELECT e.id, s.scale, a.total AS first_total, a.scored_on AS first_scored_on,
            z.total AS last_total, z.scored_on AS last_scored_on,
            p.total AS phq9, g.total AS gad7, greatest(p.scored_on, g.scored_on) AS scored_on,
            (SELECT max(r.reviewed_on) FROM registry_casereview AS r
                WHERE r.episode_id = e.id AND r.withdrawn_at IS NULL) AS reviewed_on,
            (SELECT min(f.raised_at) FROM registry_safetyflag AS f
                WHERE f.patient_id = e.patient_id AND f.acknowledged_at IS NULL) AS flagged_at,
            (SELECT min(q.requested_at) FROM registry_reviewrequest AS q
                WHERE q.episode_id = e.id AND q.answered_by_review_id IS NULL) AS asked_at,
            k.given_at, k.revoked_at
        FROM registry_episode AS e
        LEFT JOIN LATERAL (
            SELECT m.instrument AS scale FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument IN ('PHQ-9', 'GAD-7')
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.instrument DESC LIMIT 1
        ) AS s ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = s.scale
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.scored_on, m.id LIMIT 1
        ) AS a ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = s.scale
            AND m.voided_at IS NULL AND m.scored_on >= e.started_on - 30
            ORDER BY m.scored_on DESC, m.id LIMIT 1
        ) AS z ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = 'PHQ-9' AND m.voided_at IS NULL
            ORDER BY m.scored_on DESC, m.id DESC LIMIT 1
        ) AS p ON true
        LEFT JOIN LATERAL (
            SELECT m.total, m.scored_on FROM registry_measure AS m
            WHERE m.patient_id = e.patient_id AND m.instrument = 'GAD-7' AND m.voided_at IS NULL
            ORDER BY m.scored_on DESC, m.id DESC LIMIT 1
        ) AS g ON true
        LEFT JOIN LATERAL (
            SELECT n.given_at, n.revoked_at FROM registry_consent AS n
            WHERE n.patient_id = e.patient_id
            ORDER BY n.revoked_at DESC NULLS FIRST, n.given_at LIMIT 1
        ) AS k ON true
        WHERE e.patient_id = ANY(wanted)
    ) AS found
    WHERE found.id = c.episode_id AND (
        c.scale, c.first_total, c.first_scored_on, c.last_total, c.last_scored_on, c.phq9, c.gad7,
        c.scored_on, c.reviewed_on, c.flagged_at, c.asked_at, c.consent_from, c.consent_until
    ) IS DISTINCT FROM (
        coalesce(found.scale, ''), found.first_total, found.first_scored_on, found.last_total,
        found.last_scored_on, found.phq9, found.gad7, found.scored_on, found.reviewed_on,
        found.flagged_at, found.asked_at, found.given_at, found.revoked_at
    );
END $$;

CREATE TABLE public.registry_accesslog (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    patient_id bigint,
    page character varying(64) NOT NULL
);

CREATE TABLE public.registry_answerlink (
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    sent_to character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    looks smallint NOT NULL,
    looked_at timestamp with time zone,
    clinician_id bigint NOT NULL,
    ended_by_id bigint,
    made_by_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT answer_link_ended_paired CHECK ((((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)) OR ((ended_at IS NULL) AND (ended_by_id IS NULL)))),
    CONSTRAINT answer_link_lasts CHECK ((ends_at > made_at)),
    CONSTRAINT registry_answerlink_looks_check CHECK ((looks >= 0))
);

CREATE TABLE public.registry_answerlinkevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    token_sha256 character varying(64) NOT NULL,
    sent_to character varying(254) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    looks smallint NOT NULL,
    looked_at timestamp with time zone,
    clinician_id bigint NOT NULL,
    ended_by_id bigint,
    made_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    CONSTRAINT registry_answerlinkevent_looks_check CHECK ((looks >= 0))
);

CREATE TABLE public.registry_authorization (
    id bigint NOT NULL,
    number character varying(30) NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    CONSTRAINT authorization_ends_after_start CHECK (((to_date IS NULL) OR (to_date >= from_date)))
);

CREATE TABLE public.registry_authorizationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    number character varying(30) NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    patient_id bigint NOT NULL
);

CREATE TABLE public.registry_caseloadmeeting (
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    care_manager_id bigint NOT NULL,
    consultant_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT caseload_meeting_ends_after_start CHECK (((ended_at IS NULL) OR (ended_at >= started_at)))
);

CREATE TABLE public.registry_caseloadmeetingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    care_manager_id bigint NOT NULL,
    consultant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_caseloadview (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    wanted jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    practice_id bigint NOT NULL,
    user_id bigint NOT NULL
);

CREATE TABLE public.registry_caseloadviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    wanted jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    user_id bigint NOT NULL
);

CREATE TABLE public.registry_casereview (
    id bigint NOT NULL,
    reviewed_on date NOT NULL,
    advice character varying(20) NOT NULL,
    recommendation text NOT NULL,
    follow_up_on date,
    signed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdraw_reason character varying(200) NOT NULL,
    consultant_id bigint NOT NULL,
    signed_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    episode_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    CONSTRAINT case_review_has_recommendation CHECK ((NOT (recommendation = ''::text))),
    CONSTRAINT case_review_withdrawn_paired CHECK ((((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL)) OR ((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL))))
);

CREATE TABLE public.registry_casereviewevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    reviewed_on date NOT NULL,
    advice character varying(20) NOT NULL,
    recommendation text NOT NULL,
    follow_up_on date,
    signed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    withdraw_reason character varying(200) NOT NULL,
    consultant_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    signed_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    episode_id bigint NOT NULL,
    patient_id bigint NOT NULL
);

CREATE TABLE public.registry_clinician (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    first_name character varying(35) NOT NULL,
    last_name character varying(60) NOT NULL,
    credentials character varying(20) NOT NULL,
    npi character varying(10) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    user_id bigint,
    practice_id bigint NOT NULL,
    email character varying(254) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.registry_clinicianevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    first_name character varying(35) NOT NULL,
    last_name character varying(60) NOT NULL,
    credentials character varying(20) NOT NULL,
    npi character varying(10) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint,
    practice_id bigint NOT NULL,
    email character varying(254) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.registry_clockwatch (
    entry_id bigint NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    worked_at timestamp with time zone,
    answered_at timestamp with time zone,
    swept_at timestamp with time zone
);

CREATE TABLE public.registry_closedmonth (
    id bigint NOT NULL,
    month date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT closed_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.registry_closedmonthevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_condition (
    id bigint NOT NULL,
    system character varying(8) NOT NULL,
    code character varying(18) NOT NULL,
    label character varying(255) NOT NULL,
    began_on date NOT NULL,
    ended_on date,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    CONSTRAINT condition_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= began_on)))
);

CREATE TABLE public.registry_conditionevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    system character varying(8) NOT NULL,
    code character varying(18) NOT NULL,
    label character varying(255) NOT NULL,
    began_on date NOT NULL,
    ended_on date,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    patient_id bigint NOT NULL
);

CREATE TABLE public.registry_consent (
    id bigint NOT NULL,
    method character varying(8) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    told_consultant boolean NOT NULL,
    told_cost_sharing boolean NOT NULL,
    told_one_practitioner boolean NOT NULL,
    told_may_stop boolean NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(120) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoke_reason character varying(200) NOT NULL,
    recorded_by_id bigint NOT NULL,
    revoked_by_id bigint,
    taken_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    late_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    language character varying(40) DEFAULT ''::character varying NOT NULL,
    counts_from timestamp with time zone GENERATED ALWAYS AS (
CASE
    WHEN ((NOT ((late_reason)::text = ''::text)) AND (agreed_at IS NULL)) THEN recorded_at
    ELSE given_at
END) STORED,
    CONSTRAINT consent_agreed_by_another CHECK (((agreed_by_id IS NULL) OR (NOT ((agreed_by_id = recorded_by_id) AND (agreed_by_id IS NOT NULL))))),
    CONSTRAINT consent_agreed_paired CHECK ((((agreed_at IS NOT NULL) AND (agreed_by_id IS NOT NULL)) OR ((agreed_at IS NULL) AND (agreed_by_id IS NULL)))),
    CONSTRAINT consent_all_statements_made CHECK ((told_consultant AND told_cost_sharing AND told_may_stop AND told_one_practitioner)),
    CONSTRAINT consent_not_recorded_before_given CHECK ((given_at <= recorded_at)),
    CONSTRAINT consent_revoked_after_given CHECK (((revoked_at IS NULL) OR (revoked_at >= given_at))),
    CONSTRAINT consent_revoked_paired CHECK ((((revoked_at IS NOT NULL) AND (revoked_by_id IS NOT NULL)) OR ((revoked_at IS NULL) AND (revoked_by_id IS NULL))))
);

CREATE TABLE public.registry_consentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    method character varying(8) NOT NULL,
    given_at timestamp with time zone NOT NULL,
    told_consultant boolean NOT NULL,
    told_cost_sharing boolean NOT NULL,
    told_one_practitioner boolean NOT NULL,
    told_may_stop boolean NOT NULL,
    file character varying(100) NOT NULL,
    file_name character varying(120) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoke_reason character varying(200) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    revoked_by_id bigint,
    taken_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    late_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    language character varying(40) DEFAULT ''::character varying NOT NULL
);

CREATE TABLE public.registry_course (
    episode_id bigint NOT NULL,
    scale character varying(8) NOT NULL,
    first_total smallint,
    first_scored_on date,
    last_total smallint,
    last_scored_on date,
    phq9 smallint,
    gad7 smallint,
    scored_on date,
    reviewed_on date,
    flagged_at timestamp with time zone,
    asked_at timestamp with time zone,
    consent_from timestamp with time zone,
    consent_until timestamp with time zone,
    CONSTRAINT registry_course_first_total_check CHECK ((first_total >= 0)),
    CONSTRAINT registry_course_gad7_check CHECK ((gad7 >= 0)),
    CONSTRAINT registry_course_last_total_check CHECK ((last_total >= 0)),
    CONSTRAINT registry_course_phq9_check CHECK ((phq9 >= 0))
);

CREATE TABLE public.registry_coverage (
    id bigint NOT NULL,
    rank smallint NOT NULL,
    member_id character varying(40) NOT NULL,
    group_number character varying(30) NOT NULL,
    relationship character varying(2) NOT NULL,
    subscriber_first_name character varying(35) NOT NULL,
    subscriber_last_name character varying(60) NOT NULL,
    subscriber_birth_date date,
    subscriber_sex character varying(1) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source_id character varying(80) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    payer_id bigint NOT NULL,
    CONSTRAINT coverage_ends_after_start CHECK (((active_to IS NULL) OR (active_to >= active_from))),
    CONSTRAINT coverage_rank_known CHECK (((rank >= 1) AND (rank <= 3))),
    CONSTRAINT registry_coverage_rank_check CHECK ((rank >= 0))
);

CREATE TABLE public.registry_coverageevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    rank smallint NOT NULL,
    member_id character varying(40) NOT NULL,
    group_number character varying(30) NOT NULL,
    relationship character varying(2) NOT NULL,
    subscriber_first_name character varying(35) NOT NULL,
    subscriber_last_name character varying(60) NOT NULL,
    subscriber_birth_date date,
    subscriber_sex character varying(1) NOT NULL,
    active_from date NOT NULL,
    active_to date,
    source_id character varying(80) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    payer_id bigint NOT NULL,
    CONSTRAINT registry_coverageevent_rank_check CHECK ((rank >= 0))
);

CREATE TABLE public.registry_diagnosis (
    id bigint NOT NULL,
    code character varying(8) NOT NULL,
    label character varying(255) NOT NULL,
    rank smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    recorded_by_id bigint NOT NULL,
    removed_by_id bigint,
    episode_id bigint NOT NULL,
    CONSTRAINT diagnosis_removed_paired CHECK ((((removed_at IS NOT NULL) AND (removed_by_id IS NOT NULL)) OR ((removed_at IS NULL) AND (removed_by_id IS NULL)))),
    CONSTRAINT registry_diagnosis_rank_check CHECK ((rank >= 0))
);

CREATE TABLE public.registry_diagnosisevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(8) NOT NULL,
    label character varying(255) NOT NULL,
    rank smallint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    removed_by_id bigint,
    episode_id bigint NOT NULL,
    CONSTRAINT registry_diagnosisevent_rank_check CHECK ((rank >= 0))
);

CREATE TABLE public.registry_digest (
    id bigint NOT NULL,
    day date NOT NULL,
    counts jsonb NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    practice_id bigint NOT NULL,
    user_id bigint NOT NULL
);

CREATE TABLE public.registry_episode (
    id bigint NOT NULL,
    program character varying(4) NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    end_reason character varying(16) NOT NULL,
    initiating_visit_on date,
    outside_therapy_same_condition boolean,
    non_duplication_note text NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    care_manager_id bigint NOT NULL,
    closed_by_id bigint,
    consultant_id bigint,
    enrolled_by_id bigint NOT NULL,
    treating_practitioner_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    site_id bigint,
    CONSTRAINT episode_closed_paired CHECK ((((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)) OR ((closed_at IS NULL) AND (closed_by_id IS NULL)))),
    CONSTRAINT episode_end_has_a_reason CHECK (((((end_reason)::text = ''::text) AND (ended_on IS NULL)) OR ((ended_on IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT episode_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
    CONSTRAINT episode_program_known CHECK (((program)::text = ANY ((ARRAY['cocm'::character varying, 'bhi'::character varying])::text[])))
);

CREATE TABLE public.registry_episodeevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    program character varying(4) NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    end_reason character varying(16) NOT NULL,
    initiating_visit_on date,
    outside_therapy_same_condition boolean,
    non_duplication_note text NOT NULL,
    enrolled_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    care_manager_id bigint NOT NULL,
    closed_by_id bigint,
    consultant_id bigint,
    enrolled_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    treating_practitioner_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    site_id bigint
);

CREATE TABLE public.registry_errand (
    id bigint NOT NULL,
    month date NOT NULL,
    rule character varying(40) NOT NULL,
    words character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer character varying(300) NOT NULL,
    answered_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    asked_of_id bigint NOT NULL,
    episode_id bigint,
    patient_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT errand_answer_says_why CHECK (((((answer)::text = ''::text) AND (answered_at IS NULL)) OR ((answered_at IS NOT NULL) AND (NOT ((answer)::text = ''::text))))),
    CONSTRAINT errand_answered_paired CHECK ((((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)) OR ((answered_at IS NULL) AND (answered_by_id IS NULL)))),
    CONSTRAINT errand_month_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
    CONSTRAINT errand_withdrawn_paired CHECK ((((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL)) OR ((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL))))
);

CREATE TABLE public.registry_errandevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL,
    rule character varying(40) NOT NULL,
    words character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer character varying(300) NOT NULL,
    answered_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    answered_by_id bigint,
    asked_by_id bigint NOT NULL,
    asked_of_id bigint NOT NULL,
    episode_id bigint,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    withdrawn_by_id bigint
);

CREATE TABLE public.registry_lastcontact (
    patient_id bigint NOT NULL,
    at timestamp with time zone
);

CREATE TABLE public.registry_logaudit (
    id bigint NOT NULL,
    week_starts_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL,
    made_by_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_logauditfinding (
    id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    text character varying(300) NOT NULL,
    settled_at timestamp with time zone,
    settle_note character varying(200) NOT NULL,
    audit_id bigint NOT NULL,
    settled_by_id bigint,
    worker_id bigint,
    patient_id bigint,
    time_entry_id bigint,
    CONSTRAINT log_audit_finding_settled_paired CHECK ((((settled_at IS NOT NULL) AND (settled_by_id IS NOT NULL)) OR ((settled_at IS NULL) AND (settled_by_id IS NULL))))
);

CREATE TABLE public.registry_logauditfindingevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    text character varying(300) NOT NULL,
    settled_at timestamp with time zone,
    settle_note character varying(200) NOT NULL,
    audit_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    settled_by_id bigint,
    worker_id bigint,
    patient_id bigint,
    time_entry_id bigint
);

CREATE TABLE public.registry_logsignoff (
    id bigint NOT NULL,
    week_starts_on date NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    practice_id bigint NOT NULL,
    withdrawn_by_id bigint,
    worker_id bigint NOT NULL,
    CONSTRAINT log_sign_off_begins_on_monday CHECK ((EXTRACT(isodow FROM week_starts_on) = (1)::numeric)),
    CONSTRAINT log_sign_off_withdrawn_paired CHECK ((((withdrawn_at IS NOT NULL) AND (withdrawn_by_id IS NOT NULL)) OR ((withdrawn_at IS NULL) AND (withdrawn_by_id IS NULL))))
);

CREATE TABLE public.registry_logsignoffevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    week_starts_on date NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    withdrawn_by_id bigint,
    worker_id bigint NOT NULL
);

CREATE TABLE public.registry_measure (
    id bigint NOT NULL,
    instrument character varying(8) NOT NULL,
    scored_on date NOT NULL,
    total smallint NOT NULL,
    items smallint[],
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint,
    patient_id bigint NOT NULL,
    CONSTRAINT measure_total_in_range CHECK (((((instrument)::text = 'PHQ-9'::text) AND (total <= 27)) OR (((instrument)::text = 'GAD-7'::text) AND (total <= 21)) OR (((instrument)::text = 'PHQ-2'::text) AND (total <= 6)))),
    CONSTRAINT measure_voided_paired CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL)))),
    CONSTRAINT registry_measure_total_check CHECK ((total >= 0))
);

CREATE TABLE public.registry_measureevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    instrument character varying(8) NOT NULL,
    scored_on date NOT NULL,
    total smallint NOT NULL,
    items smallint[],
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint,
    patient_id bigint NOT NULL,
    CONSTRAINT registry_measureevent_total_check CHECK ((total >= 0))
);

CREATE TABLE public.registry_meetingcase (
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    case_review_id bigint,
    episode_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    CONSTRAINT meeting_case_closes_after_opening CHECK (((closed_at IS NULL) OR (closed_at >= opened_at)))
);

CREATE TABLE public.registry_meetingcaseevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    case_review_id bigint,
    episode_id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

CREATE TABLE public.registry_membership (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    granted_by_id bigint NOT NULL,
    user_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    CONSTRAINT membership_role_known CHECK (((role)::text = ANY ((ARRAY['care_manager'::character varying, 'treating_practitioner'::character varying, 'consultant'::character varying, 'biller'::character varying, 'supervisor'::character varying, 'auditor'::character varying])::text[])))
);

CREATE TABLE public.registry_membershipevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    granted_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    user_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_organization (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    two_steps_since timestamp with time zone
);

CREATE TABLE public.registry_organizationevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    slug character varying(50) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    two_steps_since timestamp with time zone
);

CREATE TABLE public.registry_otherservice (
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    served_on date NOT NULL,
    practitioner character varying(80) NOT NULL,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint,
    patient_id bigint NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    CONSTRAINT other_service_voided_paired CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL))))
);

CREATE TABLE public.registry_otherserviceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    code character varying(5) NOT NULL,
    served_on date NOT NULL,
    practitioner character varying(80) NOT NULL,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    voided_at timestamp with time zone,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint,
    patient_id bigint NOT NULL,
    modifiers character varying(2)[] NOT NULL
);

CREATE TABLE public.registry_patient (
    id bigint NOT NULL,
    record_number character varying(24) NOT NULL,
    first_name character varying(35) NOT NULL,
    middle_name character varying(25) NOT NULL,
    last_name character varying(60) NOT NULL,
    birth_date date NOT NULL,
    sex character varying(1) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    phone character varying(20) NOT NULL,
    died_on date,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_patientevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    record_number character varying(24) NOT NULL,
    first_name character varying(35) NOT NULL,
    middle_name character varying(25) NOT NULL,
    last_name character varying(60) NOT NULL,
    birth_date date NOT NULL,
    sex character varying(1) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    phone character varying(20) NOT NULL,
    died_on date,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_patientmatch (
    id bigint NOT NULL,
    is_same boolean NOT NULL,
    reason character varying(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by_id bigint NOT NULL,
    one_id bigint NOT NULL,
    other_id bigint NOT NULL,
    CONSTRAINT patient_match_lower_id_first CHECK ((one_id < other_id))
);

CREATE TABLE public.registry_patientmatchevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_same boolean NOT NULL,
    reason character varying(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    decided_by_id bigint NOT NULL,
    one_id bigint NOT NULL,
    other_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL
);

CREATE TABLE public.registry_payer (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    payer_id character varying(20) NOT NULL,
    claim_filing_code character varying(2) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_payerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    payer_id character varying(20) NOT NULL,
    claim_filing_code character varying(2) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    source_id character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_practice (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    slug character varying(50) NOT NULL,
    timezone character varying(64) NOT NULL,
    npi character varying(10) NOT NULL,
    tax_id character varying(9) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    phone character varying(10) NOT NULL,
    place_of_service character varying(2) NOT NULL,
    submitter_id character varying(15) NOT NULL,
    contact_name character varying(60) NOT NULL,
    contact_phone character varying(10) NOT NULL,
    claim_batching character varying(16) NOT NULL,
    clearinghouse_name character varying(60) NOT NULL,
    clearinghouse_id character varying(15) NOT NULL,
    sends_production_claims boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id bigint NOT NULL,
    consent_script text NOT NULL,
    clock_call_minutes smallint NOT NULL,
    clock_grace_minutes smallint NOT NULL,
    clock_idle_minutes smallint NOT NULL,
    month_grace_days smallint DEFAULT 5 NOT NULL,
    digest_hour smallint DEFAULT 7 NOT NULL,
    by_hand_percent smallint DEFAULT 30 NOT NULL,
    consent_months smallint DEFAULT 12 NOT NULL,
    consent_script_es text DEFAULT ''::text NOT NULL,
    consent_script_other text DEFAULT ''::text NOT NULL,
    ehr_url character varying(300) DEFAULT ''::character varying NOT NULL,
    other_language character varying(40) DEFAULT ''::character varying NOT NULL,
    mails_recommendations boolean DEFAULT false NOT NULL,
    two_steps_since timestamp with time zone,
    activities character varying(20)[] DEFAULT '{}'::character varying(20)[] NOT NULL,
    CONSTRAINT registry_practice_by_hand_percent_check CHECK ((by_hand_percent >= 0)),
    CONSTRAINT registry_practice_clock_call_minutes_check CHECK ((clock_call_minutes >= 0)),
    CONSTRAINT registry_practice_clock_grace_minutes_check CHECK ((clock_grace_minutes >= 0)),
    CONSTRAINT registry_practice_clock_idle_minutes_check CHECK ((clock_idle_minutes >= 0)),
    CONSTRAINT registry_practice_consent_months_check CHECK ((consent_months >= 0)),
    CONSTRAINT registry_practice_digest_hour_check CHECK ((digest_hour >= 0)),
    CONSTRAINT registry_practice_month_grace_days_check CHECK ((month_grace_days >= 0))
);

CREATE TABLE public.registry_practiceevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    slug character varying(50) NOT NULL,
    timezone character varying(64) NOT NULL,
    npi character varying(10) NOT NULL,
    tax_id character varying(9) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    phone character varying(10) NOT NULL,
    place_of_service character varying(2) NOT NULL,
    submitter_id character varying(15) NOT NULL,
    contact_name character varying(60) NOT NULL,
    contact_phone character varying(10) NOT NULL,
    claim_batching character varying(16) NOT NULL,
    clearinghouse_name character varying(60) NOT NULL,
    clearinghouse_id character varying(15) NOT NULL,
    sends_production_claims boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    consent_script text NOT NULL,
    clock_call_minutes smallint NOT NULL,
    clock_grace_minutes smallint NOT NULL,
    clock_idle_minutes smallint NOT NULL,
    month_grace_days smallint DEFAULT 5 NOT NULL,
    digest_hour smallint DEFAULT 7 NOT NULL,
    by_hand_percent smallint DEFAULT 30 NOT NULL,
    consent_months smallint DEFAULT 12 NOT NULL,
    consent_script_es text DEFAULT ''::text NOT NULL,
    consent_script_other text DEFAULT ''::text NOT NULL,
    ehr_url character varying(300) DEFAULT ''::character varying NOT NULL,
    other_language character varying(40) DEFAULT ''::character varying NOT NULL,
    mails_recommendations boolean DEFAULT false NOT NULL,
    two_steps_since timestamp with time zone,
    activities character varying(20)[] DEFAULT '{}'::character varying(20)[] NOT NULL,
    CONSTRAINT registry_practiceevent_by_hand_percent_check CHECK ((by_hand_percent >= 0)),
    CONSTRAINT registry_practiceevent_clock_call_minutes_check CHECK ((clock_call_minutes >= 0)),
    CONSTRAINT registry_practiceevent_clock_grace_minutes_check CHECK ((clock_grace_minutes >= 0)),
    CONSTRAINT registry_practiceevent_clock_idle_minutes_check CHECK ((clock_idle_minutes >= 0)),
    CONSTRAINT registry_practiceevent_consent_months_check CHECK ((consent_months >= 0)),
    CONSTRAINT registry_practiceevent_digest_hour_check CHECK ((digest_hour >= 0)),
    CONSTRAINT registry_practiceevent_month_grace_days_check CHECK ((month_grace_days >= 0))
);

CREATE TABLE public.registry_referral (
    id bigint NOT NULL,
    program character varying(4) NOT NULL,
    reason text NOT NULL,
    state character varying(10) NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer_note text NOT NULL,
    answered_by_id bigint,
    episode_id bigint,
    patient_id bigint NOT NULL,
    referred_by_id bigint NOT NULL,
    wanted_care_manager_id bigint,
    CONSTRAINT referral_answered_paired CHECK ((((answered_at IS NOT NULL) AND (answered_by_id IS NOT NULL)) OR ((answered_at IS NULL) AND (answered_by_id IS NULL)))),
    CONSTRAINT referral_answered_unless_waiting CHECK ((((answered_at IS NULL) AND ((state)::text = 'waiting'::text)) OR ((NOT ((state)::text = 'waiting'::text)) AND (answered_at IS NOT NULL)))),
    CONSTRAINT referral_enrolled_has_its_episode CHECK ((((episode_id IS NOT NULL) AND ((state)::text = 'enrolled'::text)) OR ((NOT ((state)::text = 'enrolled'::text)) AND (episode_id IS NULL)))),
    CONSTRAINT referral_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'accepted'::character varying, 'enrolled'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[])))
);

CREATE TABLE public.registry_referralevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    program character varying(4) NOT NULL,
    reason text NOT NULL,
    state character varying(10) NOT NULL,
    referred_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    answer_note text NOT NULL,
    answered_by_id bigint,
    episode_id bigint,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    referred_by_id bigint NOT NULL,
    wanted_care_manager_id bigint
);

CREATE TABLE public.registry_relapseplan (
    id bigint NOT NULL,
    warning_signs text NOT NULL,
    what_helps text NOT NULL,
    treatment text NOT NULL,
    who_to_call text NOT NULL,
    next_score_on date,
    made_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    episode_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL
);

CREATE TABLE public.registry_relapseplanevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    warning_signs text NOT NULL,
    what_helps text NOT NULL,
    treatment text NOT NULL,
    who_to_call text NOT NULL,
    next_score_on date,
    made_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    episode_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL
);

CREATE TABLE public.registry_reviewanswer (
    id bigint NOT NULL,
    answer character varying(8) NOT NULL,
    note text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    review_id bigint NOT NULL,
    link_id bigint,
    CONSTRAINT review_answer_is_somebody_s CHECK (((answered_by_id IS NOT NULL) OR (link_id IS NOT NULL))),
    CONSTRAINT review_answer_known CHECK (((answer)::text = ANY ((ARRAY['accepted'::character varying, 'modified'::character varying, 'declined'::character varying])::text[]))),
    CONSTRAINT review_answer_says_why CHECK ((((answer)::text = 'accepted'::text) OR (NOT (note = ''::text))))
);

CREATE TABLE public.registry_reviewanswerevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    answer character varying(8) NOT NULL,
    note text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    answered_by_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    review_id bigint NOT NULL,
    link_id bigint
);

CREATE TABLE public.registry_reviewdraft (
    id bigint NOT NULL,
    advice character varying(20) NOT NULL,
    recommendation text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    author_id bigint NOT NULL,
    episode_id bigint NOT NULL
);

CREATE TABLE public.registry_reviewrequest (
    id bigint NOT NULL,
    question text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    answered_by_review_id bigint,
    episode_id bigint NOT NULL,
    requested_by_id bigint NOT NULL
);

CREATE TABLE public.registry_reviewrequestevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    question text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    answered_by_review_id bigint,
    episode_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    requested_by_id bigint NOT NULL
);

CREATE TABLE public.registry_safetyflag (
    id bigint NOT NULL,
    answer smallint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    action_taken text NOT NULL,
    acknowledged_by_id bigint,
    measure_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    CONSTRAINT registry_safetyflag_answer_check CHECK ((answer >= 0)),
    CONSTRAINT safety_flag_acknowledged_paired CHECK ((((acknowledged_at IS NOT NULL) AND (acknowledged_by_id IS NOT NULL)) OR ((acknowledged_at IS NULL) AND (acknowledged_by_id IS NULL))))
);

CREATE TABLE public.registry_safetyflagevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    answer smallint NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    action_taken text NOT NULL,
    acknowledged_by_id bigint,
    measure_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    CONSTRAINT registry_safetyflagevent_answer_check CHECK ((answer >= 0))
);

CREATE TABLE public.registry_servicemonth (
    id bigint NOT NULL,
    month date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    worked_seconds integer NOT NULL,
    confirmed_seconds integer NOT NULL,
    review_seconds integer NOT NULL,
    counted_seconds integer NOT NULL,
    standing jsonb,
    standing_at timestamp with time zone,
    closed_at timestamp with time zone,
    close_reason character varying(200) NOT NULL,
    reopened_at timestamp with time zone,
    reopen_reason character varying(200) NOT NULL,
    closed_by_id bigint,
    patient_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    reopened_by_id bigint,
    minutes_to_next integer GENERATED ALWAYS AS (((standing #>> '{next,minutes_needed}'::text[]))::integer) STORED,
    review_is_awaited boolean GENERATED ALWAYS AS ((standing @> '{"outcome": "held", "reasons": [{"kind": "hold", "rule": "consultant_review_missing"}]}'::jsonb)) STORED,
    CONSTRAINT registry_servicemonth_confirmed_seconds_check CHECK ((confirmed_seconds >= 0)),
    CONSTRAINT registry_servicemonth_counted_seconds_check CHECK ((counted_seconds >= 0)),
    CONSTRAINT registry_servicemonth_review_seconds_check CHECK ((review_seconds >= 0)),
    CONSTRAINT registry_servicemonth_worked_seconds_check CHECK ((worked_seconds >= 0)),
    CONSTRAINT service_month_closed_paired CHECK ((((closed_at IS NOT NULL) AND (closed_by_id IS NOT NULL)) OR ((closed_at IS NULL) AND (closed_by_id IS NULL)))),
    CONSTRAINT service_month_reopened_paired CHECK ((((reopened_at IS NOT NULL) AND (reopened_by_id IS NOT NULL)) OR ((reopened_at IS NULL) AND (reopened_by_id IS NULL)))),
    CONSTRAINT service_month_starts_before_end CHECK ((starts_at < ends_at)),
    CONSTRAINT service_month_starts_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

CREATE TABLE public.registry_servicemonthevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    month date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    close_reason character varying(200) NOT NULL,
    reopened_at timestamp with time zone,
    reopen_reason character varying(200) NOT NULL,
    closed_by_id bigint,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    reopened_by_id bigint
);

CREATE TABLE public.registry_site (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    npi character varying(10) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    place_of_service character varying(2) NOT NULL,
    is_open boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_siteevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    npi character varying(10) NOT NULL,
    address character varying(55) NOT NULL,
    city character varying(30) NOT NULL,
    state character varying(2) NOT NULL,
    zip_code character varying(9) NOT NULL,
    place_of_service character varying(2) NOT NULL,
    is_open boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL
);

CREATE TABLE public.registry_stay (
    id bigint NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    patient_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    CONSTRAINT stay_ends_after_start CHECK (((to_date IS NULL) OR (to_date >= from_date)))
);

CREATE TABLE public.registry_stayevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    from_date date NOT NULL,
    to_date date NOT NULL,
    source_id character varying(80) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL
);

CREATE TABLE public.registry_timecut (
    id bigint NOT NULL,
    choice character varying(10) NOT NULL,
    said character varying(300) NOT NULL,
    voided bigint[] NOT NULL,
    created bigint[] NOT NULL,
    moved_from timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    moved_id bigint,
    practice_id bigint NOT NULL,
    undone_by_id bigint,
    worker_id bigint NOT NULL,
    CONSTRAINT time_cut_undone_paired CHECK ((((undone_at IS NOT NULL) AND (undone_by_id IS NOT NULL)) OR ((undone_at IS NULL) AND (undone_by_id IS NULL))))
);

CREATE TABLE public.registry_timecutevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    choice character varying(10) NOT NULL,
    said character varying(300) NOT NULL,
    voided bigint[] NOT NULL,
    created bigint[] NOT NULL,
    moved_from timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    made_by_id bigint NOT NULL,
    moved_id bigint,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    undone_by_id bigint,
    worker_id bigint NOT NULL
);

CREATE TABLE public.registry_timeentry (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    activity character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    status character varying(12) NOT NULL,
    origin character varying(16) NOT NULL,
    note text NOT NULL,
    reason character varying(200) NOT NULL,
    review_reason character varying(300) NOT NULL,
    billed_as character varying(5) NOT NULL,
    client_id uuid,
    created_at timestamp with time zone NOT NULL,
    ended_entry_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    case_review_id bigint,
    confirmed_by_id bigint,
    created_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    replaces_id bigint,
    voided_by_id bigint,
    worker_id bigint NOT NULL,
    phase_of_id bigint,
    CONSTRAINT time_entry_by_hand_has_a_reason CHECK (((NOT ((origin)::text = 'by_hand'::text)) OR (NOT ((reason)::text = ''::text)))),
    CONSTRAINT time_entry_confirmed_paired CHECK ((((confirmed_at IS NOT NULL) AND (confirmed_by_id IS NOT NULL)) OR ((confirmed_at IS NULL) AND (confirmed_by_id IS NULL)))),
    CONSTRAINT time_entry_review_has_a_reason CHECK (((NOT ((status)::text = 'needs_review'::text)) OR (NOT ((review_reason)::text = ''::text)))),
    CONSTRAINT time_entry_running_is_open CHECK ((((ended_at IS NULL) AND ((status)::text = 'running'::text)) OR ((NOT ((status)::text = 'running'::text)) AND (ended_at IS NOT NULL)))),
    CONSTRAINT time_entry_starts_before_end CHECK (((ended_at IS NULL) OR (ended_at > started_at) OR ((ended_at = started_at) AND ((status)::text = 'voided'::text)))),
    CONSTRAINT time_entry_voided_has_a_reason CHECK (((((status)::text = 'voided'::text) AND (voided_at IS NOT NULL) AND (NOT ((void_reason)::text = ''::text))) OR ((NOT ((status)::text = 'voided'::text)) AND (voided_at IS NULL)))),
    CONSTRAINT time_entry_voided_paired CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL)))),
    CONSTRAINT time_entry_within_a_day CHECK (((ended_at IS NULL) OR ((status)::text = ANY ((ARRAY['voided'::character varying, 'needs_review'::character varying])::text[])) OR (ended_at <= (started_at + '24:00:00'::interval)))),
    CONSTRAINT time_entry_words_known CHECK ((((status)::text = ANY ((ARRAY['running'::character varying, 'confirmed'::character varying, 'needs_review'::character varying, 'voided'::character varying])::text[])) AND ((origin)::text = ANY ((ARRAY['timer'::character varying, 'timer_corrected'::character varying, 'by_hand'::character varying, 'imported'::character varying])::text[])) AND ((activity)::text = ANY ((ARRAY['patient_contact'::character varying, 'brief_intervention'::character varying, 'measurement'::character varying, 'care_planning'::character varying, 'care_coordination'::character varying, 'chart_review'::character varying, 'case_review'::character varying, 'outreach_attempt'::character varying, 'clerical'::character varying, 'psychotherapy'::character varying, 'crisis'::character varying])::text[])) AND ((role)::text = ANY ((ARRAY['care_manager'::character varying, 'clinical_staff'::character varying, 'treating_practitioner'::character varying, 'consultant'::character varying])::text[]))))
);

CREATE TABLE public.registry_timeentryevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    activity character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    status character varying(12) NOT NULL,
    origin character varying(16) NOT NULL,
    note text NOT NULL,
    reason character varying(200) NOT NULL,
    review_reason character varying(300) NOT NULL,
    billed_as character varying(5) NOT NULL,
    client_id uuid,
    created_at timestamp with time zone NOT NULL,
    ended_entry_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    case_review_id bigint,
    confirmed_by_id bigint,
    created_by_id bigint NOT NULL,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    practice_id bigint NOT NULL,
    replaces_id bigint,
    voided_by_id bigint,
    worker_id bigint NOT NULL,
    phase_of_id bigint
);

CREATE TABLE public.registry_transfer (
    id bigint NOT NULL,
    reason character varying(200) NOT NULL,
    transferred_at timestamp with time zone NOT NULL,
    episode_id bigint NOT NULL,
    from_care_manager_id bigint NOT NULL,
    to_care_manager_id bigint NOT NULL,
    transferred_by_id bigint NOT NULL,
    CONSTRAINT transfer_to_somebody_else CHECK ((NOT (from_care_manager_id = to_care_manager_id)))
);

CREATE TABLE public.registry_transferevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    reason character varying(200) NOT NULL,
    transferred_at timestamp with time zone NOT NULL,
    episode_id bigint NOT NULL,
    from_care_manager_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    to_care_manager_id bigint NOT NULL,
    transferred_by_id bigint NOT NULL
);

CREATE TABLE public.registry_treatment (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    name character varying(80) NOT NULL,
    dose character varying(60) NOT NULL,
    prescriber character varying(80) NOT NULL,
    started_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_on date,
    end_reason character varying(12) NOT NULL,
    ended_at timestamp with time zone,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    ended_by_id bigint,
    patient_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint,
    CONSTRAINT treatment_end_has_its_reason CHECK (((((end_reason)::text = ''::text) AND (ended_at IS NULL) AND (ended_on IS NULL)) OR ((ended_at IS NOT NULL) AND (ended_on IS NOT NULL) AND (NOT ((end_reason)::text = ''::text))))),
    CONSTRAINT treatment_ended_paired CHECK ((((ended_at IS NOT NULL) AND (ended_by_id IS NOT NULL)) OR ((ended_at IS NULL) AND (ended_by_id IS NULL)))),
    CONSTRAINT treatment_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
    CONSTRAINT treatment_kind_known CHECK (((kind)::text = ANY ((ARRAY['medicine'::character varying, 'therapy'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT treatment_void_has_its_reason CHECK (((((void_reason)::text = ''::text) AND (voided_at IS NULL)) OR ((voided_at IS NOT NULL) AND (NOT ((void_reason)::text = ''::text))))),
    CONSTRAINT treatment_voided_paired CHECK ((((voided_at IS NOT NULL) AND (voided_by_id IS NOT NULL)) OR ((voided_at IS NULL) AND (voided_by_id IS NULL))))
);

CREATE TABLE public.registry_treatmentevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    name character varying(80) NOT NULL,
    dose character varying(60) NOT NULL,
    prescriber character varying(80) NOT NULL,
    started_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_on date,
    end_reason character varying(12) NOT NULL,
    ended_at timestamp with time zone,
    voided_at timestamp with time zone,
    void_reason character varying(200) NOT NULL,
    ended_by_id bigint,
    patient_id bigint NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    recorded_by_id bigint NOT NULL,
    voided_by_id bigint
);

CREATE TABLE public.registry_user (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    wants_digest boolean NOT NULL,
    starts_on_chart boolean DEFAULT false NOT NULL
);

CREATE TABLE public.registry_user_groups (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    group_id integer NOT NULL
);

CREATE TABLE public.registry_user_user_permissions (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    permission_id integer NOT NULL
);

CREATE TABLE public.registry_userevent (
    pgh_id integer NOT NULL,
    pgh_created_at timestamp with time zone NOT NULL,
    pgh_label text NOT NULL,
    id bigint NOT NULL,
    is_superuser boolean NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(120) NOT NULL,
    is_active boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    pgh_context_id uuid,
    pgh_obj_id bigint NOT NULL,
    wants_digest boolean NOT NULL,
    starts_on_chart boolean DEFAULT false NOT NULL
);

ALTER TABLE public.registry_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_answerlink ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_answerlink_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_answerlinkevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_answerlinkevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_authorization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_authorization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_authorizationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_authorizationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_caseloadmeeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_caseloadmeeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_caseloadmeetingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_caseloadmeetingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_caseloadview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_caseloadview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_caseloadviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_caseloadviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_casereview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_casereview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_casereviewevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_casereviewevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_clinician ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_clinician_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_clinicianevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_clinicianevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_closedmonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_closedmonth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_closedmonthevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_closedmonthevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_condition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_condition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_conditionevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_conditionevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_consent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_consent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_consentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_consentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_coverage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_coverage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_coverageevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_coverageevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_diagnosis ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_diagnosis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_diagnosisevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_diagnosisevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_digest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_episode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_episode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_episodeevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_episodeevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_errand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_errand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_errandevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_errandevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_logaudit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_logaudit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_logauditfinding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_logauditfinding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_logauditfindingevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_logauditfindingevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_logsignoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_logsignoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_logsignoffevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_logsignoffevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_measure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_measure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_measureevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_measureevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_meetingcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_meetingcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_meetingcaseevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_meetingcaseevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_membershipevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_membershipevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_organization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_organizationevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_organizationevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_otherservice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_otherservice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_otherserviceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_otherserviceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_patient ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_patient_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_patientevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_patientevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_patientmatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_patientmatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_patientmatchevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_patientmatchevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_payer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_payer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_payerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_payerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_practice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_practice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_practiceevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_practiceevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_referral ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_referral_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_referralevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_referralevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_relapseplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_relapseplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_relapseplanevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_relapseplanevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_reviewanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_reviewanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_reviewanswerevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_reviewanswerevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_reviewdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_reviewdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_reviewrequest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_reviewrequest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_reviewrequestevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_reviewrequestevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_safetyflag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_safetyflag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_safetyflagevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_safetyflagevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_servicemonth ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_servicemonth_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_servicemonthevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_servicemonthevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_site ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_site_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_siteevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_siteevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_stay ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_stay_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_stayevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_stayevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_timecut ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_timecut_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_timecutevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_timecutevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_timeentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_timeentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_timeentryevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_timeentryevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_transfer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_transfer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_transferevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_transferevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_treatment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_treatment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_treatmentevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_treatmentevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.registry_userevent ALTER COLUMN pgh_id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.registry_userevent_pgh_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.registry_caseloadview
    ADD CONSTRAINT caseload_view_once_by_name UNIQUE (user_id, practice_id, name);

ALTER TABLE ONLY public.registry_closedmonth
    ADD CONSTRAINT closed_month_once UNIQUE (practice_id, month);

ALTER TABLE ONLY public.registry_digest
    ADD CONSTRAINT digest_once_a_day UNIQUE (user_id, practice_id, day);

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT episode_no_two_at_once EXCLUDE USING gist (int8range(patient_id, patient_id, '[]'::text) WITH &&, daterange(started_on, ended_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.registry_logaudit
    ADD CONSTRAINT log_audit_once_a_week UNIQUE (practice_id, week_starts_on);

ALTER TABLE ONLY public.registry_membership
    ADD CONSTRAINT membership_once_per_role UNIQUE (user_id, practice_id, role);

ALTER TABLE ONLY public.registry_patientmatch
    ADD CONSTRAINT patient_match_once_for_a_pair UNIQUE (one_id, other_id);

ALTER TABLE ONLY public.registry_patient
    ADD CONSTRAINT patient_once_per_record_number UNIQUE (practice_id, record_number);

ALTER TABLE ONLY public.registry_accesslog
    ADD CONSTRAINT registry_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_token_sha256_key UNIQUE (token_sha256);

ALTER TABLE ONLY public.registry_answerlinkevent
    ADD CONSTRAINT registry_answerlinkevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_authorization
    ADD CONSTRAINT registry_authorization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_authorizationevent
    ADD CONSTRAINT registry_authorizationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_caseloadmeeting
    ADD CONSTRAINT registry_caseloadmeeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_caseloadmeetingevent
    ADD CONSTRAINT registry_caseloadmeetingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_caseloadview
    ADD CONSTRAINT registry_caseloadview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_caseloadviewevent
    ADD CONSTRAINT registry_caseloadviewevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_casereviewevent
    ADD CONSTRAINT registry_casereviewevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_clinician
    ADD CONSTRAINT registry_clinician_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_clinicianevent
    ADD CONSTRAINT registry_clinicianevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_clockwatch
    ADD CONSTRAINT registry_clockwatch_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.registry_closedmonth
    ADD CONSTRAINT registry_closedmonth_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_closedmonthevent
    ADD CONSTRAINT registry_closedmonthevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_condition
    ADD CONSTRAINT registry_condition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_conditionevent
    ADD CONSTRAINT registry_conditionevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_consentevent
    ADD CONSTRAINT registry_consentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_course
    ADD CONSTRAINT registry_course_pkey PRIMARY KEY (episode_id);

ALTER TABLE ONLY public.registry_coverage
    ADD CONSTRAINT registry_coverage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_coverageevent
    ADD CONSTRAINT registry_coverageevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_diagnosis
    ADD CONSTRAINT registry_diagnosis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_diagnosisevent
    ADD CONSTRAINT registry_diagnosisevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_digest
    ADD CONSTRAINT registry_digest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_episodeevent
    ADD CONSTRAINT registry_episodeevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_errandevent
    ADD CONSTRAINT registry_errandevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_lastcontact
    ADD CONSTRAINT registry_lastcontact_pkey PRIMARY KEY (patient_id);

ALTER TABLE ONLY public.registry_logaudit
    ADD CONSTRAINT registry_logaudit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfinding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_logauditfindingevent
    ADD CONSTRAINT registry_logauditfindingevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_logsignoff
    ADD CONSTRAINT registry_logsignoff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_logsignoffevent
    ADD CONSTRAINT registry_logsignoffevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_measure
    ADD CONSTRAINT registry_measure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_measureevent
    ADD CONSTRAINT registry_measureevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_meetingcase
    ADD CONSTRAINT registry_meetingcase_case_review_id_key UNIQUE (case_review_id);

ALTER TABLE ONLY public.registry_meetingcase
    ADD CONSTRAINT registry_meetingcase_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_meetingcaseevent
    ADD CONSTRAINT registry_meetingcaseevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_membership
    ADD CONSTRAINT registry_membership_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_membershipevent
    ADD CONSTRAINT registry_membershipevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_organization
    ADD CONSTRAINT registry_organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_organization
    ADD CONSTRAINT registry_organization_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.registry_organizationevent
    ADD CONSTRAINT registry_organizationevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_otherservice
    ADD CONSTRAINT registry_otherservice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_otherserviceevent
    ADD CONSTRAINT registry_otherserviceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_patient
    ADD CONSTRAINT registry_patient_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_patientevent
    ADD CONSTRAINT registry_patientevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_patientmatch
    ADD CONSTRAINT registry_patientmatch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_patientmatchevent
    ADD CONSTRAINT registry_patientmatchevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_payer
    ADD CONSTRAINT registry_payer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_payerevent
    ADD CONSTRAINT registry_payerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_practice
    ADD CONSTRAINT registry_practice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_practice
    ADD CONSTRAINT registry_practice_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.registry_practiceevent
    ADD CONSTRAINT registry_practiceevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_episode_id_key UNIQUE (episode_id);

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_referralevent
    ADD CONSTRAINT registry_referralevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_relapseplan
    ADD CONSTRAINT registry_relapseplan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_relapseplanevent
    ADD CONSTRAINT registry_relapseplanevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_reviewanswer
    ADD CONSTRAINT registry_reviewanswer_link_id_key UNIQUE (link_id);

ALTER TABLE ONLY public.registry_reviewanswer
    ADD CONSTRAINT registry_reviewanswer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_reviewanswerevent
    ADD CONSTRAINT registry_reviewanswerevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_reviewdraft
    ADD CONSTRAINT registry_reviewdraft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_reviewrequest
    ADD CONSTRAINT registry_reviewrequest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_reviewrequestevent
    ADD CONSTRAINT registry_reviewrequestevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_safetyflag
    ADD CONSTRAINT registry_safetyflag_measure_id_key UNIQUE (measure_id);

ALTER TABLE ONLY public.registry_safetyflag
    ADD CONSTRAINT registry_safetyflag_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_safetyflagevent
    ADD CONSTRAINT registry_safetyflagevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT registry_servicemonth_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_servicemonthevent
    ADD CONSTRAINT registry_servicemonthevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_site
    ADD CONSTRAINT registry_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_siteevent
    ADD CONSTRAINT registry_siteevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_stayevent
    ADD CONSTRAINT registry_stayevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_timecutevent
    ADD CONSTRAINT registry_timecutevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_client_id_key UNIQUE (client_id);

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_timeentryevent
    ADD CONSTRAINT registry_timeentryevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_transferevent
    ADD CONSTRAINT registry_transferevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_treatment
    ADD CONSTRAINT registry_treatment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_treatmentevent
    ADD CONSTRAINT registry_treatmentevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_user
    ADD CONSTRAINT registry_user_email_key UNIQUE (email);

ALTER TABLE ONLY public.registry_user_groups
    ADD CONSTRAINT registry_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_user_groups
    ADD CONSTRAINT registry_user_groups_user_id_group_id_6d764803_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.registry_user
    ADD CONSTRAINT registry_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_user_user_permissions
    ADD CONSTRAINT registry_user_user_permi_user_id_permission_id_5399dd8b_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.registry_user_user_permissions
    ADD CONSTRAINT registry_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.registry_userevent
    ADD CONSTRAINT registry_userevent_pkey PRIMARY KEY (pgh_id);

ALTER TABLE ONLY public.registry_reviewdraft
    ADD CONSTRAINT review_draft_one_each_author UNIQUE (episode_id, author_id);

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT service_month_once UNIQUE (patient_id, month);

ALTER TABLE ONLY public.registry_site
    ADD CONSTRAINT site_once_per_name UNIQUE (practice_id, name);

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT time_entry_no_overlap_per_worker EXCLUDE USING gist (int8range(worker_id, worker_id, '[]'::text) WITH &&, tstzrange(started_at, ended_at) WITH &&) WHERE (((status)::text = 'confirmed'::text));

CREATE UNIQUE INDEX answer_link_one_at_a_time ON public.registry_answerlink USING btree (review_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX caseload_meeting_one_at_a_time ON public.registry_caseloadmeeting USING btree (consultant_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX clinician_once_per_source ON public.registry_clinician USING btree (practice_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX clinician_once_per_user ON public.registry_clinician USING btree (practice_id, user_id) WHERE (user_id IS NOT NULL);

CREATE INDEX clock_watch_swept ON public.registry_clockwatch USING btree (swept_at) WHERE (swept_at IS NOT NULL);

CREATE UNIQUE INDEX condition_once_per_source ON public.registry_condition USING btree (patient_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX coverage_once_per_source ON public.registry_coverage USING btree (patient_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX diagnosis_once_per_episode ON public.registry_diagnosis USING btree (episode_id, code) WHERE (removed_at IS NULL);

CREATE INDEX episode_open_by_manager ON public.registry_episode USING btree (care_manager_id) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX errand_one_open_for_a_cause ON public.registry_errand USING btree (patient_id, month, rule) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));

CREATE UNIQUE INDEX log_sign_off_once_a_week ON public.registry_logsignoff USING btree (practice_id, worker_id, week_starts_on) WHERE (withdrawn_at IS NULL);

CREATE UNIQUE INDEX measure_once_per_source ON public.registry_measure USING btree (patient_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX meeting_case_one_on_screen ON public.registry_meetingcase USING btree (meeting_id) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX other_service_once_per_source ON public.registry_otherservice USING btree (patient_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX patient_once_per_source ON public.registry_patient USING btree (practice_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX payer_once_per_source ON public.registry_payer USING btree (practice_id, source_id) WHERE (NOT ((source_id)::text = ''::text));

CREATE UNIQUE INDEX referral_one_under_way ON public.registry_referral USING btree (patient_id) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'accepted'::character varying])::text[]));

CREATE INDEX registry_ac_patient_4b8571_idx ON public.registry_accesslog USING btree (patient_id, at DESC);

CREATE INDEX registry_ac_practic_4e6e5a_idx ON public.registry_accesslog USING btree (practice_id, at DESC);

CREATE INDEX registry_ac_user_id_854bfc_idx ON public.registry_accesslog USING btree (user_id, at DESC);

CREATE INDEX registry_answerlink_clinician_id_cb1b2965 ON public.registry_answerlink USING btree (clinician_id);

CREATE INDEX registry_answerlink_ended_by_id_c90d04be ON public.registry_answerlink USING btree (ended_by_id);

CREATE INDEX registry_answerlink_made_by_id_ea628189 ON public.registry_answerlink USING btree (made_by_id);

CREATE INDEX registry_answerlink_review_id_10eeff32 ON public.registry_answerlink USING btree (review_id);

CREATE INDEX registry_answerlink_token_sha256_846fb06a_like ON public.registry_answerlink USING btree (token_sha256 varchar_pattern_ops);

CREATE INDEX registry_answerlinkevent_clinician_id_e523b16e ON public.registry_answerlinkevent USING btree (clinician_id);

CREATE INDEX registry_answerlinkevent_ended_by_id_9429b7b9 ON public.registry_answerlinkevent USING btree (ended_by_id);

CREATE INDEX registry_answerlinkevent_made_by_id_13bf4497 ON public.registry_answerlinkevent USING btree (made_by_id);

CREATE INDEX registry_answerlinkevent_pgh_context_id_b6a505ca ON public.registry_answerlinkevent USING btree (pgh_context_id);

CREATE INDEX registry_answerlinkevent_pgh_obj_id_7d60fe31 ON public.registry_answerlinkevent USING btree (pgh_obj_id);

CREATE INDEX registry_answerlinkevent_review_id_04eeb6cf ON public.registry_answerlinkevent USING btree (review_id);

CREATE INDEX registry_authorization_patient_id_00624485 ON public.registry_authorization USING btree (patient_id);

CREATE INDEX registry_authorization_recorded_by_id_6455d940 ON public.registry_authorization USING btree (recorded_by_id);

CREATE INDEX registry_authorizationevent_patient_id_63ae5859 ON public.registry_authorizationevent USING btree (patient_id);

CREATE INDEX registry_authorizationevent_pgh_context_id_b43ecbc8 ON public.registry_authorizationevent USING btree (pgh_context_id);

CREATE INDEX registry_authorizationevent_pgh_obj_id_54fcb7f3 ON public.registry_authorizationevent USING btree (pgh_obj_id);

CREATE INDEX registry_authorizationevent_recorded_by_id_67d7be33 ON public.registry_authorizationevent USING btree (recorded_by_id);

CREATE INDEX registry_ca_care_ma_2ba020_idx ON public.registry_caseloadmeeting USING btree (care_manager_id, started_at);

CREATE INDEX registry_ca_patient_dc5c0e_idx ON public.registry_casereview USING btree (patient_id, reviewed_on DESC);

CREATE INDEX registry_caseloadmeeting_care_manager_id_b77240ab ON public.registry_caseloadmeeting USING btree (care_manager_id);

CREATE INDEX registry_caseloadmeeting_consultant_id_06efe84f ON public.registry_caseloadmeeting USING btree (consultant_id);

CREATE INDEX registry_caseloadmeeting_practice_id_2cb0e928 ON public.registry_caseloadmeeting USING btree (practice_id);

CREATE INDEX registry_caseloadmeetingevent_care_manager_id_81967581 ON public.registry_caseloadmeetingevent USING btree (care_manager_id);

CREATE INDEX registry_caseloadmeetingevent_consultant_id_a6049371 ON public.registry_caseloadmeetingevent USING btree (consultant_id);

CREATE INDEX registry_caseloadmeetingevent_pgh_context_id_2255d7dc ON public.registry_caseloadmeetingevent USING btree (pgh_context_id);

CREATE INDEX registry_caseloadmeetingevent_pgh_obj_id_ec66688e ON public.registry_caseloadmeetingevent USING btree (pgh_obj_id);

CREATE INDEX registry_caseloadmeetingevent_practice_id_a57a71fd ON public.registry_caseloadmeetingevent USING btree (practice_id);

CREATE INDEX registry_caseloadview_practice_id_a7d9b49a ON public.registry_caseloadview USING btree (practice_id);

CREATE INDEX registry_caseloadview_user_id_bcb8b09a ON public.registry_caseloadview USING btree (user_id);

CREATE INDEX registry_caseloadviewevent_pgh_context_id_11beab80 ON public.registry_caseloadviewevent USING btree (pgh_context_id);

CREATE INDEX registry_caseloadviewevent_pgh_obj_id_c7b9daad ON public.registry_caseloadviewevent USING btree (pgh_obj_id);

CREATE INDEX registry_caseloadviewevent_practice_id_f6392f2e ON public.registry_caseloadviewevent USING btree (practice_id);

CREATE INDEX registry_caseloadviewevent_user_id_73d99477 ON public.registry_caseloadviewevent USING btree (user_id);

CREATE INDEX registry_casereview_consultant_id_e05b5aa9 ON public.registry_casereview USING btree (consultant_id);

CREATE INDEX registry_casereview_episode_id_5d589415 ON public.registry_casereview USING btree (episode_id);

CREATE INDEX registry_casereview_patient_id_15123c31 ON public.registry_casereview USING btree (patient_id);

CREATE INDEX registry_casereview_signed_by_id_e926418d ON public.registry_casereview USING btree (signed_by_id);

CREATE INDEX registry_casereview_withdrawn_by_id_03d040df ON public.registry_casereview USING btree (withdrawn_by_id);

CREATE INDEX registry_casereviewevent_consultant_id_d0f2e2b8 ON public.registry_casereviewevent USING btree (consultant_id);

CREATE INDEX registry_casereviewevent_episode_id_88aed218 ON public.registry_casereviewevent USING btree (episode_id);

CREATE INDEX registry_casereviewevent_patient_id_66f8404e ON public.registry_casereviewevent USING btree (patient_id);

CREATE INDEX registry_casereviewevent_pgh_context_id_7ef7e4d8 ON public.registry_casereviewevent USING btree (pgh_context_id);

CREATE INDEX registry_casereviewevent_pgh_obj_id_b972154b ON public.registry_casereviewevent USING btree (pgh_obj_id);

CREATE INDEX registry_casereviewevent_signed_by_id_797e57d5 ON public.registry_casereviewevent USING btree (signed_by_id);

CREATE INDEX registry_casereviewevent_withdrawn_by_id_e3294fa7 ON public.registry_casereviewevent USING btree (withdrawn_by_id);

CREATE INDEX registry_clinician_created_by_id_7297300f ON public.registry_clinician USING btree (created_by_id);

CREATE INDEX registry_clinician_practice_id_84b304d5 ON public.registry_clinician USING btree (practice_id);

CREATE INDEX registry_clinician_user_id_8e5d9684 ON public.registry_clinician USING btree (user_id);

CREATE INDEX registry_clinicianevent_created_by_id_7738b3ec ON public.registry_clinicianevent USING btree (created_by_id);

CREATE INDEX registry_clinicianevent_pgh_context_id_760bfd05 ON public.registry_clinicianevent USING btree (pgh_context_id);

CREATE INDEX registry_clinicianevent_pgh_obj_id_e5b56c4c ON public.registry_clinicianevent USING btree (pgh_obj_id);

CREATE INDEX registry_clinicianevent_practice_id_1bc9a258 ON public.registry_clinicianevent USING btree (practice_id);

CREATE INDEX registry_clinicianevent_user_id_dfc2031c ON public.registry_clinicianevent USING btree (user_id);

CREATE INDEX registry_closedmonth_closed_by_id_b1b0e8a1 ON public.registry_closedmonth USING btree (closed_by_id);

CREATE INDEX registry_closedmonth_practice_id_262601ad ON public.registry_closedmonth USING btree (practice_id);

CREATE INDEX registry_closedmonthevent_closed_by_id_edb9af4b ON public.registry_closedmonthevent USING btree (closed_by_id);

CREATE INDEX registry_closedmonthevent_pgh_context_id_7a5e0b68 ON public.registry_closedmonthevent USING btree (pgh_context_id);

CREATE INDEX registry_closedmonthevent_pgh_obj_id_65643017 ON public.registry_closedmonthevent USING btree (pgh_obj_id);

CREATE INDEX registry_closedmonthevent_practice_id_0769ac15 ON public.registry_closedmonthevent USING btree (practice_id);

CREATE INDEX registry_co_patient_dbf403_idx ON public.registry_coverage USING btree (patient_id, rank);

CREATE INDEX registry_co_patient_f1325c_idx ON public.registry_condition USING btree (patient_id, began_on DESC);

CREATE INDEX registry_condition_patient_id_f050b94a ON public.registry_condition USING btree (patient_id);

CREATE INDEX registry_condition_recorded_by_id_311ecf89 ON public.registry_condition USING btree (recorded_by_id);

CREATE INDEX registry_conditionevent_patient_id_bc858276 ON public.registry_conditionevent USING btree (patient_id);

CREATE INDEX registry_conditionevent_pgh_context_id_78a40e0d ON public.registry_conditionevent USING btree (pgh_context_id);

CREATE INDEX registry_conditionevent_pgh_obj_id_b03663ca ON public.registry_conditionevent USING btree (pgh_obj_id);

CREATE INDEX registry_conditionevent_recorded_by_id_23e7f551 ON public.registry_conditionevent USING btree (recorded_by_id);

CREATE INDEX registry_consent_agreed_by_id_a3326acb ON public.registry_consent USING btree (agreed_by_id);

CREATE INDEX registry_consent_patient_id_c73824fd ON public.registry_consent USING btree (patient_id);

CREATE INDEX registry_consent_recorded_by_id_74f279cf ON public.registry_consent USING btree (recorded_by_id);

CREATE INDEX registry_consent_revoked_by_id_3df69690 ON public.registry_consent USING btree (revoked_by_id);

CREATE INDEX registry_consent_taken_by_id_9dfdfbad ON public.registry_consent USING btree (taken_by_id);

CREATE INDEX registry_consentevent_agreed_by_id_0d79b7e4 ON public.registry_consentevent USING btree (agreed_by_id);

CREATE INDEX registry_consentevent_patient_id_d23f5573 ON public.registry_consentevent USING btree (patient_id);

CREATE INDEX registry_consentevent_pgh_context_id_7acdce9b ON public.registry_consentevent USING btree (pgh_context_id);

CREATE INDEX registry_consentevent_pgh_obj_id_be58b948 ON public.registry_consentevent USING btree (pgh_obj_id);

CREATE INDEX registry_consentevent_recorded_by_id_9ac4aa03 ON public.registry_consentevent USING btree (recorded_by_id);

CREATE INDEX registry_consentevent_revoked_by_id_43eb6037 ON public.registry_consentevent USING btree (revoked_by_id);

CREATE INDEX registry_consentevent_taken_by_id_fd296d5d ON public.registry_consentevent USING btree (taken_by_id);

CREATE INDEX registry_coverage_created_by_id_1a97ec27 ON public.registry_coverage USING btree (created_by_id);

CREATE INDEX registry_coverage_patient_id_a1b85712 ON public.registry_coverage USING btree (patient_id);

CREATE INDEX registry_coverage_payer_id_54ccdd01 ON public.registry_coverage USING btree (payer_id);

CREATE INDEX registry_coverageevent_created_by_id_f7d398af ON public.registry_coverageevent USING btree (created_by_id);

CREATE INDEX registry_coverageevent_patient_id_0293d0c3 ON public.registry_coverageevent USING btree (patient_id);

CREATE INDEX registry_coverageevent_payer_id_d8ce1573 ON public.registry_coverageevent USING btree (payer_id);

CREATE INDEX registry_coverageevent_pgh_context_id_011d026a ON public.registry_coverageevent USING btree (pgh_context_id);

CREATE INDEX registry_coverageevent_pgh_obj_id_ca0c8099 ON public.registry_coverageevent USING btree (pgh_obj_id);

CREATE INDEX registry_diagnosis_episode_id_f4cbf956 ON public.registry_diagnosis USING btree (episode_id);

CREATE INDEX registry_diagnosis_recorded_by_id_f84a4491 ON public.registry_diagnosis USING btree (recorded_by_id);

CREATE INDEX registry_diagnosis_removed_by_id_c69d32cf ON public.registry_diagnosis USING btree (removed_by_id);

CREATE INDEX registry_diagnosisevent_episode_id_5e1f04ee ON public.registry_diagnosisevent USING btree (episode_id);

CREATE INDEX registry_diagnosisevent_pgh_context_id_ddcf27db ON public.registry_diagnosisevent USING btree (pgh_context_id);

CREATE INDEX registry_diagnosisevent_pgh_obj_id_371b280a ON public.registry_diagnosisevent USING btree (pgh_obj_id);

CREATE INDEX registry_diagnosisevent_recorded_by_id_aa8003d3 ON public.registry_diagnosisevent USING btree (recorded_by_id);

CREATE INDEX registry_diagnosisevent_removed_by_id_ec5a2fcb ON public.registry_diagnosisevent USING btree (removed_by_id);

CREATE INDEX registry_digest_practice_id_60eb1bcf ON public.registry_digest USING btree (practice_id);

CREATE INDEX registry_digest_user_id_23eb4969 ON public.registry_digest USING btree (user_id);

CREATE INDEX registry_episode_care_manager_id_499bad94 ON public.registry_episode USING btree (care_manager_id);

CREATE INDEX registry_episode_closed_by_id_94960f80 ON public.registry_episode USING btree (closed_by_id);

CREATE INDEX registry_episode_consultant_id_7010d081 ON public.registry_episode USING btree (consultant_id);

CREATE INDEX registry_episode_enrolled_by_id_9f1a0b44 ON public.registry_episode USING btree (enrolled_by_id);

CREATE INDEX registry_episode_patient_id_0acc144a ON public.registry_episode USING btree (patient_id);

CREATE INDEX registry_episode_site_id_833e2858 ON public.registry_episode USING btree (site_id);

CREATE INDEX registry_episode_treating_practitioner_id_e05a1e9a ON public.registry_episode USING btree (treating_practitioner_id);

CREATE INDEX registry_episodeevent_care_manager_id_f802a857 ON public.registry_episodeevent USING btree (care_manager_id);

CREATE INDEX registry_episodeevent_closed_by_id_dd8e6169 ON public.registry_episodeevent USING btree (closed_by_id);

CREATE INDEX registry_episodeevent_consultant_id_d18eca74 ON public.registry_episodeevent USING btree (consultant_id);

CREATE INDEX registry_episodeevent_enrolled_by_id_45288625 ON public.registry_episodeevent USING btree (enrolled_by_id);

CREATE INDEX registry_episodeevent_patient_id_f33be6ea ON public.registry_episodeevent USING btree (patient_id);

CREATE INDEX registry_episodeevent_pgh_context_id_e18ffe45 ON public.registry_episodeevent USING btree (pgh_context_id);

CREATE INDEX registry_episodeevent_pgh_obj_id_fa0550c7 ON public.registry_episodeevent USING btree (pgh_obj_id);

CREATE INDEX registry_episodeevent_site_id_d26af5bc ON public.registry_episodeevent USING btree (site_id);

CREATE INDEX registry_episodeevent_treating_practitioner_id_5bce9b06 ON public.registry_episodeevent USING btree (treating_practitioner_id);

CREATE INDEX registry_er_asked_o_398502_idx ON public.registry_errand USING btree (asked_of_id, month);

CREATE INDEX registry_errand_answered_by_id_f4a01ad3 ON public.registry_errand USING btree (answered_by_id);

CREATE INDEX registry_errand_asked_by_id_cdea3ffc ON public.registry_errand USING btree (asked_by_id);

CREATE INDEX registry_errand_asked_of_id_434dab83 ON public.registry_errand USING btree (asked_of_id);

CREATE INDEX registry_errand_episode_id_6b728a76 ON public.registry_errand USING btree (episode_id);

CREATE INDEX registry_errand_patient_id_7154bd22 ON public.registry_errand USING btree (patient_id);

CREATE INDEX registry_errand_withdrawn_by_id_8d4684e0 ON public.registry_errand USING btree (withdrawn_by_id);

CREATE INDEX registry_errandevent_answered_by_id_55b9465b ON public.registry_errandevent USING btree (answered_by_id);

CREATE INDEX registry_errandevent_asked_by_id_be62d092 ON public.registry_errandevent USING btree (asked_by_id);

CREATE INDEX registry_errandevent_asked_of_id_0b0d6754 ON public.registry_errandevent USING btree (asked_of_id);

CREATE INDEX registry_errandevent_episode_id_82def3b3 ON public.registry_errandevent USING btree (episode_id);

CREATE INDEX registry_errandevent_patient_id_98caf98c ON public.registry_errandevent USING btree (patient_id);

CREATE INDEX registry_errandevent_pgh_context_id_4f5a192b ON public.registry_errandevent USING btree (pgh_context_id);

CREATE INDEX registry_errandevent_pgh_obj_id_b0957f0a ON public.registry_errandevent USING btree (pgh_obj_id);

CREATE INDEX registry_errandevent_withdrawn_by_id_a3c2ade1 ON public.registry_errandevent USING btree (withdrawn_by_id);

CREATE INDEX registry_lo_audit_i_e7a540_idx ON public.registry_logauditfinding USING btree (audit_id, kind);

CREATE INDEX registry_logaudit_made_by_id_430cc33b ON public.registry_logaudit USING btree (made_by_id);

CREATE INDEX registry_logaudit_practice_id_fd099c00 ON public.registry_logaudit USING btree (practice_id);

CREATE INDEX registry_logauditfinding_audit_id_37ccf26b ON public.registry_logauditfinding USING btree (audit_id);

CREATE INDEX registry_logauditfinding_patient_id_0cc9ca8f ON public.registry_logauditfinding USING btree (patient_id);

CREATE INDEX registry_logauditfinding_settled_by_id_581ee92f ON public.registry_logauditfinding USING btree (settled_by_id);

CREATE INDEX registry_logauditfinding_time_entry_id_2233432f ON public.registry_logauditfinding USING btree (time_entry_id);

CREATE INDEX registry_logauditfinding_worker_id_34871b5f ON public.registry_logauditfinding USING btree (worker_id);

CREATE INDEX registry_logauditfindingevent_audit_id_338f1649 ON public.registry_logauditfindingevent USING btree (audit_id);

CREATE INDEX registry_logauditfindingevent_patient_id_fb4dcb4f ON public.registry_logauditfindingevent USING btree (patient_id);

CREATE INDEX registry_logauditfindingevent_pgh_context_id_50aa2464 ON public.registry_logauditfindingevent USING btree (pgh_context_id);

CREATE INDEX registry_logauditfindingevent_pgh_obj_id_591fb847 ON public.registry_logauditfindingevent USING btree (pgh_obj_id);

CREATE INDEX registry_logauditfindingevent_settled_by_id_ee5c44ac ON public.registry_logauditfindingevent USING btree (settled_by_id);

CREATE INDEX registry_logauditfindingevent_time_entry_id_5cfd9a0f ON public.registry_logauditfindingevent USING btree (time_entry_id);

CREATE INDEX registry_logauditfindingevent_worker_id_5a689d52 ON public.registry_logauditfindingevent USING btree (worker_id);

CREATE INDEX registry_logsignoff_practice_id_5705cb5e ON public.registry_logsignoff USING btree (practice_id);

CREATE INDEX registry_logsignoff_withdrawn_by_id_0d3b5310 ON public.registry_logsignoff USING btree (withdrawn_by_id);

CREATE INDEX registry_logsignoff_worker_id_50244f41 ON public.registry_logsignoff USING btree (worker_id);

CREATE INDEX registry_logsignoffevent_pgh_context_id_cdd0d7a5 ON public.registry_logsignoffevent USING btree (pgh_context_id);

CREATE INDEX registry_logsignoffevent_pgh_obj_id_00d19e35 ON public.registry_logsignoffevent USING btree (pgh_obj_id);

CREATE INDEX registry_logsignoffevent_practice_id_ee682626 ON public.registry_logsignoffevent USING btree (practice_id);

CREATE INDEX registry_logsignoffevent_withdrawn_by_id_fcb98bfe ON public.registry_logsignoffevent USING btree (withdrawn_by_id);

CREATE INDEX registry_logsignoffevent_worker_id_2d90bbf3 ON public.registry_logsignoffevent USING btree (worker_id);

CREATE INDEX registry_me_patient_ec2dee_idx ON public.registry_measure USING btree (patient_id, instrument, scored_on DESC);

CREATE INDEX registry_measure_patient_id_6214748d ON public.registry_measure USING btree (patient_id);

CREATE INDEX registry_measure_recorded_by_id_304f60bb ON public.registry_measure USING btree (recorded_by_id);

CREATE INDEX registry_measure_voided_by_id_917dd0d0 ON public.registry_measure USING btree (voided_by_id);

CREATE INDEX registry_measureevent_patient_id_23c7716b ON public.registry_measureevent USING btree (patient_id);

CREATE INDEX registry_measureevent_pgh_context_id_b40d8934 ON public.registry_measureevent USING btree (pgh_context_id);

CREATE INDEX registry_measureevent_pgh_obj_id_ac90dfa2 ON public.registry_measureevent USING btree (pgh_obj_id);

CREATE INDEX registry_measureevent_recorded_by_id_c26118c4 ON public.registry_measureevent USING btree (recorded_by_id);

CREATE INDEX registry_measureevent_voided_by_id_df62b60c ON public.registry_measureevent USING btree (voided_by_id);

CREATE INDEX registry_meetingcase_episode_id_fdd3cef4 ON public.registry_meetingcase USING btree (episode_id);

CREATE INDEX registry_meetingcase_meeting_id_cd67a91e ON public.registry_meetingcase USING btree (meeting_id);

CREATE INDEX registry_meetingcaseevent_case_review_id_ba9b5419 ON public.registry_meetingcaseevent USING btree (case_review_id);

CREATE INDEX registry_meetingcaseevent_episode_id_3cda36b9 ON public.registry_meetingcaseevent USING btree (episode_id);

CREATE INDEX registry_meetingcaseevent_meeting_id_15c2c2ff ON public.registry_meetingcaseevent USING btree (meeting_id);

CREATE INDEX registry_meetingcaseevent_pgh_context_id_cd76a73d ON public.registry_meetingcaseevent USING btree (pgh_context_id);

CREATE INDEX registry_meetingcaseevent_pgh_obj_id_bfd4c7e4 ON public.registry_meetingcaseevent USING btree (pgh_obj_id);

CREATE INDEX registry_membership_granted_by_id_218b7a1a ON public.registry_membership USING btree (granted_by_id);

CREATE INDEX registry_membership_practice_id_aa31ed34 ON public.registry_membership USING btree (practice_id);

CREATE INDEX registry_membership_user_id_6cfd34cc ON public.registry_membership USING btree (user_id);

CREATE INDEX registry_membershipevent_granted_by_id_3b3dd529 ON public.registry_membershipevent USING btree (granted_by_id);

CREATE INDEX registry_membershipevent_pgh_context_id_062952e2 ON public.registry_membershipevent USING btree (pgh_context_id);

CREATE INDEX registry_membershipevent_pgh_obj_id_c6a6c193 ON public.registry_membershipevent USING btree (pgh_obj_id);

CREATE INDEX registry_membershipevent_practice_id_8e0bf994 ON public.registry_membershipevent USING btree (practice_id);

CREATE INDEX registry_membershipevent_user_id_d4a696b9 ON public.registry_membershipevent USING btree (user_id);

CREATE INDEX registry_organization_slug_d6ced7cc_like ON public.registry_organization USING btree (slug varchar_pattern_ops);

CREATE INDEX registry_organizationevent_pgh_context_id_e9970a1b ON public.registry_organizationevent USING btree (pgh_context_id);

CREATE INDEX registry_organizationevent_pgh_obj_id_33a91568 ON public.registry_organizationevent USING btree (pgh_obj_id);

CREATE INDEX registry_ot_patient_2930a6_idx ON public.registry_otherservice USING btree (patient_id, served_on);

CREATE INDEX registry_otherservice_patient_id_2e4a7bc8 ON public.registry_otherservice USING btree (patient_id);

CREATE INDEX registry_otherservice_recorded_by_id_45057e4a ON public.registry_otherservice USING btree (recorded_by_id);

CREATE INDEX registry_otherservice_voided_by_id_7b60d32e ON public.registry_otherservice USING btree (voided_by_id);

CREATE INDEX registry_otherserviceevent_patient_id_3680ac4d ON public.registry_otherserviceevent USING btree (patient_id);

CREATE INDEX registry_otherserviceevent_pgh_context_id_44af6375 ON public.registry_otherserviceevent USING btree (pgh_context_id);

CREATE INDEX registry_otherserviceevent_pgh_obj_id_03dbb90a ON public.registry_otherserviceevent USING btree (pgh_obj_id);

CREATE INDEX registry_otherserviceevent_recorded_by_id_3a919685 ON public.registry_otherserviceevent USING btree (recorded_by_id);

CREATE INDEX registry_otherserviceevent_voided_by_id_1db14b7e ON public.registry_otherserviceevent USING btree (voided_by_id);

CREATE INDEX registry_pa_practic_311313_idx ON public.registry_patient USING btree (practice_id, last_name, first_name);

CREATE INDEX registry_patient_created_by_id_16a2ce56 ON public.registry_patient USING btree (created_by_id);

CREATE INDEX registry_patient_practice_id_afecb5ee ON public.registry_patient USING btree (practice_id);

CREATE INDEX registry_patientevent_created_by_id_6dee050a ON public.registry_patientevent USING btree (created_by_id);

CREATE INDEX registry_patientevent_pgh_context_id_129cbe51 ON public.registry_patientevent USING btree (pgh_context_id);

CREATE INDEX registry_patientevent_pgh_obj_id_fb66154e ON public.registry_patientevent USING btree (pgh_obj_id);

CREATE INDEX registry_patientevent_practice_id_012faad7 ON public.registry_patientevent USING btree (practice_id);

CREATE INDEX registry_patientmatch_decided_by_id_c9e41f4d ON public.registry_patientmatch USING btree (decided_by_id);

CREATE INDEX registry_patientmatch_one_id_e7ce9dfe ON public.registry_patientmatch USING btree (one_id);

CREATE INDEX registry_patientmatch_other_id_027c550f ON public.registry_patientmatch USING btree (other_id);

CREATE INDEX registry_patientmatchevent_decided_by_id_3fc0ad80 ON public.registry_patientmatchevent USING btree (decided_by_id);

CREATE INDEX registry_patientmatchevent_one_id_9b843d29 ON public.registry_patientmatchevent USING btree (one_id);

CREATE INDEX registry_patientmatchevent_other_id_fe822af6 ON public.registry_patientmatchevent USING btree (other_id);

CREATE INDEX registry_patientmatchevent_pgh_context_id_50fffe77 ON public.registry_patientmatchevent USING btree (pgh_context_id);

CREATE INDEX registry_patientmatchevent_pgh_obj_id_e221ab49 ON public.registry_patientmatchevent USING btree (pgh_obj_id);

CREATE INDEX registry_payer_practice_id_9b535aa1 ON public.registry_payer USING btree (practice_id);

CREATE INDEX registry_payerevent_pgh_context_id_09e31ad8 ON public.registry_payerevent USING btree (pgh_context_id);

CREATE INDEX registry_payerevent_pgh_obj_id_df8b93d8 ON public.registry_payerevent USING btree (pgh_obj_id);

CREATE INDEX registry_payerevent_practice_id_73bdcc63 ON public.registry_payerevent USING btree (practice_id);

CREATE INDEX registry_practice_organization_id_56795382 ON public.registry_practice USING btree (organization_id);

CREATE INDEX registry_practice_slug_01dcb83a_like ON public.registry_practice USING btree (slug varchar_pattern_ops);

CREATE INDEX registry_practiceevent_organization_id_6f1742b5 ON public.registry_practiceevent USING btree (organization_id);

CREATE INDEX registry_practiceevent_pgh_context_id_3ef37ce9 ON public.registry_practiceevent USING btree (pgh_context_id);

CREATE INDEX registry_practiceevent_pgh_obj_id_e021459d ON public.registry_practiceevent USING btree (pgh_obj_id);

CREATE INDEX registry_referral_answered_by_id_54366b6a ON public.registry_referral USING btree (answered_by_id);

CREATE INDEX registry_referral_patient_id_c5d2bcc3 ON public.registry_referral USING btree (patient_id);

CREATE INDEX registry_referral_referred_by_id_59163771 ON public.registry_referral USING btree (referred_by_id);

CREATE INDEX registry_referral_wanted_care_manager_id_abbf9192 ON public.registry_referral USING btree (wanted_care_manager_id);

CREATE INDEX registry_referralevent_answered_by_id_190405d5 ON public.registry_referralevent USING btree (answered_by_id);

CREATE INDEX registry_referralevent_episode_id_ecbebc18 ON public.registry_referralevent USING btree (episode_id);

CREATE INDEX registry_referralevent_patient_id_c549ccb5 ON public.registry_referralevent USING btree (patient_id);

CREATE INDEX registry_referralevent_pgh_context_id_9211893f ON public.registry_referralevent USING btree (pgh_context_id);

CREATE INDEX registry_referralevent_pgh_obj_id_14a60c8e ON public.registry_referralevent USING btree (pgh_obj_id);

CREATE INDEX registry_referralevent_referred_by_id_70497f8f ON public.registry_referralevent USING btree (referred_by_id);

CREATE INDEX registry_referralevent_wanted_care_manager_id_6cf3ff2d ON public.registry_referralevent USING btree (wanted_care_manager_id);

CREATE INDEX registry_relapseplan_episode_id_009af8b3 ON public.registry_relapseplan USING btree (episode_id);

CREATE INDEX registry_relapseplan_recorded_by_id_d953bbe7 ON public.registry_relapseplan USING btree (recorded_by_id);

CREATE INDEX registry_relapseplanevent_episode_id_9441e186 ON public.registry_relapseplanevent USING btree (episode_id);

CREATE INDEX registry_relapseplanevent_pgh_context_id_9f0acac7 ON public.registry_relapseplanevent USING btree (pgh_context_id);

CREATE INDEX registry_relapseplanevent_pgh_obj_id_ace40bd4 ON public.registry_relapseplanevent USING btree (pgh_obj_id);

CREATE INDEX registry_relapseplanevent_recorded_by_id_52b24e1b ON public.registry_relapseplanevent USING btree (recorded_by_id);

CREATE INDEX registry_reviewanswer_answered_by_id_418878ee ON public.registry_reviewanswer USING btree (answered_by_id);

CREATE INDEX registry_reviewanswer_review_id_19502da4 ON public.registry_reviewanswer USING btree (review_id);

CREATE INDEX registry_reviewanswerevent_answered_by_id_8d8cd106 ON public.registry_reviewanswerevent USING btree (answered_by_id);

CREATE INDEX registry_reviewanswerevent_link_id_18b4f2ad ON public.registry_reviewanswerevent USING btree (link_id);

CREATE INDEX registry_reviewanswerevent_pgh_context_id_2f9a13f1 ON public.registry_reviewanswerevent USING btree (pgh_context_id);

CREATE INDEX registry_reviewanswerevent_pgh_obj_id_888ef968 ON public.registry_reviewanswerevent USING btree (pgh_obj_id);

CREATE INDEX registry_reviewanswerevent_review_id_af3d6157 ON public.registry_reviewanswerevent USING btree (review_id);

CREATE INDEX registry_reviewdraft_author_id_cff12082 ON public.registry_reviewdraft USING btree (author_id);

CREATE INDEX registry_reviewdraft_episode_id_5d5d0918 ON public.registry_reviewdraft USING btree (episode_id);

CREATE INDEX registry_reviewrequest_answered_by_review_id_d2a20a76 ON public.registry_reviewrequest USING btree (answered_by_review_id);

CREATE INDEX registry_reviewrequest_episode_id_fe44297e ON public.registry_reviewrequest USING btree (episode_id);

CREATE INDEX registry_reviewrequest_requested_by_id_37a5f8fd ON public.registry_reviewrequest USING btree (requested_by_id);

CREATE INDEX registry_reviewrequestevent_answered_by_review_id_41debf8a ON public.registry_reviewrequestevent USING btree (answered_by_review_id);

CREATE INDEX registry_reviewrequestevent_episode_id_4991480d ON public.registry_reviewrequestevent USING btree (episode_id);

CREATE INDEX registry_reviewrequestevent_pgh_context_id_9bfeb677 ON public.registry_reviewrequestevent USING btree (pgh_context_id);

CREATE INDEX registry_reviewrequestevent_pgh_obj_id_fce5b731 ON public.registry_reviewrequestevent USING btree (pgh_obj_id);

CREATE INDEX registry_reviewrequestevent_requested_by_id_42d7df55 ON public.registry_reviewrequestevent USING btree (requested_by_id);

CREATE INDEX registry_safetyflag_acknowledged_by_id_3dca1fa8 ON public.registry_safetyflag USING btree (acknowledged_by_id);

CREATE INDEX registry_safetyflag_patient_id_cd127bc6 ON public.registry_safetyflag USING btree (patient_id);

CREATE INDEX registry_safetyflagevent_acknowledged_by_id_486c60e1 ON public.registry_safetyflagevent USING btree (acknowledged_by_id);

CREATE INDEX registry_safetyflagevent_measure_id_da1eeea4 ON public.registry_safetyflagevent USING btree (measure_id);

CREATE INDEX registry_safetyflagevent_patient_id_981877b8 ON public.registry_safetyflagevent USING btree (patient_id);

CREATE INDEX registry_safetyflagevent_pgh_context_id_d995091c ON public.registry_safetyflagevent USING btree (pgh_context_id);

CREATE INDEX registry_safetyflagevent_pgh_obj_id_f580e1c6 ON public.registry_safetyflagevent USING btree (pgh_obj_id);

CREATE INDEX registry_se_practic_2d86d1_idx ON public.registry_servicemonth USING btree (practice_id, month);

CREATE INDEX registry_servicemonth_closed_by_id_3dea660a ON public.registry_servicemonth USING btree (closed_by_id);

CREATE INDEX registry_servicemonth_patient_id_939f5f2b ON public.registry_servicemonth USING btree (patient_id);

CREATE INDEX registry_servicemonth_practice_id_02656140 ON public.registry_servicemonth USING btree (practice_id);

CREATE INDEX registry_servicemonth_reopened_by_id_4e136164 ON public.registry_servicemonth USING btree (reopened_by_id);

CREATE INDEX registry_servicemonthevent_closed_by_id_41369406 ON public.registry_servicemonthevent USING btree (closed_by_id);

CREATE INDEX registry_servicemonthevent_patient_id_1c99c8b5 ON public.registry_servicemonthevent USING btree (patient_id);

CREATE INDEX registry_servicemonthevent_pgh_context_id_13252fe3 ON public.registry_servicemonthevent USING btree (pgh_context_id);

CREATE INDEX registry_servicemonthevent_pgh_obj_id_125f5e4e ON public.registry_servicemonthevent USING btree (pgh_obj_id);

CREATE INDEX registry_servicemonthevent_practice_id_dd332386 ON public.registry_servicemonthevent USING btree (practice_id);

CREATE INDEX registry_servicemonthevent_reopened_by_id_12e9e082 ON public.registry_servicemonthevent USING btree (reopened_by_id);

CREATE INDEX registry_site_created_by_id_fdec6258 ON public.registry_site USING btree (created_by_id);

CREATE INDEX registry_site_practice_id_c83c1c7d ON public.registry_site USING btree (practice_id);

CREATE INDEX registry_siteevent_created_by_id_8326165c ON public.registry_siteevent USING btree (created_by_id);

CREATE INDEX registry_siteevent_pgh_context_id_86216359 ON public.registry_siteevent USING btree (pgh_context_id);

CREATE INDEX registry_siteevent_pgh_obj_id_38efd272 ON public.registry_siteevent USING btree (pgh_obj_id);

CREATE INDEX registry_siteevent_practice_id_80552b81 ON public.registry_siteevent USING btree (practice_id);

CREATE INDEX registry_st_patient_2ad755_idx ON public.registry_stay USING btree (patient_id, from_date);

CREATE INDEX registry_stay_patient_id_2c06f94b ON public.registry_stay USING btree (patient_id);

CREATE INDEX registry_stay_recorded_by_id_5b0f4eb6 ON public.registry_stay USING btree (recorded_by_id);

CREATE INDEX registry_stayevent_patient_id_8cb98b42 ON public.registry_stayevent USING btree (patient_id);

CREATE INDEX registry_stayevent_pgh_context_id_6e804dac ON public.registry_stayevent USING btree (pgh_context_id);

CREATE INDEX registry_stayevent_pgh_obj_id_592414dd ON public.registry_stayevent USING btree (pgh_obj_id);

CREATE INDEX registry_stayevent_recorded_by_id_7af785a3 ON public.registry_stayevent USING btree (recorded_by_id);

CREATE INDEX registry_ti_patient_f44a80_idx ON public.registry_timeentry USING btree (patient_id, started_at);

CREATE INDEX registry_ti_practic_01dc2b_idx ON public.registry_timeentry USING btree (practice_id, started_at);

CREATE INDEX registry_ti_worker__cb69cf_idx ON public.registry_timeentry USING btree (worker_id, started_at);

CREATE INDEX registry_ti_worker__d18faf_idx ON public.registry_timecut USING btree (worker_id, made_at);

CREATE INDEX registry_timecut_made_by_id_79f00718 ON public.registry_timecut USING btree (made_by_id);

CREATE INDEX registry_timecut_moved_id_021b861d ON public.registry_timecut USING btree (moved_id);

CREATE INDEX registry_timecut_practice_id_816d5ed9 ON public.registry_timecut USING btree (practice_id);

CREATE INDEX registry_timecut_undone_by_id_fb09c53e ON public.registry_timecut USING btree (undone_by_id);

CREATE INDEX registry_timecut_worker_id_75c2d5e2 ON public.registry_timecut USING btree (worker_id);

CREATE INDEX registry_timecutevent_made_by_id_275f1e5c ON public.registry_timecutevent USING btree (made_by_id);

CREATE INDEX registry_timecutevent_moved_id_31dc0bc1 ON public.registry_timecutevent USING btree (moved_id);

CREATE INDEX registry_timecutevent_pgh_context_id_ba7f700d ON public.registry_timecutevent USING btree (pgh_context_id);

CREATE INDEX registry_timecutevent_pgh_obj_id_d534e0df ON public.registry_timecutevent USING btree (pgh_obj_id);

CREATE INDEX registry_timecutevent_practice_id_47cb2a3e ON public.registry_timecutevent USING btree (practice_id);

CREATE INDEX registry_timecutevent_undone_by_id_2856890a ON public.registry_timecutevent USING btree (undone_by_id);

CREATE INDEX registry_timecutevent_worker_id_2e8a3d19 ON public.registry_timecutevent USING btree (worker_id);

CREATE INDEX registry_timeentryevent_pgh_context_id_ecf486cc ON public.registry_timeentryevent USING btree (pgh_context_id);

CREATE INDEX registry_timeentryevent_pgh_obj_id_fbdfc8af ON public.registry_timeentryevent USING btree (pgh_obj_id);

CREATE INDEX registry_tr_patient_b358d6_idx ON public.registry_treatment USING btree (patient_id, started_on);

CREATE INDEX registry_transfer_episode_id_282325c9 ON public.registry_transfer USING btree (episode_id);

CREATE INDEX registry_transfer_from_care_manager_id_15c2bd72 ON public.registry_transfer USING btree (from_care_manager_id);

CREATE INDEX registry_transfer_to_care_manager_id_ecbaafeb ON public.registry_transfer USING btree (to_care_manager_id);

CREATE INDEX registry_transfer_transferred_by_id_a205f6dc ON public.registry_transfer USING btree (transferred_by_id);

CREATE INDEX registry_transferevent_episode_id_b844fa41 ON public.registry_transferevent USING btree (episode_id);

CREATE INDEX registry_transferevent_from_care_manager_id_20394be1 ON public.registry_transferevent USING btree (from_care_manager_id);

CREATE INDEX registry_transferevent_pgh_context_id_8e687f76 ON public.registry_transferevent USING btree (pgh_context_id);

CREATE INDEX registry_transferevent_pgh_obj_id_1d911ec4 ON public.registry_transferevent USING btree (pgh_obj_id);

CREATE INDEX registry_transferevent_to_care_manager_id_ae247ec8 ON public.registry_transferevent USING btree (to_care_manager_id);

CREATE INDEX registry_transferevent_transferred_by_id_f3ad3b81 ON public.registry_transferevent USING btree (transferred_by_id);

CREATE INDEX registry_treatment_ended_by_id_247e20ff ON public.registry_treatment USING btree (ended_by_id);

CREATE INDEX registry_treatment_patient_id_8c4a0016 ON public.registry_treatment USING btree (patient_id);

CREATE INDEX registry_treatment_recorded_by_id_f643491b ON public.registry_treatment USING btree (recorded_by_id);

CREATE INDEX registry_treatment_voided_by_id_cca0f039 ON public.registry_treatment USING btree (voided_by_id);

CREATE INDEX registry_treatmentevent_ended_by_id_4ec2932c ON public.registry_treatmentevent USING btree (ended_by_id);

CREATE INDEX registry_treatmentevent_patient_id_ea0c3ddd ON public.registry_treatmentevent USING btree (patient_id);

CREATE INDEX registry_treatmentevent_pgh_context_id_f47eb527 ON public.registry_treatmentevent USING btree (pgh_context_id);

CREATE INDEX registry_treatmentevent_pgh_obj_id_61a41671 ON public.registry_treatmentevent USING btree (pgh_obj_id);

CREATE INDEX registry_treatmentevent_recorded_by_id_70f4a25a ON public.registry_treatmentevent USING btree (recorded_by_id);

CREATE INDEX registry_treatmentevent_voided_by_id_d6ba7fd0 ON public.registry_treatmentevent USING btree (voided_by_id);

CREATE INDEX registry_user_email_0f209364_like ON public.registry_user USING btree (email varchar_pattern_ops);

CREATE INDEX registry_user_groups_group_id_5118a62d ON public.registry_user_groups USING btree (group_id);

CREATE INDEX registry_user_groups_user_id_a77b31c5 ON public.registry_user_groups USING btree (user_id);

CREATE INDEX registry_user_user_permissions_permission_id_a63bc23d ON public.registry_user_user_permissions USING btree (permission_id);

CREATE INDEX registry_user_user_permissions_user_id_f66ae71b ON public.registry_user_user_permissions USING btree (user_id);

CREATE INDEX registry_userevent_pgh_context_id_f528ed15 ON public.registry_userevent USING btree (pgh_context_id);

CREATE INDEX registry_userevent_pgh_obj_id_fd4bc02b ON public.registry_userevent USING btree (pgh_obj_id);

CREATE INDEX safety_flag_open ON public.registry_safetyflag USING btree (patient_id) WHERE (acknowledged_at IS NULL);

CREATE INDEX time_entry_of_review ON public.registry_timeentry USING btree (case_review_id) WHERE (case_review_id IS NOT NULL);

CREATE UNIQUE INDEX time_entry_one_running_per_worker ON public.registry_timeentry USING btree (worker_id) WHERE ((status)::text = 'running'::text);

CREATE INDEX time_entry_phases ON public.registry_timeentry USING btree (phase_of_id) WHERE (phase_of_id IS NOT NULL);

CREATE INDEX time_entry_replaces ON public.registry_timeentry USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);

CREATE UNIQUE INDEX treatment_one_dose_at_a_time ON public.registry_treatment USING btree (patient_id, lower((name)::text)) WHERE ((ended_on IS NULL) AND (voided_at IS NULL));

CREATE TRIGGER contact_changed AFTER UPDATE ON public.registry_timeentry REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_contact_changed();

CREATE TRIGGER contact_made AFTER INSERT ON public.registry_timeentry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_contact_made();

CREATE TRIGGER course_begins AFTER INSERT ON public.registry_episode REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_begins();

CREATE TRIGGER course_delete AFTER DELETE ON public.registry_casereview REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_delete AFTER DELETE ON public.registry_consent REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_delete AFTER DELETE ON public.registry_measure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_delete AFTER DELETE ON public.registry_reviewrequest REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_episode();

CREATE TRIGGER course_delete AFTER DELETE ON public.registry_safetyflag REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_insert AFTER INSERT ON public.registry_casereview REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_insert AFTER INSERT ON public.registry_consent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_insert AFTER INSERT ON public.registry_measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_insert AFTER INSERT ON public.registry_reviewrequest REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_episode();

CREATE TRIGGER course_insert AFTER INSERT ON public.registry_safetyflag REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_of_episode AFTER UPDATE ON public.registry_episode REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_update AFTER UPDATE ON public.registry_casereview REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_update AFTER UPDATE ON public.registry_consent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_update AFTER UPDATE ON public.registry_measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER course_update AFTER UPDATE ON public.registry_reviewrequest REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_episode();

CREATE TRIGGER course_update AFTER UPDATE ON public.registry_safetyflag REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.registry_course_by_patient();

CREATE TRIGGER pgtrigger_answer_written_once_f8899 BEFORE UPDATE ON public.registry_reviewanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_answer_written_once_f8899();

CREATE TRIGGER pgtrigger_append_only_1405d BEFORE DELETE OR UPDATE ON public.registry_payerevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_1405d();

CREATE TRIGGER pgtrigger_append_only_15a3f BEFORE DELETE OR UPDATE ON public.registry_safetyflagevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_15a3f();

CREATE TRIGGER pgtrigger_append_only_275a2 BEFORE DELETE OR UPDATE ON public.registry_answerlinkevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_275a2();

CREATE TRIGGER pgtrigger_append_only_2f258 BEFORE DELETE OR UPDATE ON public.registry_referralevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_2f258();

CREATE TRIGGER pgtrigger_append_only_3167c BEFORE DELETE OR UPDATE ON public.registry_measureevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_3167c();

CREATE TRIGGER pgtrigger_append_only_4acf6 BEFORE DELETE OR UPDATE ON public.registry_userevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4acf6();

CREATE TRIGGER pgtrigger_append_only_4cc44 BEFORE DELETE OR UPDATE ON public.registry_servicemonthevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_4cc44();

CREATE TRIGGER pgtrigger_append_only_61895 BEFORE DELETE OR UPDATE ON public.registry_diagnosisevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_61895();

CREATE TRIGGER pgtrigger_append_only_6ea07 BEFORE DELETE OR UPDATE ON public.registry_treatmentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6ea07();

CREATE TRIGGER pgtrigger_append_only_6f350 BEFORE DELETE OR UPDATE ON public.registry_siteevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_6f350();

CREATE TRIGGER pgtrigger_append_only_71c87 BEFORE DELETE OR UPDATE ON public.registry_membershipevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_71c87();

CREATE TRIGGER pgtrigger_append_only_74d29 BEFORE DELETE OR UPDATE ON public.registry_patientmatchevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_74d29();

CREATE TRIGGER pgtrigger_append_only_79cd1 BEFORE DELETE OR UPDATE ON public.registry_otherserviceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_79cd1();

CREATE TRIGGER pgtrigger_append_only_853c5 BEFORE DELETE OR UPDATE ON public.registry_authorizationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_853c5();

CREATE TRIGGER pgtrigger_append_only_85e7c BEFORE DELETE OR UPDATE ON public.registry_reviewanswerevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_85e7c();

CREATE TRIGGER pgtrigger_append_only_8a0c4 BEFORE DELETE OR UPDATE ON public.registry_relapseplanevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8a0c4();

CREATE TRIGGER pgtrigger_append_only_8a0fe BEFORE DELETE OR UPDATE ON public.registry_errandevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8a0fe();

CREATE TRIGGER pgtrigger_append_only_8b307 BEFORE DELETE OR UPDATE ON public.registry_consentevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8b307();

CREATE TRIGGER pgtrigger_append_only_8b6c1 BEFORE DELETE OR UPDATE ON public.registry_episodeevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8b6c1();

CREATE TRIGGER pgtrigger_append_only_8c9cb BEFORE DELETE OR UPDATE ON public.registry_practiceevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8c9cb();

CREATE TRIGGER pgtrigger_append_only_8f797 BEFORE DELETE OR UPDATE ON public.registry_timecutevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_8f797();

CREATE TRIGGER pgtrigger_append_only_93a2a BEFORE DELETE OR UPDATE ON public.registry_casereviewevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_93a2a();

CREATE TRIGGER pgtrigger_append_only_941cb BEFORE DELETE OR UPDATE ON public.registry_conditionevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_941cb();

CREATE TRIGGER pgtrigger_append_only_95311 BEFORE DELETE OR UPDATE ON public.registry_reviewrequestevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_95311();

CREATE TRIGGER pgtrigger_append_only_99fdf BEFORE DELETE OR UPDATE ON public.registry_patientevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_99fdf();

CREATE TRIGGER pgtrigger_append_only_9dd68 BEFORE DELETE OR UPDATE ON public.registry_meetingcaseevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9dd68();

CREATE TRIGGER pgtrigger_append_only_9e7b0 BEFORE DELETE OR UPDATE ON public.registry_clinicianevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9e7b0();

CREATE TRIGGER pgtrigger_append_only_9f57b BEFORE DELETE OR UPDATE ON public.registry_caseloadviewevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_9f57b();

CREATE TRIGGER pgtrigger_append_only_a5f06 BEFORE DELETE OR UPDATE ON public.registry_accesslog FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a5f06();

CREATE TRIGGER pgtrigger_append_only_a7c1f BEFORE DELETE OR UPDATE ON public.registry_caseloadmeetingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_a7c1f();

CREATE TRIGGER pgtrigger_append_only_abf56 BEFORE DELETE OR UPDATE ON public.registry_transferevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_abf56();

CREATE TRIGGER pgtrigger_append_only_ac5a9 BEFORE DELETE OR UPDATE ON public.registry_closedmonthevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_ac5a9();

CREATE TRIGGER pgtrigger_append_only_c666d BEFORE DELETE OR UPDATE ON public.registry_coverageevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_c666d();

CREATE TRIGGER pgtrigger_append_only_cfc8a BEFORE DELETE OR UPDATE ON public.registry_logsignoffevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_cfc8a();

CREATE TRIGGER pgtrigger_append_only_dc908 BEFORE DELETE OR UPDATE ON public.registry_stayevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_dc908();

CREATE TRIGGER pgtrigger_append_only_e8266 BEFORE DELETE OR UPDATE ON public.registry_logauditfindingevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_e8266();

CREATE TRIGGER pgtrigger_append_only_f5727 BEFORE DELETE OR UPDATE ON public.registry_timeentryevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f5727();

CREATE TRIGGER pgtrigger_append_only_f9055 BEFORE DELETE OR UPDATE ON public.registry_organizationevent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_append_only_f9055();

CREATE TRIGGER pgtrigger_delete_delete_00cc0 AFTER DELETE ON public.registry_clinician FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_00cc0();

CREATE TRIGGER pgtrigger_delete_delete_0251d AFTER DELETE ON public.registry_safetyflag FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0251d();

CREATE TRIGGER pgtrigger_delete_delete_02d42 AFTER DELETE ON public.registry_patient FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_02d42();

CREATE TRIGGER pgtrigger_delete_delete_09be6 AFTER DELETE ON public.registry_otherservice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_09be6();

CREATE TRIGGER pgtrigger_delete_delete_0b446 AFTER DELETE ON public.registry_episode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_0b446();

CREATE TRIGGER pgtrigger_delete_delete_1d0c8 AFTER DELETE ON public.registry_condition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1d0c8();

CREATE TRIGGER pgtrigger_delete_delete_1fe6f AFTER DELETE ON public.registry_caseloadview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_1fe6f();

CREATE TRIGGER pgtrigger_delete_delete_27333 AFTER DELETE ON public.registry_timecut FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_27333();

CREATE TRIGGER pgtrigger_delete_delete_339c5 AFTER DELETE ON public.registry_coverage FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_339c5();

CREATE TRIGGER pgtrigger_delete_delete_3f480 AFTER DELETE ON public.registry_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_3f480();

CREATE TRIGGER pgtrigger_delete_delete_4e2d1 AFTER DELETE ON public.registry_timeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_4e2d1();

CREATE TRIGGER pgtrigger_delete_delete_5abdd AFTER DELETE ON public.registry_answerlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5abdd();

CREATE TRIGGER pgtrigger_delete_delete_5b470 AFTER DELETE ON public.registry_servicemonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5b470();

CREATE TRIGGER pgtrigger_delete_delete_5e396 AFTER DELETE ON public.registry_authorization FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_5e396();

CREATE TRIGGER pgtrigger_delete_delete_66019 AFTER DELETE ON public.registry_patientmatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_66019();

CREATE TRIGGER pgtrigger_delete_delete_6a8b1 AFTER DELETE ON public.registry_organization FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_6a8b1();

CREATE TRIGGER pgtrigger_delete_delete_70817 AFTER DELETE ON public.registry_treatment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_70817();

CREATE TRIGGER pgtrigger_delete_delete_78bdd AFTER DELETE ON public.registry_site FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_78bdd();

CREATE TRIGGER pgtrigger_delete_delete_a35c5 AFTER DELETE ON public.registry_stay FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a35c5();

CREATE TRIGGER pgtrigger_delete_delete_a44ab AFTER DELETE ON public.registry_payer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_a44ab();

CREATE TRIGGER pgtrigger_delete_delete_ab206 AFTER DELETE ON public.registry_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ab206();

CREATE TRIGGER pgtrigger_delete_delete_ace2c AFTER DELETE ON public.registry_logauditfinding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ace2c();

CREATE TRIGGER pgtrigger_delete_delete_b889a AFTER DELETE ON public.registry_practice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b889a();

CREATE TRIGGER pgtrigger_delete_delete_b95a4 AFTER DELETE ON public.registry_reviewanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_b95a4();

CREATE TRIGGER pgtrigger_delete_delete_beacd AFTER DELETE ON public.registry_closedmonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_beacd();

CREATE TRIGGER pgtrigger_delete_delete_c1c02 AFTER DELETE ON public.registry_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c1c02();

CREATE TRIGGER pgtrigger_delete_delete_c1c84 AFTER DELETE ON public.registry_relapseplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c1c84();

CREATE TRIGGER pgtrigger_delete_delete_c3cc6 AFTER DELETE ON public.registry_meetingcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_c3cc6();

CREATE TRIGGER pgtrigger_delete_delete_d4d8c AFTER DELETE ON public.registry_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_d4d8c();

CREATE TRIGGER pgtrigger_delete_delete_db217 AFTER DELETE ON public.registry_transfer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_db217();

CREATE TRIGGER pgtrigger_delete_delete_ddb30 AFTER DELETE ON public.registry_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ddb30();

CREATE TRIGGER pgtrigger_delete_delete_df44a AFTER DELETE ON public.registry_diagnosis FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_df44a();

CREATE TRIGGER pgtrigger_delete_delete_e92ae AFTER DELETE ON public.registry_casereview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_e92ae();

CREATE TRIGGER pgtrigger_delete_delete_ee751 AFTER DELETE ON public.registry_reviewrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_ee751();

CREATE TRIGGER pgtrigger_delete_delete_f5070 AFTER DELETE ON public.registry_caseloadmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_f5070();

CREATE TRIGGER pgtrigger_delete_delete_fc5f4 AFTER DELETE ON public.registry_logsignoff FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fc5f4();

CREATE TRIGGER pgtrigger_delete_delete_fe94c AFTER DELETE ON public.registry_errand FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_delete_delete_fe94c();

CREATE TRIGGER pgtrigger_insert_in_closed_month_aa6fb BEFORE INSERT ON public.registry_timeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_in_closed_month_aa6fb();

CREATE TRIGGER pgtrigger_insert_insert_070fe AFTER INSERT ON public.registry_logauditfinding FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_070fe();

CREATE TRIGGER pgtrigger_insert_insert_0d158 AFTER INSERT ON public.registry_episode FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0d158();

CREATE TRIGGER pgtrigger_insert_insert_0df5c AFTER INSERT ON public.registry_diagnosis FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_0df5c();

CREATE TRIGGER pgtrigger_insert_insert_11f8d AFTER INSERT ON public.registry_closedmonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_11f8d();

CREATE TRIGGER pgtrigger_insert_insert_1732b AFTER INSERT ON public.registry_reviewanswer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_1732b();

CREATE TRIGGER pgtrigger_insert_insert_21079 AFTER INSERT ON public.registry_consent FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_21079();

CREATE TRIGGER pgtrigger_insert_insert_2136b AFTER INSERT ON public.registry_patient FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2136b();

CREATE TRIGGER pgtrigger_insert_insert_24ae7 AFTER INSERT ON public.registry_treatment FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_24ae7();

CREATE TRIGGER pgtrigger_insert_insert_254cb AFTER INSERT ON public.registry_casereview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_254cb();

CREATE TRIGGER pgtrigger_insert_insert_2f3da AFTER INSERT ON public.registry_logsignoff FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_2f3da();

CREATE TRIGGER pgtrigger_insert_insert_3539e AFTER INSERT ON public.registry_caseloadmeeting FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_3539e();

CREATE TRIGGER pgtrigger_insert_insert_39eff AFTER INSERT ON public.registry_condition FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_39eff();

CREATE TRIGGER pgtrigger_insert_insert_40ab0 AFTER INSERT ON public.registry_membership FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_40ab0();

CREATE TRIGGER pgtrigger_insert_insert_47d51 AFTER INSERT ON public.registry_organization FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_47d51();

CREATE TRIGGER pgtrigger_insert_insert_4bbd8 AFTER INSERT ON public.registry_patientmatch FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4bbd8();

CREATE TRIGGER pgtrigger_insert_insert_4f8b5 AFTER INSERT ON public.registry_safetyflag FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_4f8b5();

CREATE TRIGGER pgtrigger_insert_insert_55020 AFTER INSERT ON public.registry_timeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_55020();

CREATE TRIGGER pgtrigger_insert_insert_62a25 AFTER INSERT ON public.registry_referral FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_62a25();

CREATE TRIGGER pgtrigger_insert_insert_69eba AFTER INSERT ON public.registry_otherservice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_69eba();

CREATE TRIGGER pgtrigger_insert_insert_97d7f AFTER INSERT ON public.registry_errand FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_97d7f();

CREATE TRIGGER pgtrigger_insert_insert_9b737 AFTER INSERT ON public.registry_practice FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9b737();

CREATE TRIGGER pgtrigger_insert_insert_9e5f0 AFTER INSERT ON public.registry_site FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_9e5f0();

CREATE TRIGGER pgtrigger_insert_insert_ad840 AFTER INSERT ON public.registry_authorization FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ad840();

CREATE TRIGGER pgtrigger_insert_insert_ae9a9 AFTER INSERT ON public.registry_caseloadview FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_ae9a9();

CREATE TRIGGER pgtrigger_insert_insert_b0ac2 AFTER INSERT ON public.registry_answerlink FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b0ac2();

CREATE TRIGGER pgtrigger_insert_insert_b61ef AFTER INSERT ON public.registry_user FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_b61ef();

CREATE TRIGGER pgtrigger_insert_insert_bcf9b AFTER INSERT ON public.registry_reviewrequest FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_bcf9b();

CREATE TRIGGER pgtrigger_insert_insert_c0a74 AFTER INSERT ON public.registry_payer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c0a74();

CREATE TRIGGER pgtrigger_insert_insert_c2f16 AFTER INSERT ON public.registry_measure FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c2f16();

CREATE TRIGGER pgtrigger_insert_insert_c5c60 AFTER INSERT ON public.registry_transfer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_c5c60();

CREATE TRIGGER pgtrigger_insert_insert_d0dc8 AFTER INSERT ON public.registry_timecut FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d0dc8();

CREATE TRIGGER pgtrigger_insert_insert_d594d AFTER INSERT ON public.registry_meetingcase FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d594d();

CREATE TRIGGER pgtrigger_insert_insert_d8c3a AFTER INSERT ON public.registry_servicemonth FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_d8c3a();

CREATE TRIGGER pgtrigger_insert_insert_e1984 AFTER INSERT ON public.registry_coverage FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e1984();

CREATE TRIGGER pgtrigger_insert_insert_e9ade AFTER INSERT ON public.registry_clinician FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_e9ade();

CREATE TRIGGER pgtrigger_insert_insert_f4bdc AFTER INSERT ON public.registry_stay FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f4bdc();

CREATE TRIGGER pgtrigger_insert_insert_f5613 AFTER INSERT ON public.registry_relapseplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_insert_insert_f5613();

CREATE TRIGGER pgtrigger_never_deleted_c522f BEFORE DELETE ON public.registry_timeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_never_deleted_c522f();

CREATE TRIGGER pgtrigger_no_edit_after_end_7251b BEFORE UPDATE ON public.registry_timeentry FOR EACH ROW WHEN (((old.ended_at IS NOT NULL) AND ((old.started_at IS DISTINCT FROM new.started_at) OR (old.ended_at IS DISTINCT FROM new.ended_at) OR (old.patient_id IS DISTINCT FROM new.patient_id) OR (old.worker_id IS DISTINCT FROM new.worker_id) OR ((old.role)::text IS DISTINCT FROM (new.role)::text)))) EXECUTE FUNCTION public.pgtrigger_no_edit_after_end_7251b();

CREATE TRIGGER pgtrigger_plan_written_once_a7b19 BEFORE UPDATE ON public.registry_relapseplan FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_plan_written_once_a7b19();

CREATE TRIGGER pgtrigger_sign_off_kept_5baa3 BEFORE DELETE ON public.registry_logsignoff FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_sign_off_kept_5baa3();

CREATE TRIGGER pgtrigger_update_in_closed_month_00c73 BEFORE UPDATE ON public.registry_timeentry FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_update_in_closed_month_00c73();

CREATE TRIGGER pgtrigger_update_update_06e19 AFTER UPDATE ON public.registry_stay FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_06e19();

CREATE TRIGGER pgtrigger_update_update_0f987 AFTER UPDATE ON public.registry_episode FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_0f987();

CREATE TRIGGER pgtrigger_update_update_1f7f6 AFTER UPDATE ON public.registry_diagnosis FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_1f7f6();

CREATE TRIGGER pgtrigger_update_update_24643 AFTER UPDATE ON public.registry_condition FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_24643();

CREATE TRIGGER pgtrigger_update_update_2b23b AFTER UPDATE ON public.registry_safetyflag FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2b23b();

CREATE TRIGGER pgtrigger_update_update_2e25f AFTER UPDATE ON public.registry_membership FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_2e25f();

CREATE TRIGGER pgtrigger_update_update_4ca7c AFTER UPDATE ON public.registry_referral FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4ca7c();

CREATE TRIGGER pgtrigger_update_update_4e9ec AFTER UPDATE ON public.registry_errand FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_4e9ec();

CREATE TRIGGER pgtrigger_update_update_5914b AFTER UPDATE ON public.registry_authorization FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_5914b();

CREATE TRIGGER pgtrigger_update_update_639a4 AFTER UPDATE ON public.registry_reviewanswer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_639a4();

CREATE TRIGGER pgtrigger_update_update_6896c AFTER UPDATE ON public.registry_organization FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_6896c();

CREATE TRIGGER pgtrigger_update_update_73718 AFTER UPDATE ON public.registry_answerlink FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_73718();

CREATE TRIGGER pgtrigger_update_update_79184 AFTER UPDATE ON public.registry_otherservice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_79184();

CREATE TRIGGER pgtrigger_update_update_7c74e AFTER UPDATE ON public.registry_meetingcase FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7c74e();

CREATE TRIGGER pgtrigger_update_update_7fa5d AFTER UPDATE ON public.registry_patient FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_7fa5d();

CREATE TRIGGER pgtrigger_update_update_82f7b AFTER UPDATE ON public.registry_relapseplan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_82f7b();

CREATE TRIGGER pgtrigger_update_update_83139 AFTER UPDATE ON public.registry_reviewrequest FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_83139();

CREATE TRIGGER pgtrigger_update_update_8866c AFTER UPDATE ON public.registry_practice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8866c();

CREATE TRIGGER pgtrigger_update_update_8c40d AFTER UPDATE ON public.registry_coverage FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_8c40d();

CREATE TRIGGER pgtrigger_update_update_939d6 AFTER UPDATE ON public.registry_consent FOR EACH ROW WHEN (((old.agreed_at IS DISTINCT FROM new.agreed_at) OR (old.agreed_by_id IS DISTINCT FROM new.agreed_by_id) OR ((old.file)::text IS DISTINCT FROM (new.file)::text) OR ((old.file_name)::text IS DISTINCT FROM (new.file_name)::text) OR (old.given_at IS DISTINCT FROM new.given_at) OR (old.id IS DISTINCT FROM new.id) OR ((old.language)::text IS DISTINCT FROM (new.language)::text) OR ((old.late_reason)::text IS DISTINCT FROM (new.late_reason)::text) OR ((old.method)::text IS DISTINCT FROM (new.method)::text) OR (old.patient_id IS DISTINCT FROM new.patient_id) OR (old.recorded_at IS DISTINCT FROM new.recorded_at) OR (old.recorded_by_id IS DISTINCT FROM new.recorded_by_id) OR ((old.revoke_reason)::text IS DISTINCT FROM (new.revoke_reason)::text) OR (old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.revoked_by_id IS DISTINCT FROM new.revoked_by_id) OR (old.taken_by_id IS DISTINCT FROM new.taken_by_id) OR (old.told_consultant IS DISTINCT FROM new.told_consultant) OR (old.told_cost_sharing IS DISTINCT FROM new.told_cost_sharing) OR (old.told_may_stop IS DISTINCT FROM new.told_may_stop) OR (old.told_one_practitioner IS DISTINCT FROM new.told_one_practitioner))) EXECUTE FUNCTION public.pgtrigger_update_update_939d6();

CREATE TRIGGER pgtrigger_update_update_99106 AFTER UPDATE ON public.registry_user FOR EACH ROW WHEN ((((old.email)::text IS DISTINCT FROM (new.email)::text) OR ((old.full_name)::text IS DISTINCT FROM (new.full_name)::text) OR (old.id IS DISTINCT FROM new.id) OR (old.is_active IS DISTINCT FROM new.is_active) OR (old.is_superuser IS DISTINCT FROM new.is_superuser) OR (old.joined_at IS DISTINCT FROM new.joined_at) OR (old.starts_on_chart IS DISTINCT FROM new.starts_on_chart) OR (old.wants_digest IS DISTINCT FROM new.wants_digest))) EXECUTE FUNCTION public.pgtrigger_update_update_99106();

CREATE TRIGGER pgtrigger_update_update_9a850 AFTER UPDATE ON public.registry_treatment FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9a850();

CREATE TRIGGER pgtrigger_update_update_9c718 AFTER UPDATE ON public.registry_site FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9c718();

CREATE TRIGGER pgtrigger_update_update_9d3ef AFTER UPDATE ON public.registry_timeentry FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_9d3ef();

CREATE TRIGGER pgtrigger_update_update_a4c5b AFTER UPDATE ON public.registry_clinician FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_a4c5b();

CREATE TRIGGER pgtrigger_update_update_b5933 AFTER UPDATE ON public.registry_closedmonth FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_b5933();

CREATE TRIGGER pgtrigger_update_update_ba096 AFTER UPDATE ON public.registry_servicemonth FOR EACH ROW WHEN ((((old.close_reason)::text IS DISTINCT FROM (new.close_reason)::text) OR (old.closed_at IS DISTINCT FROM new.closed_at) OR (old.closed_by_id IS DISTINCT FROM new.closed_by_id) OR (old.ends_at IS DISTINCT FROM new.ends_at) OR (old.id IS DISTINCT FROM new.id) OR (old.month IS DISTINCT FROM new.month) OR (old.patient_id IS DISTINCT FROM new.patient_id) OR (old.practice_id IS DISTINCT FROM new.practice_id) OR ((old.reopen_reason)::text IS DISTINCT FROM (new.reopen_reason)::text) OR (old.reopened_at IS DISTINCT FROM new.reopened_at) OR (old.reopened_by_id IS DISTINCT FROM new.reopened_by_id) OR (old.starts_at IS DISTINCT FROM new.starts_at))) EXECUTE FUNCTION public.pgtrigger_update_update_ba096();

CREATE TRIGGER pgtrigger_update_update_c54b2 AFTER UPDATE ON public.registry_caseloadmeeting FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c54b2();

CREATE TRIGGER pgtrigger_update_update_c5729 AFTER UPDATE ON public.registry_logsignoff FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c5729();

CREATE TRIGGER pgtrigger_update_update_c8716 AFTER UPDATE ON public.registry_transfer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_c8716();

CREATE TRIGGER pgtrigger_update_update_d1e42 AFTER UPDATE ON public.registry_logauditfinding FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d1e42();

CREATE TRIGGER pgtrigger_update_update_d6e85 AFTER UPDATE ON public.registry_casereview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d6e85();

CREATE TRIGGER pgtrigger_update_update_d73da AFTER UPDATE ON public.registry_measure FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_d73da();

CREATE TRIGGER pgtrigger_update_update_dc71d AFTER UPDATE ON public.registry_timecut FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_dc71d();

CREATE TRIGGER pgtrigger_update_update_de499 AFTER UPDATE ON public.registry_payer FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_de499();

CREATE TRIGGER pgtrigger_update_update_e717f AFTER UPDATE ON public.registry_caseloadview FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_e717f();

CREATE TRIGGER pgtrigger_update_update_fe125 AFTER UPDATE ON public.registry_patientmatch FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.pgtrigger_update_update_fe125();

CREATE TRIGGER pgtrigger_voided_is_final_8e7d5 BEFORE UPDATE ON public.registry_timeentry FOR EACH ROW WHEN (((old.status)::text = 'voided'::text)) EXECUTE FUNCTION public.pgtrigger_voided_is_final_8e7d5();

CREATE TRIGGER pgtrigger_written_once_b563a BEFORE UPDATE ON public.registry_transfer FOR EACH ROW EXECUTE FUNCTION public.pgtrigger_written_once_b563a();

COMMENT ON TRIGGER pgtrigger_answer_written_once_f8899 ON public.registry_reviewanswer IS '8f559fe38370008f33935e7ff43d2668ab6b0f76';

COMMENT ON TRIGGER pgtrigger_append_only_1405d ON public.registry_payerevent IS '4c32d8809b1a700712e839a3a5a0319bf01d6327';

COMMENT ON TRIGGER pgtrigger_append_only_15a3f ON public.registry_safetyflagevent IS '3908b1b0b3da7f30b5e70defd8a9e5e9e162a092';

COMMENT ON TRIGGER pgtrigger_append_only_275a2 ON public.registry_answerlinkevent IS '3fb7e2bac73781a720dba912774702be5b1a67a0';

COMMENT ON TRIGGER pgtrigger_append_only_2f258 ON public.registry_referralevent IS 'bcbe7ee7f32830f0c8e99523ab7704c090e8a4d4';

COMMENT ON TRIGGER pgtrigger_append_only_3167c ON public.registry_measureevent IS 'a78b523976769df8b8daf86532f9cda972fdf5cf';

COMMENT ON TRIGGER pgtrigger_append_only_4acf6 ON public.registry_userevent IS 'bf7d69055bee1ad6c59d7cfa5a00aca12b0f6bdd';

COMMENT ON TRIGGER pgtrigger_append_only_4cc44 ON public.registry_servicemonthevent IS '72684dff89ae7afe361b658c28c2e657e18b4bbc';

COMMENT ON TRIGGER pgtrigger_append_only_61895 ON public.registry_diagnosisevent IS 'a54f3a0cd2a487f2fb8e23dcd17dc77e49d307fe';

COMMENT ON TRIGGER pgtrigger_append_only_6ea07 ON public.registry_treatmentevent IS 'b3e6e8d87ad78678689dd0234457bedcf1c9cfec';

COMMENT ON TRIGGER pgtrigger_append_only_6f350 ON public.registry_siteevent IS '9068f47d2be0c55dd969f583aae61ee8810e5855';

COMMENT ON TRIGGER pgtrigger_append_only_71c87 ON public.registry_membershipevent IS '1343bd71461b617dbed765d19d06bb3106a67372';

COMMENT ON TRIGGER pgtrigger_append_only_74d29 ON public.registry_patientmatchevent IS '7b717cdefbfc626a3c2e71ee530a132f61163a15';

COMMENT ON TRIGGER pgtrigger_append_only_79cd1 ON public.registry_otherserviceevent IS '165907b6d5677a2115754dcedb3c2a006857fe49';

COMMENT ON TRIGGER pgtrigger_append_only_853c5 ON public.registry_authorizationevent IS '2c3dc6e405894137d806aee7d7b575608032838d';

COMMENT ON TRIGGER pgtrigger_append_only_85e7c ON public.registry_reviewanswerevent IS '3fb60db7110ad2e12dc2e9ae6d18ce0a9cfa12e2';

COMMENT ON TRIGGER pgtrigger_append_only_8a0c4 ON public.registry_relapseplanevent IS 'a486d6fd898e2a25ce8c05d0ff64f4368b6ae6b4';

COMMENT ON TRIGGER pgtrigger_append_only_8a0fe ON public.registry_errandevent IS 'ba1fadea87e443e51e0e0095aa33b7e0a74e8709';

COMMENT ON TRIGGER pgtrigger_append_only_8b307 ON public.registry_consentevent IS 'b486fa2755a3e5f19c6a02557041f0ac0438f226';

COMMENT ON TRIGGER pgtrigger_append_only_8b6c1 ON public.registry_episodeevent IS '3470012134c13717dc28cf338bf10b0400a9bc41';

COMMENT ON TRIGGER pgtrigger_append_only_8c9cb ON public.registry_practiceevent IS '6ecdc185ddd197dfc962fdf5487f5b537a527b13';

COMMENT ON TRIGGER pgtrigger_append_only_8f797 ON public.registry_timecutevent IS '85a0c3b63002d587daafc9c167b0d69710f4d92f';

COMMENT ON TRIGGER pgtrigger_append_only_93a2a ON public.registry_casereviewevent IS '693d5aafc0897ceb6bc009c194d5f3627ed26ba3';

COMMENT ON TRIGGER pgtrigger_append_only_941cb ON public.registry_conditionevent IS '5283e4cd4cbed88a1a1451ee8aae167fa64ff435';

COMMENT ON TRIGGER pgtrigger_append_only_95311 ON public.registry_reviewrequestevent IS '0225f7eaf3363d2e3617586cf84fe8fb3644dc0f';

COMMENT ON TRIGGER pgtrigger_append_only_99fdf ON public.registry_patientevent IS '21b69474ad259ce5cd4490bd905ccae34072b718';

COMMENT ON TRIGGER pgtrigger_append_only_9dd68 ON public.registry_meetingcaseevent IS '5918535887005831f91ee8a65e8e21278472c4dd';

COMMENT ON TRIGGER pgtrigger_append_only_9e7b0 ON public.registry_clinicianevent IS '63b06a71d2472b7cdb3f89eb2fc82349a5ce195d';

COMMENT ON TRIGGER pgtrigger_append_only_9f57b ON public.registry_caseloadviewevent IS '478bd81101064c6042bfd9600bd3a60c164f372d';

COMMENT ON TRIGGER pgtrigger_append_only_a5f06 ON public.registry_accesslog IS 'fbbb503c1bd34f1c63d8cee7baa53f57809ec51b';

COMMENT ON TRIGGER pgtrigger_append_only_a7c1f ON public.registry_caseloadmeetingevent IS '0fb9ba5e7a8b1d93d451b9e88733f2e73a52c375';

COMMENT ON TRIGGER pgtrigger_append_only_abf56 ON public.registry_transferevent IS 'f815bc383d0cffdc2c997d4ac5dc25fd60926054';

COMMENT ON TRIGGER pgtrigger_append_only_ac5a9 ON public.registry_closedmonthevent IS 'b22b53181600e32bfb5427e88cf1104553d09d38';

COMMENT ON TRIGGER pgtrigger_append_only_c666d ON public.registry_coverageevent IS '79f81db5e675116548d0f0cc473109599cbcf8d9';

COMMENT ON TRIGGER pgtrigger_append_only_cfc8a ON public.registry_logsignoffevent IS '97b70e4e67b44398f8b7a45c567f5a5379e3672a';

COMMENT ON TRIGGER pgtrigger_append_only_dc908 ON public.registry_stayevent IS '2fdb091ccc255f244ddae336a326af5cb6f8487f';

COMMENT ON TRIGGER pgtrigger_append_only_e8266 ON public.registry_logauditfindingevent IS '94b83780a26e62d80261d730cf249655282b0cc5';

COMMENT ON TRIGGER pgtrigger_append_only_f5727 ON public.registry_timeentryevent IS 'eff8fee94604768de23974eef67d3a3670298e96';

COMMENT ON TRIGGER pgtrigger_append_only_f9055 ON public.registry_organizationevent IS '26fb47fcfb6fa91c196a856337e323742dc2b2d0';

COMMENT ON TRIGGER pgtrigger_delete_delete_00cc0 ON public.registry_clinician IS '17f3470e4c7fcdfa52852c71e09aa99cc2903c58';

COMMENT ON TRIGGER pgtrigger_delete_delete_0251d ON public.registry_safetyflag IS '8fe69da7858c34d78a867f3f7021563c95af6d2f';

COMMENT ON TRIGGER pgtrigger_delete_delete_02d42 ON public.registry_patient IS '0233e60db3f6198c2d0db1f4475c2d8237bf917e';

COMMENT ON TRIGGER pgtrigger_delete_delete_09be6 ON public.registry_otherservice IS '30885b04035d65b28a421e24c7b5eb3f14a81f98';

COMMENT ON TRIGGER pgtrigger_delete_delete_0b446 ON public.registry_episode IS '4c10e2eabd0d741b7532007192d867cc708a3813';

COMMENT ON TRIGGER pgtrigger_delete_delete_1d0c8 ON public.registry_condition IS '47581ce0f6878c43f72b939b210df0a9ad00cd8c';

COMMENT ON TRIGGER pgtrigger_delete_delete_1fe6f ON public.registry_caseloadview IS 'ffee97a68568d309cfa8e9a2cbd93d8b5c64d545';

COMMENT ON TRIGGER pgtrigger_delete_delete_27333 ON public.registry_timecut IS 'bdb9748273b1d2549ae5e41c76c6cbc42b9c5a55';

COMMENT ON TRIGGER pgtrigger_delete_delete_339c5 ON public.registry_coverage IS '7e3fc18539092c832959f424236bc20ad4f80b0e';

COMMENT ON TRIGGER pgtrigger_delete_delete_3f480 ON public.registry_user IS '35c4d892d9dc73bb643200f4185bcd32116ffe83';

COMMENT ON TRIGGER pgtrigger_delete_delete_4e2d1 ON public.registry_timeentry IS '17b0b5367ae818ebf18204007f524979e90bdf2f';

COMMENT ON TRIGGER pgtrigger_delete_delete_5abdd ON public.registry_answerlink IS 'c3e0716e677fcc6b7f2eb9f5ce8f5c02bc7c548b';

COMMENT ON TRIGGER pgtrigger_delete_delete_5b470 ON public.registry_servicemonth IS '6dd4e222bd21f9dd5fb72d2644d54ad8fb8b1e14';

COMMENT ON TRIGGER pgtrigger_delete_delete_5e396 ON public.registry_authorization IS 'b4536da5136a71c00bff92300176d9ff38fcf67d';

COMMENT ON TRIGGER pgtrigger_delete_delete_66019 ON public.registry_patientmatch IS 'c154ad167e2076982321ee6c4f94f474ee9069f1';

COMMENT ON TRIGGER pgtrigger_delete_delete_6a8b1 ON public.registry_organization IS '1b0c7b90585c89bf4ad2f8e39d8d4d3eca1c9d14';

COMMENT ON TRIGGER pgtrigger_delete_delete_70817 ON public.registry_treatment IS 'e2dbc2501573a242ae0cd45b26cb64d7aeed6dbb';

COMMENT ON TRIGGER pgtrigger_delete_delete_78bdd ON public.registry_site IS '84efe84e442dbcae87922ddee4161d7ff105af4e';

COMMENT ON TRIGGER pgtrigger_delete_delete_a35c5 ON public.registry_stay IS '867dbd9cce2ea5ad46974e30f33d7a681ff1c9fc';

COMMENT ON TRIGGER pgtrigger_delete_delete_a44ab ON public.registry_payer IS 'c70896083574c5e2e54293e2c0e0a40e3f8e4125';

COMMENT ON TRIGGER pgtrigger_delete_delete_ab206 ON public.registry_measure IS '07eedf1eb1b285a4db43a4c1bb9164b1bceb9af6';

COMMENT ON TRIGGER pgtrigger_delete_delete_ace2c ON public.registry_logauditfinding IS 'f62ef3f42e715aca657fefdc06b2ef15ffb22a1c';

COMMENT ON TRIGGER pgtrigger_delete_delete_b889a ON public.registry_practice IS 'a7b7f08ed08dabefa5af07a0ed93d614fdc91867';

COMMENT ON TRIGGER pgtrigger_delete_delete_b95a4 ON public.registry_reviewanswer IS '48b02229a4984beb87847e879bfab85741d725c1';

COMMENT ON TRIGGER pgtrigger_delete_delete_beacd ON public.registry_closedmonth IS '9b00b970ec8daa0e3c491c9c1f18dd7a7d131abe';

COMMENT ON TRIGGER pgtrigger_delete_delete_c1c02 ON public.registry_membership IS '4fc61f79089e8fa9f8b0db6f6245a2de5b3f109c';

COMMENT ON TRIGGER pgtrigger_delete_delete_c1c84 ON public.registry_relapseplan IS '0c7461b79556e1f490628c1abc13002cebace94d';

COMMENT ON TRIGGER pgtrigger_delete_delete_c3cc6 ON public.registry_meetingcase IS '14be6825657f56b1e20e7aa74b2f0348345142c9';

COMMENT ON TRIGGER pgtrigger_delete_delete_d4d8c ON public.registry_consent IS '51d11c74fe43e39ec9220b193a2785f25765157e';

COMMENT ON TRIGGER pgtrigger_delete_delete_db217 ON public.registry_transfer IS 'd700b186e520920f5ec0aead86152f54c991e34f';

COMMENT ON TRIGGER pgtrigger_delete_delete_ddb30 ON public.registry_referral IS '66a79571aabcd366184b6914828753cae115f6d6';

COMMENT ON TRIGGER pgtrigger_delete_delete_df44a ON public.registry_diagnosis IS 'd893ff87855068b8d2323680dddb06722c4c3132';

COMMENT ON TRIGGER pgtrigger_delete_delete_e92ae ON public.registry_casereview IS 'bd4fc6547dd484bb3541313aa7871c047fb39289';

COMMENT ON TRIGGER pgtrigger_delete_delete_ee751 ON public.registry_reviewrequest IS '539c20e67b3a1ac1bffba12eee484be0fe034525';

COMMENT ON TRIGGER pgtrigger_delete_delete_f5070 ON public.registry_caseloadmeeting IS 'e3e68338ddb9fab1c71d99e0f9d0143e31822e73';

COMMENT ON TRIGGER pgtrigger_delete_delete_fc5f4 ON public.registry_logsignoff IS 'b9e8b86ca3e82eb17ad686fa9e9b313d66c45522';

COMMENT ON TRIGGER pgtrigger_delete_delete_fe94c ON public.registry_errand IS '1cec6130419b1adbd2bd5f2a5d1b566f98aed314';

COMMENT ON TRIGGER pgtrigger_insert_in_closed_month_aa6fb ON public.registry_timeentry IS 'b5573052406b87a3e5a27202bc020275ac0fe513';

COMMENT ON TRIGGER pgtrigger_insert_insert_070fe ON public.registry_logauditfinding IS 'e9321d1a602e015b5306ad43624dc47306e7b713';

COMMENT ON TRIGGER pgtrigger_insert_insert_0d158 ON public.registry_episode IS '1dd3e3fcd9c64bb1b2849259c8475b8c2702ee59';

COMMENT ON TRIGGER pgtrigger_insert_insert_0df5c ON public.registry_diagnosis IS '38222d59f5405431f6c6175f2736932a52f5b62e';

COMMENT ON TRIGGER pgtrigger_insert_insert_11f8d ON public.registry_closedmonth IS '367c2dd790ebbccff287b5b8f765bb2a68631ba0';

COMMENT ON TRIGGER pgtrigger_insert_insert_1732b ON public.registry_reviewanswer IS '1bd28eb3d3268811504424ee08a530136e6f22dc';

COMMENT ON TRIGGER pgtrigger_insert_insert_21079 ON public.registry_consent IS '8d489f85da5ce57538e48828ae8f4a5e3c560b87';

COMMENT ON TRIGGER pgtrigger_insert_insert_2136b ON public.registry_patient IS 'bc730577fb51bc77221218b3b8c6bfde606c9376';

COMMENT ON TRIGGER pgtrigger_insert_insert_24ae7 ON public.registry_treatment IS '725618aa99259b9bd7b684f3ca354ef486c6d61f';

COMMENT ON TRIGGER pgtrigger_insert_insert_254cb ON public.registry_casereview IS '8aa67ee9d70ed388f1f1cfbb82dfeca97105e821';

COMMENT ON TRIGGER pgtrigger_insert_insert_2f3da ON public.registry_logsignoff IS 'd973250abd80fb77d8d7117776a12547f82b272b';

COMMENT ON TRIGGER pgtrigger_insert_insert_3539e ON public.registry_caseloadmeeting IS '8e0668dfe6a1fc97a2ac36c064c39644eac7c4a9';

COMMENT ON TRIGGER pgtrigger_insert_insert_39eff ON public.registry_condition IS 'd7b74a206e86f6482bb0f78e44da14ec8367e653';

COMMENT ON TRIGGER pgtrigger_insert_insert_40ab0 ON public.registry_membership IS 'd07bc1f52420e090565def907346116e135efed8';

COMMENT ON TRIGGER pgtrigger_insert_insert_47d51 ON public.registry_organization IS '40bcd693bf85908dcc71601221957d47e457ec37';

COMMENT ON TRIGGER pgtrigger_insert_insert_4bbd8 ON public.registry_patientmatch IS '9d0218a6590a2150ec622d83c6d9c73db3e87f50';

COMMENT ON TRIGGER pgtrigger_insert_insert_4f8b5 ON public.registry_safetyflag IS 'a7a8f50b5cb1e519b442a16f279b8f715c973955';

COMMENT ON TRIGGER pgtrigger_insert_insert_55020 ON public.registry_timeentry IS '3e89a8d4075c325ed5266f095bf419b436739446';

COMMENT ON TRIGGER pgtrigger_insert_insert_62a25 ON public.registry_referral IS '57a96484267a1b7b448497bb758d0d6168803091';

COMMENT ON TRIGGER pgtrigger_insert_insert_69eba ON public.registry_otherservice IS '1fab24d4d067cf7158211377896385d43e2a3437';

COMMENT ON TRIGGER pgtrigger_insert_insert_97d7f ON public.registry_errand IS '9869243e973dc8dd57deaa974b53e8c934da3938';

COMMENT ON TRIGGER pgtrigger_insert_insert_9b737 ON public.registry_practice IS '64a50cff3903af481adbd338acd9790620e55db4';

COMMENT ON TRIGGER pgtrigger_insert_insert_9e5f0 ON public.registry_site IS 'f8147aa9fa36fd47ce47cd11b609564d1eb25dba';

COMMENT ON TRIGGER pgtrigger_insert_insert_ad840 ON public.registry_authorization IS 'bfec7155d005c96dd080555658e616756413c1d2';

COMMENT ON TRIGGER pgtrigger_insert_insert_ae9a9 ON public.registry_caseloadview IS '3f28561903c70125d00ebd1284d36d0a87f2cf20';

COMMENT ON TRIGGER pgtrigger_insert_insert_b0ac2 ON public.registry_answerlink IS '46e64dc015c680ca9c499fb11ab3b7f139869749';

COMMENT ON TRIGGER pgtrigger_insert_insert_b61ef ON public.registry_user IS '24dbd6d2e1b687babc30b19b59604ae0d0ab9dfb';

COMMENT ON TRIGGER pgtrigger_insert_insert_bcf9b ON public.registry_reviewrequest IS '12fd78d5aaf2d37d0c484a5f6aefd6396eed959d';

COMMENT ON TRIGGER pgtrigger_insert_insert_c0a74 ON public.registry_payer IS '43860d3bd3d4f1b73fd7c9c6fe04a76020f88ca5';

COMMENT ON TRIGGER pgtrigger_insert_insert_c2f16 ON public.registry_measure IS '86cdf36e29eca62ac324da5b41201af2dcc14954';

COMMENT ON TRIGGER pgtrigger_insert_insert_c5c60 ON public.registry_transfer IS '63864a0b5b222e733eb3c4966ed62af04768a933';

COMMENT ON TRIGGER pgtrigger_insert_insert_d0dc8 ON public.registry_timecut IS '4a482660785c7a311c9374645d51d12073864775';

COMMENT ON TRIGGER pgtrigger_insert_insert_d594d ON public.registry_meetingcase IS '89c1ae516bdfd7ae05ccf7a304bd82e449ec9337';

COMMENT ON TRIGGER pgtrigger_insert_insert_d8c3a ON public.registry_servicemonth IS '5c5a4194ea8d9ad26d4f8589c25830451bc21409';

COMMENT ON TRIGGER pgtrigger_insert_insert_e1984 ON public.registry_coverage IS '802a687f7aba2655fb66b3ae4aeb3c43294952a9';

COMMENT ON TRIGGER pgtrigger_insert_insert_e9ade ON public.registry_clinician IS '055acccb5e5770991938f62b9edd9158e314fa6a';

COMMENT ON TRIGGER pgtrigger_insert_insert_f4bdc ON public.registry_stay IS 'b319bd150bdb6233377d38f3434ca860188caa75';

COMMENT ON TRIGGER pgtrigger_insert_insert_f5613 ON public.registry_relapseplan IS '8641a2ea187ac0a46d30d92a35ac971b1dfa8dc0';

COMMENT ON TRIGGER pgtrigger_never_deleted_c522f ON public.registry_timeentry IS 'e8e0f3c8c46d5f95cf0b8a29f2a1bc17ed9ba947';

COMMENT ON TRIGGER pgtrigger_no_edit_after_end_7251b ON public.registry_timeentry IS '31eafd019382d74d0bd38a51b2accf985615e0e0';

COMMENT ON TRIGGER pgtrigger_plan_written_once_a7b19 ON public.registry_relapseplan IS 'ab48390fadc50870ee65206d1dc2aaa56b2ef9ca';

COMMENT ON TRIGGER pgtrigger_sign_off_kept_5baa3 ON public.registry_logsignoff IS '6bd8f7f2952a7253a254903d17a6ec1c1eaa180e';

COMMENT ON TRIGGER pgtrigger_update_in_closed_month_00c73 ON public.registry_timeentry IS 'fc92028d0cacb653998b097a4b26e2062dcb5403';

COMMENT ON TRIGGER pgtrigger_update_update_06e19 ON public.registry_stay IS '92471b73de13b4a4b148012dd85eaff54836043c';

COMMENT ON TRIGGER pgtrigger_update_update_0f987 ON public.registry_episode IS '458bf8af0a189864a74e998cf736b27eab7d2f4d';

COMMENT ON TRIGGER pgtrigger_update_update_1f7f6 ON public.registry_diagnosis IS '3f7af8057cb9e478032c72f64b1972e0079ebcdf';

COMMENT ON TRIGGER pgtrigger_update_update_24643 ON public.registry_condition IS '2883ede5f9a4986808c714096c1b6acd3aab3857';

COMMENT ON TRIGGER pgtrigger_update_update_2b23b ON public.registry_safetyflag IS '708af34c990c23d58948dfbcbfb41153a3ab3587';

COMMENT ON TRIGGER pgtrigger_update_update_2e25f ON public.registry_membership IS 'b100fc9488e1822d224012fd1b989fd821ec8420';

COMMENT ON TRIGGER pgtrigger_update_update_4ca7c ON public.registry_referral IS '37379f02c46d06307cd8e03919ff32de988f6a66';

COMMENT ON TRIGGER pgtrigger_update_update_4e9ec ON public.registry_errand IS '17faf066b114716af0822afd2947bcb493a5769a';

COMMENT ON TRIGGER pgtrigger_update_update_5914b ON public.registry_authorization IS '1e8e2d3b746d8494780161961d8fc52ef3b11cc2';

COMMENT ON TRIGGER pgtrigger_update_update_639a4 ON public.registry_reviewanswer IS 'f7ccd97c04e3bde415bbd642dbd3a6787b838f56';

COMMENT ON TRIGGER pgtrigger_update_update_6896c ON public.registry_organization IS '7c587a3c9f724e602356e4b39d2a038e41857ede';

COMMENT ON TRIGGER pgtrigger_update_update_73718 ON public.registry_answerlink IS '130f5a04ae8ddf8a5a32047c91d9e1221ed4414b';

COMMENT ON TRIGGER pgtrigger_update_update_79184 ON public.registry_otherservice IS 'b9a9dc1510252149a6c5041f92a500fd0d66feec';

COMMENT ON TRIGGER pgtrigger_update_update_7c74e ON public.registry_meetingcase IS '5f7cc8c3a9ff50fba044bf3d4497888b844c56fc';

COMMENT ON TRIGGER pgtrigger_update_update_7fa5d ON public.registry_patient IS 'edeb3e944bbca818fe9d2e0dc3d563c19dc7a7b0';

COMMENT ON TRIGGER pgtrigger_update_update_82f7b ON public.registry_relapseplan IS '1ea2dab17139fd718f020798860da439f303dabe';

COMMENT ON TRIGGER pgtrigger_update_update_83139 ON public.registry_reviewrequest IS 'ccc0a478d039d3d9bdabd936e93af60e9c5e4880';

COMMENT ON TRIGGER pgtrigger_update_update_8866c ON public.registry_practice IS '9cce715c8feb65bc9a95735dd36842f970e541c4';

COMMENT ON TRIGGER pgtrigger_update_update_8c40d ON public.registry_coverage IS 'b210b63d05e5241ddc3ff96b079f94f254f8730b';

COMMENT ON TRIGGER pgtrigger_update_update_939d6 ON public.registry_consent IS 'ad3719d7e19a1ec911e234cff8b53a916f957049';

COMMENT ON TRIGGER pgtrigger_update_update_99106 ON public.registry_user IS 'ab40c434cdb8e886a21798b137036e04fcc08397';

COMMENT ON TRIGGER pgtrigger_update_update_9a850 ON public.registry_treatment IS '5205a2002bc1c8be111aa7d1a15da723ed1ab6f8';

COMMENT ON TRIGGER pgtrigger_update_update_9c718 ON public.registry_site IS '48fc7e53b5a831bcf79cd659ee60df4b1d5e4d6c';

COMMENT ON TRIGGER pgtrigger_update_update_9d3ef ON public.registry_timeentry IS '995e9a386b940ebfad06fcaa37d70f5e022f3b9f';

COMMENT ON TRIGGER pgtrigger_update_update_a4c5b ON public.registry_clinician IS 'b86e406b4ac3754fd36b76081a6fa2b7fa24ea01';

COMMENT ON TRIGGER pgtrigger_update_update_b5933 ON public.registry_closedmonth IS '277fd5d0792116b75a6627d134b80cb6705555e1';

COMMENT ON TRIGGER pgtrigger_update_update_ba096 ON public.registry_servicemonth IS '2a42e39d01c9bb30bbe4e9720a423fd365aec7e1';

COMMENT ON TRIGGER pgtrigger_update_update_c54b2 ON public.registry_caseloadmeeting IS '64d506ec3dd1baa5c770e8ff52c2174af3093cc3';

COMMENT ON TRIGGER pgtrigger_update_update_c5729 ON public.registry_logsignoff IS '82c06aecc59f85ca0761694fcee8a7e7ffa99eb3';

COMMENT ON TRIGGER pgtrigger_update_update_c8716 ON public.registry_transfer IS '803c68246f27ab858d5cc90c862256e8d2b55aeb';

COMMENT ON TRIGGER pgtrigger_update_update_d1e42 ON public.registry_logauditfinding IS '4c3b8c891207cd2a8fb4ec998c9d4dae792fc7f1';

COMMENT ON TRIGGER pgtrigger_update_update_d6e85 ON public.registry_casereview IS 'c12041e811176d34a346da91d8b543b206bc6d91';

COMMENT ON TRIGGER pgtrigger_update_update_d73da ON public.registry_measure IS 'da5e1d47150754c271684acb8067906a5281d890';

COMMENT ON TRIGGER pgtrigger_update_update_dc71d ON public.registry_timecut IS 'f39be0bed92450eda868aaff94085ef2cfcdd40c';

COMMENT ON TRIGGER pgtrigger_update_update_de499 ON public.registry_payer IS '440a0199522ea1a62846df209fb5e5b4f5a237e7';

COMMENT ON TRIGGER pgtrigger_update_update_e717f ON public.registry_caseloadview IS '3d113bb0a9d0bf9f76421eac8f80214f276609a4';

COMMENT ON TRIGGER pgtrigger_update_update_fe125 ON public.registry_patientmatch IS '4544d75e8b86ace056ed1e1dc98ffb4069d92db5';

COMMENT ON TRIGGER pgtrigger_voided_is_final_8e7d5 ON public.registry_timeentry IS 'b29051546840d71a8e786979e20110010e243115';

COMMENT ON TRIGGER pgtrigger_written_once_b563a ON public.registry_transfer IS '49387f25ced65bc671fbd075593f8402633fc6c6';

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_clinician_id_cb1b2965_fk_registry_ FOREIGN KEY (clinician_id) REFERENCES public.registry_clinician(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_ended_by_id_c90d04be_fk_registry_user_id FOREIGN KEY (ended_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_made_by_id_ea628189_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_answerlink
    ADD CONSTRAINT registry_answerlink_review_id_10eeff32_fk_registry_ FOREIGN KEY (review_id) REFERENCES public.registry_casereview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_authorization
    ADD CONSTRAINT registry_authorizati_patient_id_00624485_fk_registry_ FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_authorization
    ADD CONSTRAINT registry_authorizati_recorded_by_id_6455d940_fk_registry_ FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_caseloadmeeting
    ADD CONSTRAINT registry_caseloadmee_care_manager_id_b77240ab_fk_registry_ FOREIGN KEY (care_manager_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_caseloadmeeting
    ADD CONSTRAINT registry_caseloadmee_consultant_id_06efe84f_fk_registry_ FOREIGN KEY (consultant_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_caseloadmeeting
    ADD CONSTRAINT registry_caseloadmee_practice_id_2cb0e928_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_caseloadview
    ADD CONSTRAINT registry_caseloadvie_practice_id_a7d9b49a_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_caseloadview
    ADD CONSTRAINT registry_caseloadview_user_id_bcb8b09a_fk_registry_user_id FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_consultant_id_e05b5aa9_fk_registry_user_id FOREIGN KEY (consultant_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_episode_id_5d589415_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_patient_id_15123c31_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_signed_by_id_e926418d_fk_registry_user_id FOREIGN KEY (signed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_casereview
    ADD CONSTRAINT registry_casereview_withdrawn_by_id_03d040df_fk_registry_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_clinician
    ADD CONSTRAINT registry_clinician_created_by_id_7297300f_fk_registry_user_id FOREIGN KEY (created_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_clinician
    ADD CONSTRAINT registry_clinician_practice_id_84b304d5_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_clinician
    ADD CONSTRAINT registry_clinician_user_id_8e5d9684_fk_registry_user_id FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_clockwatch
    ADD CONSTRAINT registry_clockwatch_entry_id_f45386e5_fk_registry_timeentry_id FOREIGN KEY (entry_id) REFERENCES public.registry_timeentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_closedmonth
    ADD CONSTRAINT registry_closedmonth_closed_by_id_b1b0e8a1_fk_registry_user_id FOREIGN KEY (closed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_closedmonth
    ADD CONSTRAINT registry_closedmonth_practice_id_262601ad_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_condition
    ADD CONSTRAINT registry_condition_patient_id_f050b94a_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_condition
    ADD CONSTRAINT registry_condition_recorded_by_id_311ecf89_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_agreed_by_id_a3326acb_fk_registry_user_id FOREIGN KEY (agreed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_patient_id_c73824fd_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_recorded_by_id_74f279cf_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_revoked_by_id_3df69690_fk_registry_user_id FOREIGN KEY (revoked_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_consent
    ADD CONSTRAINT registry_consent_taken_by_id_9dfdfbad_fk_registry_user_id FOREIGN KEY (taken_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_course
    ADD CONSTRAINT registry_course_episode_id_d19eb6e2_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_coverage
    ADD CONSTRAINT registry_coverage_created_by_id_1a97ec27_fk_registry_user_id FOREIGN KEY (created_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_coverage
    ADD CONSTRAINT registry_coverage_patient_id_a1b85712_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_coverage
    ADD CONSTRAINT registry_coverage_payer_id_54ccdd01_fk_registry_payer_id FOREIGN KEY (payer_id) REFERENCES public.registry_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_diagnosis
    ADD CONSTRAINT registry_diagnosis_episode_id_f4cbf956_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_diagnosis
    ADD CONSTRAINT registry_diagnosis_recorded_by_id_f84a4491_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_diagnosis
    ADD CONSTRAINT registry_diagnosis_removed_by_id_c69d32cf_fk_registry_user_id FOREIGN KEY (removed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_digest
    ADD CONSTRAINT registry_digest_practice_id_60eb1bcf_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_digest
    ADD CONSTRAINT registry_digest_user_id_23eb4969_fk_registry_user_id FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_care_manager_id_499bad94_fk_registry_user_id FOREIGN KEY (care_manager_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_closed_by_id_94960f80_fk_registry_user_id FOREIGN KEY (closed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_consultant_id_7010d081_fk_registry_user_id FOREIGN KEY (consultant_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_enrolled_by_id_9f1a0b44_fk_registry_user_id FOREIGN KEY (enrolled_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_patient_id_0acc144a_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_site_id_833e2858_fk_registry_site_id FOREIGN KEY (site_id) REFERENCES public.registry_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_episode
    ADD CONSTRAINT registry_episode_treating_practitione_e05a1e9a_fk_registry_ FOREIGN KEY (treating_practitioner_id) REFERENCES public.registry_clinician(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_answered_by_id_f4a01ad3_fk_registry_user_id FOREIGN KEY (answered_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_asked_by_id_cdea3ffc_fk_registry_user_id FOREIGN KEY (asked_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_asked_of_id_434dab83_fk_registry_user_id FOREIGN KEY (asked_of_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_episode_id_6b728a76_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_patient_id_7154bd22_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_errand
    ADD CONSTRAINT registry_errand_withdrawn_by_id_8d4684e0_fk_registry_user_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_lastcontact
    ADD CONSTRAINT registry_lastcontact_patient_id_32ba816a_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logaudit
    ADD CONSTRAINT registry_logaudit_made_by_id_430cc33b_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logaudit
    ADD CONSTRAINT registry_logaudit_practice_id_fd099c00_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfin_audit_id_37ccf26b_fk_registry_ FOREIGN KEY (audit_id) REFERENCES public.registry_logaudit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfin_patient_id_0cc9ca8f_fk_registry_ FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfin_settled_by_id_581ee92f_fk_registry_ FOREIGN KEY (settled_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfin_time_entry_id_2233432f_fk_registry_ FOREIGN KEY (time_entry_id) REFERENCES public.registry_timeentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logauditfinding
    ADD CONSTRAINT registry_logauditfinding_worker_id_34871b5f_fk_registry_user_id FOREIGN KEY (worker_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logsignoff
    ADD CONSTRAINT registry_logsignoff_practice_id_5705cb5e_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logsignoff
    ADD CONSTRAINT registry_logsignoff_withdrawn_by_id_0d3b5310_fk_registry_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_logsignoff
    ADD CONSTRAINT registry_logsignoff_worker_id_50244f41_fk_registry_user_id FOREIGN KEY (worker_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_measure
    ADD CONSTRAINT registry_measure_patient_id_6214748d_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_measure
    ADD CONSTRAINT registry_measure_recorded_by_id_304f60bb_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_measure
    ADD CONSTRAINT registry_measure_voided_by_id_917dd0d0_fk_registry_user_id FOREIGN KEY (voided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_meetingcase
    ADD CONSTRAINT registry_meetingcase_case_review_id_2d28b40c_fk_registry_ FOREIGN KEY (case_review_id) REFERENCES public.registry_casereview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_meetingcase
    ADD CONSTRAINT registry_meetingcase_episode_id_fdd3cef4_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_meetingcase
    ADD CONSTRAINT registry_meetingcase_meeting_id_cd67a91e_fk_registry_ FOREIGN KEY (meeting_id) REFERENCES public.registry_caseloadmeeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_membership
    ADD CONSTRAINT registry_membership_granted_by_id_218b7a1a_fk_registry_user_id FOREIGN KEY (granted_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_membership
    ADD CONSTRAINT registry_membership_practice_id_aa31ed34_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_membership
    ADD CONSTRAINT registry_membership_user_id_6cfd34cc_fk_registry_user_id FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_otherservice
    ADD CONSTRAINT registry_otherservic_patient_id_2e4a7bc8_fk_registry_ FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_otherservice
    ADD CONSTRAINT registry_otherservic_recorded_by_id_45057e4a_fk_registry_ FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_otherservice
    ADD CONSTRAINT registry_otherservice_voided_by_id_7b60d32e_fk_registry_user_id FOREIGN KEY (voided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_patient
    ADD CONSTRAINT registry_patient_created_by_id_16a2ce56_fk_registry_user_id FOREIGN KEY (created_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_patient
    ADD CONSTRAINT registry_patient_practice_id_afecb5ee_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_patientmatch
    ADD CONSTRAINT registry_patientmatc_decided_by_id_c9e41f4d_fk_registry_ FOREIGN KEY (decided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_patientmatch
    ADD CONSTRAINT registry_patientmatch_one_id_e7ce9dfe_fk_registry_patient_id FOREIGN KEY (one_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_patientmatch
    ADD CONSTRAINT registry_patientmatch_other_id_027c550f_fk_registry_patient_id FOREIGN KEY (other_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_payer
    ADD CONSTRAINT registry_payer_practice_id_9b535aa1_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_practice
    ADD CONSTRAINT registry_practice_organization_id_56795382_fk_registry_ FOREIGN KEY (organization_id) REFERENCES public.registry_organization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_answered_by_id_54366b6a_fk_registry_user_id FOREIGN KEY (answered_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_episode_id_45a69365_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_patient_id_c5d2bcc3_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_referred_by_id_59163771_fk_registry_user_id FOREIGN KEY (referred_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_referral
    ADD CONSTRAINT registry_referral_wanted_care_manager__abbf9192_fk_registry_ FOREIGN KEY (wanted_care_manager_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_relapseplan
    ADD CONSTRAINT registry_relapseplan_episode_id_009af8b3_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_relapseplan
    ADD CONSTRAINT registry_relapseplan_recorded_by_id_d953bbe7_fk_registry_ FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewanswer
    ADD CONSTRAINT registry_reviewanswe_answered_by_id_418878ee_fk_registry_ FOREIGN KEY (answered_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewanswer
    ADD CONSTRAINT registry_reviewanswe_link_id_c4e8fdbc_fk_registry_ FOREIGN KEY (link_id) REFERENCES public.registry_answerlink(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewanswer
    ADD CONSTRAINT registry_reviewanswe_review_id_19502da4_fk_registry_ FOREIGN KEY (review_id) REFERENCES public.registry_casereview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewdraft
    ADD CONSTRAINT registry_reviewdraft_author_id_cff12082_fk_registry_user_id FOREIGN KEY (author_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewdraft
    ADD CONSTRAINT registry_reviewdraft_episode_id_5d5d0918_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewrequest
    ADD CONSTRAINT registry_reviewreque_answered_by_review_i_d2a20a76_fk_registry_ FOREIGN KEY (answered_by_review_id) REFERENCES public.registry_casereview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewrequest
    ADD CONSTRAINT registry_reviewreque_episode_id_fe44297e_fk_registry_ FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_reviewrequest
    ADD CONSTRAINT registry_reviewreque_requested_by_id_37a5f8fd_fk_registry_ FOREIGN KEY (requested_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_safetyflag
    ADD CONSTRAINT registry_safetyflag_acknowledged_by_id_3dca1fa8_fk_registry_ FOREIGN KEY (acknowledged_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_safetyflag
    ADD CONSTRAINT registry_safetyflag_measure_id_1a9fcef1_fk_registry_measure_id FOREIGN KEY (measure_id) REFERENCES public.registry_measure(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_safetyflag
    ADD CONSTRAINT registry_safetyflag_patient_id_cd127bc6_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT registry_servicemont_patient_id_939f5f2b_fk_registry_ FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT registry_servicemont_practice_id_02656140_fk_registry_ FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT registry_servicemont_reopened_by_id_4e136164_fk_registry_ FOREIGN KEY (reopened_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_servicemonth
    ADD CONSTRAINT registry_servicemonth_closed_by_id_3dea660a_fk_registry_user_id FOREIGN KEY (closed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_site
    ADD CONSTRAINT registry_site_created_by_id_fdec6258_fk_registry_user_id FOREIGN KEY (created_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_site
    ADD CONSTRAINT registry_site_practice_id_c83c1c7d_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_patient_id_2c06f94b_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_stay
    ADD CONSTRAINT registry_stay_recorded_by_id_5b0f4eb6_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_made_by_id_79f00718_fk_registry_user_id FOREIGN KEY (made_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_moved_id_021b861d_fk_registry_timeentry_id FOREIGN KEY (moved_id) REFERENCES public.registry_timeentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_practice_id_816d5ed9_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_undone_by_id_fb09c53e_fk_registry_user_id FOREIGN KEY (undone_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timecut
    ADD CONSTRAINT registry_timecut_worker_id_75c2d5e2_fk_registry_user_id FOREIGN KEY (worker_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_case_review_id_aeb936a2_fk_registry_ FOREIGN KEY (case_review_id) REFERENCES public.registry_casereview(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_confirmed_by_id_096f2d9c_fk_registry_user_id FOREIGN KEY (confirmed_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_created_by_id_f422ed1c_fk_registry_user_id FOREIGN KEY (created_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_patient_id_9297811e_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_phase_of_id_f145382c_fk_registry_ FOREIGN KEY (phase_of_id) REFERENCES public.registry_timeentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_practice_id_584480f4_fk_registry_practice_id FOREIGN KEY (practice_id) REFERENCES public.registry_practice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_replaces_id_38f7bf0e_fk_registry_ FOREIGN KEY (replaces_id) REFERENCES public.registry_timeentry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_voided_by_id_538980e5_fk_registry_user_id FOREIGN KEY (voided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_timeentry
    ADD CONSTRAINT registry_timeentry_worker_id_97a15cd1_fk_registry_user_id FOREIGN KEY (worker_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_episode_id_282325c9_fk_registry_episode_id FOREIGN KEY (episode_id) REFERENCES public.registry_episode(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_from_care_manager_id_15c2bd72_fk_registry_ FOREIGN KEY (from_care_manager_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_to_care_manager_id_ecbaafeb_fk_registry_ FOREIGN KEY (to_care_manager_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_transfer
    ADD CONSTRAINT registry_transfer_transferred_by_id_a205f6dc_fk_registry_ FOREIGN KEY (transferred_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_treatment
    ADD CONSTRAINT registry_treatment_ended_by_id_247e20ff_fk_registry_user_id FOREIGN KEY (ended_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_treatment
    ADD CONSTRAINT registry_treatment_patient_id_8c4a0016_fk_registry_patient_id FOREIGN KEY (patient_id) REFERENCES public.registry_patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_treatment
    ADD CONSTRAINT registry_treatment_recorded_by_id_f643491b_fk_registry_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_treatment
    ADD CONSTRAINT registry_treatment_voided_by_id_cca0f039_fk_registry_user_id FOREIGN KEY (voided_by_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_user_groups
    ADD CONSTRAINT registry_user_groups_group_id_5118a62d_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_user_groups
    ADD CONSTRAINT registry_user_groups_user_id_a77b31c5_fk_registry_user_id FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_user_user_permissions
    ADD CONSTRAINT registry_user_user_p_permission_id_a63bc23d_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.registry_user_user_permissions
    ADD CONSTRAINT registry_user_user_p_user_id_f66ae71b_fk_registry_ FOREIGN KEY (user_id) REFERENCES public.registry_user(id) DEFERRABLE INITIALLY DEFERRED;
