package org.salacrm.core.importing;

import static org.salacrm.core.importing.TestWorkbook.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The same customers as different offices keep them: other headers and orders, other ways to write a cell, other kinds
 * of files. Every number draws another file.
 */
final class OfficeFiles {
    private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            Charset.forName("x-windows-874"),
            Charset.forName("TIS-620"));
    private static final List<String> NOBODY_KNOWS = List.of("ลำดับ", "No.", "", "ที่", "Seq");

    private final Random random;
    private final List<Field> fields;

    /**
     * What one column holds.
     *
     * @param path where it has to land
     * @param value what has to land there
     * @param headers what offices call it
     * @param writings how they write it
     */
    record Field(String path, Object value, List<String> headers, List<String> writings) {}

    /** A file, and the field of each of its columns; null for those that have to be left out. */
    record Drawn(Path file, List<Field> columns, String said) {}

    OfficeFiles(long seed, List<Field> fields) {
        this.random = new Random(seed);
        this.fields = fields;
    }

    /** Writes a file of three equal rows below its headers. */
    Drawn draw(Path file) throws IOException {
        List<Field> columns = new ArrayList<>(fields);
        Collections.shuffle(columns, random);
        if (random.nextBoolean()) {
            columns.add(random.nextInt(columns.size()), null);
        }
        List<List<String>> rows = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            rows.add(List.of("รายชื่อลูกค้า ประจำปี 2567"));
            rows.add(List.of());
        }
        rows.add(columns.stream()
                .map(f -> any(f == null ? NOBODY_KNOWS : f.headers()))
                .toList());
        boolean sheet = random.nextInt(3) == 0;
        Charset charset = any(CHARSETS);
        for (int n = 1; n <= 3; n++) {
            int number = n;
            rows.add(columns.stream()
                    .map(f -> f == null ? number + "" : writing(f, sheet ? StandardCharsets.UTF_8 : charset))
                    .toList());
            if (random.nextInt(4) == 0) {
                rows.add(List.of());
            }
        }
        String said = rows.toString();
        return new Drawn(sheet ? workbook(file, rows) : text(file, rows, charset), columns, said);
    }

    private String writing(Field field, Charset charset) {
        String written = any(field.writings());
        return charset.newEncoder().canEncode(written)
                ? written
                : field.writings().get(0);
    }

    private Path workbook(Path file, List<List<String>> rows) throws IOException {
        int offset = random.nextInt(2);
        String body = IntStream.range(0, rows.size())
                .mapToObj(i -> row(i + 1 + offset, rows.get(i).toArray(String[]::new)))
                .reduce("", String::concat);
        TestWorkbook workbook = new TestWorkbook();
        if (random.nextBoolean()) {
            workbook.sheet("คำอธิบาย", row(1, "แบบฟอร์มรายชื่อ", "กรุณากรอกให้ครบ"));
        }
        return workbook.sheet("ข้อมูล", body).write(file);
    }

    private Path text(Path file, List<List<String>> rows, Charset charset) throws IOException {
        String separator = any(SEPARATORS);
        StringBuilder text = new StringBuilder();
        boolean marked = charset.name().startsWith("UTF-16") || charset.name().equals("UTF-8") && random.nextBoolean();
        text.append(marked ? "\uFEFF" : "");
        for (List<String> row : rows) {
            text.append(String.join(
                    separator, row.stream().map(c -> quoted(c, separator)).toList()));
            text.append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return Files.write(file, text.toString().getBytes(charset));
    }

    private String quoted(String cell, String separator) {
        boolean needed = cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
        return needed || random.nextInt(5) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
