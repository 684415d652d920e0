package org.salacrm.core.definition;

import java.util.Optional;
import org.salacrm.api.message.Text;

/** Words the company gave itself, such as the labels of its own fields. Implemented where they are kept. */
public interface Words {

    Optional<Text> find(String key);
}
