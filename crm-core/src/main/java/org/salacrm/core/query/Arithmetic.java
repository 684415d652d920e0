package org.salacrm.core.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.salacrm.api.query.MalformedQueryException;

/**
 * Arithmetic of a report: {@code amount * probability / 100}, {@code won / (won + lost) * 100}, {@code days(createdAt,
 * closedAt)}. Names are paths of fields or names of measures.
 */
sealed interface Arithmetic {
    Set<String> SPANS = Set.of("days", "hours");

    record Constant(BigDecimal value) implements Arithmetic {}

    record Name(String name) implements Arithmetic {}

    /** @param operator one of + - * / */
    record Binary(char operator, Arithmetic left, Arithmetic right) implements Arithmetic {}

    /** The time from one date or moment to another. */
    record Span(String unit, Arithmetic from, Arithmetic to) implements Arithmetic {}

    /** @throws MalformedQueryException naming the text */
    static Arithmetic parse(String text) {
        return new Parser(text).whole();
    }

    /** Every name in it, from left to right. */
    default List<String> names() {
        List<String> names = new ArrayList<>();
        visit(names::add);
        return names;
    }

    private void visit(Consumer<String> visitor) {
        if (this instanceof Name name) {
            visitor.accept(name.name());
        } else if (this instanceof Binary binary) {
            binary.left().visit(visitor);
            binary.right().visit(visitor);
        } else if (this instanceof Span span) {
            span.from().visit(visitor);
            span.to().visit(visitor);
        }
    }

    /** Reads the text from left to right; {@code *} and {@code /} bind closer than {@code +} and {@code -}. */
    final class Parser {
        private static final int LONGEST = 500;
        private static final int DEEPEST = 30;
        private final String text;
        private int at;
        private int depth;

        private Parser(String text) {
            this.text = text;
        }

        private Arithmetic whole() {
            if (text.length() > LONGEST) {
                throw new MalformedQueryException("", "an expression of more than " + LONGEST + " characters");
            }
            Arithmetic sum = sum();
            if (peek() != 0) {
                throw wrong();
            }
            return sum;
        }

        private Arithmetic sum() {
            Arithmetic left = product();
            while (peek() == '+' || peek() == '-') {
                left = new Binary(text.charAt(at++), left, product());
            }
            return left;
        }

        private Arithmetic product() {
            Arithmetic left = factor();
            while (peek() == '*' || peek() == '/') {
                left = new Binary(text.charAt(at++), left, factor());
            }
            return left;
        }

        private Arithmetic factor() {
            if (++depth > DEEPEST) {
                throw wrong();
            }
            Arithmetic factor = single();
            depth--;
            return factor;
        }

        private Arithmetic single() {
            char c = peek();
            if (c == '-') {
                at++;
                return new Binary('-', new Constant(BigDecimal.ZERO), factor());
            }
            if (c == '(') {
                at++;
                Arithmetic inner = sum();
                expect(')');
                return inner;
            }
            return c >= '0' && c <= '9' ? number() : name();
        }

        private Arithmetic number() {
            int start = at;
            while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                return new Constant(new BigDecimal(text.substring(start, at)));
            } catch (NumberFormatException e) {
                throw wrong();
            }
        }

        private Arithmetic name() {
            int start = at;
            while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String name = text.substring(start, at);
            if (name.isEmpty()) {
                throw wrong();
            }
            if (!SPANS.contains(name) || peek() != '(') {
                return new Name(name);
            }
            expect('(');
            Arithmetic from = name();
            expect(',');
            peek();
            Arithmetic to = name();
            expect(')');
            return new Span(name, from, to);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong();
            }
            at++;
            peek();
        }

        /** The next character that is no space, 0 at the end. */
        private char peek() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private static boolean digit(char c) {
            return c >= '0' && c <= '9';
        }

        private MalformedQueryException wrong() {
            return new MalformedQueryException(text, "cannot be understood at character " + (at + 1));
        }
    }
}
