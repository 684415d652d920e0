package org.salacrm.core.query;

import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Rights;

/** What the engine asks to understand a question: the metadata, the rights and the company's time. */
record Source(EntityTypes types, Rights rights, CompanyTime time) {}
