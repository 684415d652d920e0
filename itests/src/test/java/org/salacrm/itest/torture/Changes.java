package org.salacrm.itest.torture;

import java.time.Duration;

/** Changes of tables that later versions of the sales module bring. */
final class Changes {
    /** A new column, as a next version brings it. */
    static final String COLUMN =
            """
            <changeSet id="torture-1" author="test">
              <addColumn tableName="sfa_opportunity"><column name="torture" type="varchar(20)"/></addColumn>
            </changeSet>
            """;

    /** Succeeds with its first step and fails with its second. */
    static final String FAILING =
            """
            <changeSet id="torture-2" author="test">
              <addColumn tableName="sfa_opportunity"><column name="torture_two" type="varchar(20)"/></addColumn>
            </changeSet>
            <changeSet id="torture-3" author="test">
              <sql>update there_is_no_such_table set a = 1</sql>
              <rollback/>
            </changeSet>
            """;

    /** Works only if the column of {@link #COLUMN} is there and that of {@link #FAILING} is not. */
    static final String AFTERWARDS =
            """
            <changeSet id="torture-4" author="test">
              <sql>update sfa_opportunity set torture = 'x'</sql>
              <addColumn tableName="sfa_opportunity"><column name="torture_two" type="varchar(20)"/></addColumn>
              <rollback/>
            </changeSet>
            """;

    private Changes() {}

    /** Takes its time and touches no table. */
    static String lasting(Duration time) {
        return """
               <changeSet id="torture-5" author="test">
                 <sql dbms="postgresql">select pg_sleep(%2$d)</sql>
                 <sql dbms="derby">create procedure torture_sleep(in millis bigint) language java parameter style java
                   external name 'java.lang.Thread.sleep'</sql>
                 <rollback/>
               </changeSet>
               <changeSet id="torture-6" author="test" dbms="derby">
                 <sql>call torture_sleep(%1$d)</sql>
                 <rollback/>
               </changeSet>
               """
                .formatted(time.toMillis(), time.toSeconds());
    }
}
