package org.salacrm.api.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a field of an entity means to people. What Java and JPA already say (type, column, length, scale,
 * nullable) is read from there and not repeated here. A persistent field without this annotation is not seen by users.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface CrmField {

    /** A {@link org.salacrm.api.entity.Kind}; empty: derived from the Java type. */
    String kind() default "";

    /** Entity that a {@code Long} field refers to, {@code "*"} for any (then {@link #refType()} names its partner). */
    String ref() default "";

    /** For {@code ref = "*"}: the String field that holds the name of the entity referred to. */
    String refType() default "";

    /** Pick list whose codes the field holds. */
    String pickList() default "";

    boolean required() default false;

    /** Users and imports cannot set it; hooks and actions can. */
    boolean readOnly() default false;

    boolean unique() default false;

    /** Part of the default list. */
    boolean listed() default false;

    /** Section of the default form; empty: the section of the field before. */
    String section() default "";

    /** For a hidden field: it holds the sort key of this text field and is filled by {@code Records}. */
    String sortKeyOf() default "";

    /** Smallest allowed number, as text; empty: none. */
    String min() default "";

    /** Largest allowed number, as text; empty: none. */
    String max() default "";
}
