package org.salacrm.api.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An import as it stands.
 *
 * @param charset name of the character set of a text file, empty for XLSX
 * @param separator of a CSV file, empty for XLSX and cards
 * @param sheet name of the sheet read, empty for CSV and cards
 * @param headerRow number of the row with the headers, from 1; 0 for cards, which have none
 * @param rows number of rows below the header, -1 while not counted
 * @param state uploaded, checking, checked, running, done, failed, or stopped: a run that wrote some rows and can go on
 * @param job id of the job at work or last at work, 0 for none
 */
public record ImportState(
        long id,
        String entity,
        String file,
        String charset,
        String separator,
        String sheet,
        List<String> sheets,
        int headerRow,
        List<Column> columns,
        String mode,
        String key,
        Map<String, Object> defaults,
        boolean createPickValues,
        long rows,
        String state,
        long job,
        Imports.Summary summary) {

    /**
     * A column of the file.
     *
     * @param samples up to five values
     * @param field path it is read into, empty when left out
     * @param confidence 0 to 1, how sure the proposal is; 1 when the user chose
     * @param era in which its years are meant, {@link #BUDDHIST} or {@link #COMMON}; empty to find it out cell by cell
     * @param days what each sample of a column of dates is read as, such as {@code 2026-11-30}, empty where it is
     *     refused; no days for other columns
     */
    public record Column(
            int index,
            String header,
            List<String> samples,
            String field,
            double confidence,
            String era,
            List<String> days) {
        public static final String BUDDHIST = "BE";
        public static final String COMMON = "CE";

        public Column {
            samples = List.copyOf(samples);
            era = Objects.requireNonNullElse(era, ""); // one that was kept before eras could be chosen
            days = days == null ? List.of() : List.copyOf(days);
        }

        /** As it is proposed. */
        public Column(int index, String header, List<String> samples, String field, double confidence) {
            this(index, header, samples, field, confidence, "", List.of());
        }

        public Column in(String chosen) {
            return new Column(index, header, samples, field, confidence, chosen, days);
        }

        public Column into(String chosen, double sure) {
            return new Column(index, header, samples, chosen, sure, era, days);
        }

        public Column reading(List<String> read) {
            return new Column(index, header, samples, field, confidence, era, read);
        }
    }

    public ImportState {
        sheets = List.copyOf(sheets);
        columns = List.copyOf(columns);
        defaults = Map.copyOf(defaults);
    }
}
