package org.salacrm.api.entity;

/** Kinds of fields the product knows. An open set of names: an extension may bring a kind and its editor. */
public final class Kind {
    public static final String TEXT = "text";
    public static final String TEXTAREA = "textarea";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String URL = "url";
    /** The id by which somebody is found at LINE. */
    public static final String LINE = "line";

    public static final String TAX_ID = "taxId";

    /** Branch of a company for the Revenue Department: five digits, {@code 00000} is the head office. */
    public static final String BRANCH = "branch";

    public static final String POSTCODE = "postcode";
    public static final String INT = "int";
    public static final String DECIMAL = "decimal";
    public static final String MONEY = "money";
    public static final String PERCENT = "percent";
    public static final String BOOL = "bool";
    public static final String DATE = "date";
    public static final String DATETIME = "datetime";
    /** One code of a pick list. */
    public static final String PICK = "pick";
    /** Several codes of a pick list, stored as {@code ,a,b,}. */
    public static final String MULTIPICK = "multipick";
    /** The id of another record. */
    public static final String REF = "ref";
    /** A list of parts. */
    public static final String PARTS = "parts";
    /** The rule by which something comes back, as RFC 5545 writes it. */
    public static final String RECURRENCE = "recurrence";
    /** A picture of a part, such as the map of an address: the id of a file of the record. */
    public static final String PICTURE = "picture";
    /** The name of an entity. */
    public static final String ENTITY = "entity";

    private Kind() {}
}
