package org.salacrm.core.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.importing.ImportChecks.Likely;

/** A row of a file as one text: what is only a text as such, numbers and dates of worksheets beside their texts. */
final class RowText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Likely>> LIKELY = new TypeReference<>() {};

    private RowText() {}

    static String write(SourceRow row) {
        ArrayNode cells = JSON.createArrayNode();
        for (SourceRow.Cell cell : row.cells()) {
            if (cell.number().isEmpty() && cell.date().isEmpty()) {
                cells.add(cell.text());
            } else {
                cells.addArray()
                        .add(cell.text())
                        .add(cell.number().map(BigDecimal::toString).orElse(""))
                        .add(cell.date().map(LocalDateTime::toString).orElse(""));
            }
        }
        return cells.toString();
    }

    static SourceRow read(long number, String text) {
        try {
            List<SourceRow.Cell> cells = new ArrayList<>();
            JSON.readTree(text).forEach(cell -> cells.add(cell(cell)));
            return new SourceRow(number, cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of an import cannot be read", e);
        }
    }

    static String likely(List<Likely> likely) {
        return JSON.valueToTree(likely).toString();
    }

    static List<Likely> likely(String text) {
        try {
            return JSON.readValue(text, LIKELY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a row may be the same as cannot be read", e);
        }
    }

    private static SourceRow.Cell cell(JsonNode cell) {
        if (cell.isTextual()) {
            return SourceRow.Cell.of(cell.asText());
        }
        String number = cell.get(1).asText();
        String date = cell.get(2).asText();
        return new SourceRow.Cell(
                cell.get(0).asText(),
                number.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(number)),
                date.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(date)));
    }
}
