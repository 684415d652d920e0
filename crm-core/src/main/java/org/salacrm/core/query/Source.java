package org.salacrm.core.query;

import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Rights;

/** What the engine asks to understand a question: metadata, rights, lists, the company's time, ids for text search. */
record Source(EntityTypes types, Rights rights, PickLists picks, CompanyTime time, TextIds texts) {}
