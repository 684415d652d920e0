package org.salacrm.core.definition;

/** The inner door to the company's pick lists: takes out what was never used. */
public interface PickRows {
    /** Takes a code out of a list; a list that is as shipped then is the shipped one again. */
    void remove(String list, String code);
}
