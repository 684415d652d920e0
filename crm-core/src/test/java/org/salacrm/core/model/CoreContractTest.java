package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.core.entity.ClassReader;
import org.salacrm.core.testing.ModuleContract;

public class CoreContractTest extends ModuleContract {

    public CoreContractTest() {
        super(new CoreModule(), "db/core.xml");
    }

    @Test
    public void whoeverHasALineIdIsFoundByIt() {
        assertThat(Stream.of(Account.class, Contact.class, Lead.class)
                        .map(type ->
                                ClassReader.read(type, "core").field("lineId").orElseThrow()))
                .extracting(FieldType::kind)
                .containsOnly(Kind.LINE);
    }

    @Override
    protected Set<String> absent() {
        return Set.of("opportunity");
    }
}
