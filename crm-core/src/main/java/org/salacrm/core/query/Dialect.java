package org.salacrm.core.query;

import org.salacrm.core.store.Database;

/** What the databases say differently. */
interface Dialect {

    static Dialect of(Database.Vendor vendor) {
        return switch (vendor) {
            case DERBY -> new DerbyDialect();
            case POSTGRESQL -> new PostgresDialect();
        };
    }

    /** Many keys are bound as one array and asked one by one in a lateral join. */
    boolean arrays();

    /** Rows are found by a correlated EXISTS; otherwise by IN of a select, which is slow when held against each row. */
    boolean exists();

    /** A text column holds what the bound pattern says, upper and lower case alike; {@code !} escapes. */
    String like(String column);

    /** A column of long text as something that can be compared, sorted and grouped. */
    String comparable(String longText);

    /** Begins a from whose tables are to be read in the order they are written. */
    String inThisOrder();

    /** What ends a question that need not wait for somebody's unfinished write. */
    String dirty();

    /** A number column for arithmetic without loss: never an integer division. */
    String number(String column);

    /** A product or quotient, kept from growing out of the number of digits the database can hold. */
    String arithmetic(String left, char operator, String right);

    /** A fixed number. */
    String constant(String digits);

    /** Seconds from one moment or day to another. */
    String seconds(String from, String to);

    /** The first day of the calendar unit, or a number that {@link #day} understands. */
    String bucket(String column, Bucket bucket, CompanyTime time, boolean moment);

    /** Makes what {@link #bucket} gave into the first day of the unit. */
    java.time.LocalDate day(java.sql.ResultSet rows, int column, Bucket bucket) throws java.sql.SQLException;

    /** Whether one select can count several columns without repetition. */
    boolean manyDistinct();

    /** Statements before a report, in its transaction. */
    java.util.List<String> beforeReport();
}
