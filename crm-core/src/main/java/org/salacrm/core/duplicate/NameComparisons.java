package org.salacrm.core.duplicate;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** How names are compared: of companies and of people. Of several names the best counts. */
final class NameComparisons {
    private static final int LONG_ENOUGH = 4;
    /** Letters from which a name may have been made short to initials. */
    private static final int FULL = 9;
    /** Consonants from which what is heard finds a name. */
    private static final int HEARD = 2;

    private NameComparisons() {}

    static final class Company implements Comparison<List<CompanyName>> {
        /** What similarity means; between two rows in proportion. */
        private static final double[][] SCALE = {
            {0.5, -1}, {0.7, -0.7}, {0.84, -0.05}, {0.9, 0.45}, {0.97, 0.95}, {1, 1}
        };

        /** A name that was translated and not spelled cannot be recognised, so in another script it says nothing. */
        private static final double[][] ACROSS = {
            {Alignment.OTHER_TRADE, -0.7}, {Alignment.UNKNOWN, 0}, {0.86, 0.66}, {0.97, 0.95}, {1, 1}
        };

        @Override
        public List<CompanyName> read(List<String> texts) {
            return texts.stream()
                    .filter(text -> !Placeholders.isOne(text))
                    .map(CompanyName::of)
                    .toList();
        }

        @Override
        public double agreement(List<CompanyName> a, List<CompanyName> b) {
            return Comparison.best(a, b, Company::one);
        }

        private static double one(CompanyName a, CompanyName b) {
            if (!a.branch().isEmpty() && !b.branch().isEmpty() && !sameBranch(a.branch(), b.branch())) {
                return -1;
            }
            boolean foreign = a.isThai() != b.isThai();
            boolean initials = a.isInitials() != b.isInitials()
                    && Math.max(a.compact().length(), b.compact().length()) >= FULL;
            double similar = scaled(a.similarity(b), foreign ? ACROSS : SCALE);
            boolean otherBranch =
                    a.branch().isEmpty() ? !isHead(b.branch()) : b.branch().isEmpty() && !isHead(a.branch());
            double weighed =
                    similar > 0 ? similar * Math.min(1, Math.min(a.weight(), b.weight())) : initials ? 0 : similar;
            return otherBranch && weighed > 0.4 ? 0.4 : weighed;
        }

        private static boolean isHead(String branch) {
            return branch.isEmpty() || branch.equals("0");
        }

        private static boolean sameBranch(String a, String b) {
            return a.equals(b)
                    || !Character.isDigit(a.charAt(0))
                            && !Character.isDigit(b.charAt(0))
                            && NameWord.of(a, a, "").similarity(NameWord.of(b, b, "")) > 0.75;
        }

        private static double scaled(double similar, double[][] scale) {
            double[] below = scale[0];
            for (double[] row : scale) {
                if (similar < row[0]) {
                    return similar <= below[0]
                            ? below[1]
                            : below[1] + (similar - below[0]) / (row[0] - below[0]) * (row[1] - below[1]);
                }
                below = row;
            }
            return 1;
        }

        @Override
        public void keys(List<CompanyName> names, Consumer<String> keys) {
            names.forEach(name -> keys(name, keys));
        }

        /**
         * The consonants of all words in the order of the alphabet; those of the words of its own; and its beginning
         * and its end, since a slip of the hand spoils only one of them.
         */
        private static void keys(CompanyName name, Consumer<String> keys) {
            TreeSet<String> all = new TreeSet<>();
            StringBuilder own = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (NameWord word : name.words()) {
                boolean common = !word.meaning().isEmpty();
                own.append(common ? "" : word.skeleton());
                heard.append(word.meaning().equals("thailand") ? "" : word.skeleton());
                all.add(common ? word.meaning() : Skeleton.key(word.skeleton(), false));
            }
            all.remove("thailand");
            keys.accept("all" + String.join("", all));
            heard("own", own.toString(), keys);
            heard("heard", heard.toString(), keys);
            String compact = name.compact();
            int half = Math.min(8, Math.max(LONG_ENOUGH, compact.length() / 2));
            if (compact.length() >= half + 2) {
                keys.accept("begins" + compact.substring(0, half) + name.numbers());
                keys.accept("ends" + compact.substring(compact.length() - half));
            }
        }
    }

    private static void heard(String as, String skeleton, Consumer<String> keys) {
        String key = Skeleton.key(skeleton, false);
        String full = Skeleton.key(skeleton, true);
        if (Math.max(key.length(), full.length()) >= HEARD) {
            keys.accept(as + key);
            if (!full.equals(key)) {
                keys.accept(as + full);
            }
        }
    }

    static final class Person implements Comparison<List<PersonName>> {
        @Override
        public List<PersonName> read(List<String> texts) {
            return texts.stream()
                    .filter(text -> !Placeholders.isOne(text))
                    .map(PersonName::of)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        @Override
        public double agreement(List<PersonName> a, List<PersonName> b) {
            return Comparison.best(a, b, PersonName::agreement);
        }

        /** Both names by their consonants, in any order; and each with the beginning of the other. */
        @Override
        public void keys(List<PersonName> names, Consumer<String> keys) {
            for (PersonName name : names) {
                keys(Skeleton.of(name.first()), Skeleton.of(name.last()), true, keys);
                keys(Skeleton.of(name.first()), Skeleton.of(name.last()), false, keys);
            }
        }

        private static void keys(String first, String last, boolean all, Consumer<String> keys) {
            String given = Skeleton.key(first, all);
            String family = Skeleton.key(last, all);
            if (family.isEmpty() && given.length() > LONG_ENOUGH) {
                keys.accept("one" + given);
            }
            keys.accept("both" + String.join(" ", new TreeSet<>(List.of(given, family))));
            if (!family.isEmpty() && !given.isEmpty()) {
                keys.accept("one" + Skeleton.key(first + last, all)); // as one who sets no blank writes it
                keys.accept("given" + given + " " + family.charAt(0));
                keys.accept("given" + family + " " + given.charAt(0));
            }
        }
    }
}
