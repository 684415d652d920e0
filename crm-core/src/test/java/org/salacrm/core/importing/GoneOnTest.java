package org.salacrm.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.record.ConflictException;

/** An import that was stopped goes on, but not while what it brought in is being undone. */
public class GoneOnTest extends ImportCase {
    @Before
    public void stop() {
        upload("account", "ชื่อลูกค้า", "หนึ่ง");
        world.stopped();
    }

    @Test
    public void whatWasStoppedGoesOn() {
        world.imports.run(ImportWorld.ID);

        assertThat(world.imports.get(ImportWorld.ID).state()).isEqualTo("running");
    }

    @Test
    public void whatIsBeingUndoneDoesNotGoOn() {
        Map<String, String> undo = Map.of("undo", Long.toString(ImportWorld.ID));
        world.world.store.tx().required(() -> world.jobs.create("undo", world.world.callers.current(), undo));

        assertThatThrownBy(() -> world.imports.run(ImportWorld.ID))
                .isInstanceOfSatisfying(ConflictException.class, why -> assertThat(why.messageKey())
                        .isEqualTo("import.undoing"));

        assertThat(world.imports.get(ImportWorld.ID).state()).isEqualTo("stopped");
        assertThat(world.undos.stands(ImportWorld.ID)).as("nothing has begun").isEqualTo("over");
    }
}
