package org.salacrm.core.query;

import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Rights;

/** What the engine asks to understand a question: metadata, rights, the company's time and ids for text search. */
record Source(EntityTypes types, Rights rights, CompanyTime time, TextIds texts) {}
