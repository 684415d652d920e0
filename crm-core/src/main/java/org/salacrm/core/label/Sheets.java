package org.salacrm.core.label;

import java.util.ArrayList;
import java.util.List;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.document.Paper;
import org.salacrm.api.document.Paper.Block;
import org.salacrm.api.document.Paper.Line;

/**
 * Puts labels on sheets, row by row from the place where a used sheet goes on.
 *
 * @param start place of the first label, from 0
 * @param sender lines of the own company, for formats that have a place for it
 * @param labels lines of each label
 */
record Sheets(LabelFormat format, int start, List<Line> sender, List<List<Line>> labels) {
    private static final double SENDER_SMALLER = 0.75;

    int pages() {
        return (start + labels.size() + format.places() - 1) / format.places();
    }

    Paper page(int number) {
        List<Block> blocks = new ArrayList<>();
        double size = format.fontSize().doubleValue();
        format.sender().ifPresent(area -> blocks.add(block(area, 0, size * SENDER_SMALLER, sender, false)));
        for (int place = 0; place < format.places(); place++) {
            int label = number * format.places() + place - start;
            if (label >= 0 && label < labels.size()) {
                double padding = format.padding().doubleValue();
                blocks.add(block(format.at(place), padding, size, labels.get(label), format.places() > 1));
            }
        }
        return new Paper(
                format.paper().width().doubleValue(), format.paper().height().doubleValue(), blocks);
    }

    private static Block block(LabelFormat.Area area, double padding, double size, List<Line> lines, boolean middle) {
        return new Block(
                area.left().doubleValue() + padding,
                area.top().doubleValue() + padding,
                area.width().doubleValue() - 2 * padding,
                area.height().doubleValue() - 2 * padding,
                size,
                middle,
                lines);
    }
}
