package org.salacrm.core.security;

import java.util.List;
import org.salacrm.api.security.Shares.Share;

/** Is told in the transaction in which a record is shared otherwise than before. */
public interface ShareNews {

    void shared(String entity, long id, List<Share> before, List<Share> now);
}
