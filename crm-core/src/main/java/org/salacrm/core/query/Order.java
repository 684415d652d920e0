package org.salacrm.core.query;

/** A key of the order of a list. The record's id is always the last key and goes the way of the one before. */
record Order(Term term, boolean desc) {}
