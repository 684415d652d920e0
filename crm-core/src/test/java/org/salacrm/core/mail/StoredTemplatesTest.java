package org.salacrm.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.mail.Signature;
import org.salacrm.api.mail.Templates.Filled;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;

public class StoredTemplatesTest {
    private static ActionWorld world;
    private static StoredTemplates templates;
    private static int count;

    @BeforeClass
    public static void open() {
        world = new ActionWorld(Database.Vendor.DERBY, "");
        templates = new StoredTemplates(world.types, world.queries, world.picks, world.callers, world.zone);
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Before
    public void asUser() {
        world.asUser();
    }

    @Test
    public void placesAreFilledWithTheWordsOfTheLettersLanguage() {
        long account = made("account", Map.of("name", "บริษัท $1 {{x}} จำกัด"));
        long day = made(
                "anniversary", Map.of("kind", "founding", "day", "1999-05-14", "account", account, "yearly", true));
        long template = made(
                "mailTemplate",
                Map.of(
                        "name",
                        "both",
                        "entity",
                        "anniversary",
                        "subject",
                        "{{account.name}}",
                        "body",
                        "{{ day }} {{kind}} {{note}}|",
                        "bodyEn",
                        "{{day}} {{kind}} {{note}}|"));

        Ref about = new Ref("anniversary", day, "");
        assertThat(templates.fill(template, about, "th"))
                .isEqualTo(new Filled("บริษัท $1 {{x}} จำกัด", "14 พฤษภาคม 2542 วันก่อตั้งบริษัท |", Signature.BOTH));
        assertThat(templates.fill(template, about, "en").body()).isEqualTo("14 May 1999 Founding day |");
    }

    @Test
    public void aPlaceThatNoRecordCanFillIsRefusedWhenItIsWritten() {
        for (String wrong : new String[] {"nme", "name.first", "account.nme", "participants", "a.b.c.d.e.f.g", ""}) {
            assertThatThrownBy(() -> template("contact", "{{" + wrong + "}}"))
                    .as(wrong)
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("body");
        }
        assertThatThrownBy(() -> template("nothing", "x")).isInstanceOf(InvalidRecordException.class);
        assertThat(template("contact", "{{account.name}} {{sender.email}} {{account}}"))
                .isPositive();
    }

    @Test
    public void aTemplateIsForOneKindOfRecord() {
        long template = template("contact", "x");
        long account = made("account", Map.of("name", "Other"));

        assertThatThrownBy(() -> templates.fill(template, new Ref("account", account, ""), "th"))
                .isInstanceOf(AbsentRecordException.class);
    }

    private static long template(String entity, String body) {
        return made("mailTemplate", Map.of("name", "t" + count++, "entity", entity, "subject", "s", "body", body));
    }

    private static long made(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }
}
