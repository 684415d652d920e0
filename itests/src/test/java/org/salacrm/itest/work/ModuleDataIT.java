package org.salacrm.itest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What becomes of records while their module is away, and of changes that come too late. */
public class ModuleDataIT extends WorkTest {
    @Test
    public void theModuleGoesAndComesBackWithItsData() {
        String customer = customer("บริษัท อยู่ต่อ จำกัด");
        String deal = made("opportunity", "name", "อยู่ต่อ", "account", customer, "expectedCloseOn", TO_CLOSE);
        team.administrator.job("/api/modules/sfa/uninstall");
        HttpResponse<String> gone = me.send("POST", "/api/records/opportunity/query", Map.of("fields", List.of()));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        assertThat(me.send("GET", "/api/records/account/" + customer, null).statusCode())
                .isEqualTo(200);
        team.administrator.install("sfa");
        assertThat(read("opportunity", deal).get("name").asText()).isEqualTo("อยู่ต่อ");
    }

    @Test
    public void aStaleVersionIsRefusedWithTheRecordAsItIs() {
        String path = "/api/records/account/" + customer("บริษัท สองคนแก้ จำกัด");
        String version = '"' + me.get(path).get("version").asText() + '"';
        me.ok("PATCH", path, Map.of("remark", "ก่อน"), "If-Match", version);
        HttpResponse<String> late = me.send("PATCH", path, Map.of("remark", "ทีหลัง"), "If-Match", version);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("ก่อน");
        assertThat(me.send("PATCH", path, Map.of("remark", "x")).statusCode()).isEqualTo(428);
    }
}
