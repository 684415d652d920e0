package org.salacrm.benchmarks;

import java.util.List;

/**
 * What the database was filled with: so many accounts and so many opportunities over 50 owners in 10 teams of five.
 * Ids are counted from a base, so that nobody needs to remember them.
 */
record Company(int accounts, int opportunities, int colleagues) {
    static final int OWNERS = 50;
    static final int TEAM_SIZE = 5;
    static final String ADMIN = "admin";
    static final String PASSWORD = "Sala-bench-2026";
    /** He owns one opportunity in a thousand, all of small amounts, and his team nothing else. */
    static final String FEW = "few";
    /** Nothing is his or his team's. */
    static final String NOTHING = "nothing";

    /** Of ten opportunities two, two, one and a half, three and one and a half. */
    static final List<String> STAGES = List.of("contacted", "considering", "negotiating", "won", "lost");

    private static final long USERS = 1_000_000;
    private static final long TEAMS = 2_000_000;
    private static final long ACCOUNTS = 10_000_000;
    private static final long OPPORTUNITIES = 100_000_000;
    private static final int ONE_IN = 1_000;
    private static final int SHARE_OF_TWENTY = 20;

    static String login(int user) {
        return user == OWNERS ? FEW : user == OWNERS + 1 ? NOTHING : "owner" + user;
    }

    static long user(int user) {
        return USERS + user;
    }

    static long teamOf(int user) {
        return TEAMS + (user < OWNERS ? user / TEAM_SIZE : user);
    }

    static long account(int number) {
        return ACCOUNTS + number;
    }

    static long opportunity(int number) {
        return OPPORTUNITIES + number;
    }

    /** Owners take turns. */
    static int ownerOf(int number) {
        return isFew(number) ? OWNERS : number % OWNERS;
    }

    static boolean isFew(int opportunity) {
        return opportunity % ONE_IN == ONE_IN / 2;
    }

    /** The stages are spread evenly over each owner's opportunities. */
    static String stage(int opportunity) {
        int turn = isFew(opportunity) ? opportunity / ONE_IN : opportunity / OWNERS;
        int twentieth = turn % SHARE_OF_TWENTY;
        return STAGES.get(twentieth < 4 ? 0 : twentieth < 8 ? 1 : twentieth < 11 ? 2 : twentieth < 17 ? 3 : 4);
    }
}
