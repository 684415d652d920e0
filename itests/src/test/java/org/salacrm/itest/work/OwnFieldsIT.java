package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.Test;

/** Fields that the company adds, as programs see them. */
public class OwnFieldsIT extends WorkTest {
    @Test
    public void aFieldOfTheCompanyIsDescribedToProgramsAsLongAsItIsThere() {
        assertThat(described()).isFalse();
        team.administrator.ok(
                "POST",
                "/api/types/account/fields",
                Map.of("name", "berth", "kind", "text", "label", Map.of("th", "ท่าเทียบเรือ", "en", "Berth")));
        assertThat(described()).isTrue();
        String account = made("account", "name", "บริษัท ท่าเรือ จำกัด", "berth", "A4");
        assertThat(read("account", account).get("berth").asText()).isEqualTo("A4");
        team.administrator.ok("DELETE", "/api/types/account/fields/berth?force=true", null);
        assertThat(described()).isFalse();
    }

    private boolean described() {
        return me.get("/api/openapi.json")
                .at("/components/schemas/record.account/properties")
                .has("berth");
    }
}
