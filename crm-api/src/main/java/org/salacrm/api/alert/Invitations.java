package org.salacrm.api.alert;

import org.osgi.annotation.versioning.ProviderType;

/** The answers of those who are asked to take part in an activity. Thread-safe. */
@ProviderType
public interface Invitations {

    /**
     * The caller says whether he comes; whoever asked is told.
     *
     * @param answer accepted or declined
     * @throws org.salacrm.api.record.AbsentRecordException when nobody asked him
     */
    void answer(long activity, String answer);
}
