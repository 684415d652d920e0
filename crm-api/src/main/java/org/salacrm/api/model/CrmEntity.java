package org.salacrm.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a JPA class an entity of the CRM: with this annotation it has lists, forms, rights, history, import and an
 * address over HTTP. The order of the class's fields is the default form.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CrmEntity {

    /** The one id of this entity everywhere: REST path, message prefix, permission prefix, menu target. */
    String name();

    /** Field whose value names a record to a person, in links and references. */
    String title() default "name";

    /**
     * Fields that text search looks into, the most telling first; the title when empty. A list looks into the titles of
     * references too, the search of everything does not.
     */
    String[] search() default {};

    /** Name of an outline icon of the client's icon set. */
    String icon() default "file";

    /** Fields of the short form with which a record is made in passing; the required ones when empty. */
    String[] quick() default {};

    /** Whether activities can be recorded about a record. */
    boolean activities() default false;

    /** Whether files can be imported into this entity by users. */
    boolean imports() default false;

    /** Whether the company may add fields of its own. */
    boolean custom() default false;

    /** Whether everybody who is signed in may read all records: master data such as products or territories. */
    boolean common() default false;
}
