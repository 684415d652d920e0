package org.salacrm.itest.torture;

/**
 * How a request was answered.
 *
 * @param what was asked
 * @param ofSales whether it was about records of the sales module
 * @param status 0 when no answer came
 * @param at when it was asked, in milliseconds from the beginning
 * @param millis from when it should have been asked until the answer was there
 * @param text the answer, of refusals only
 */
record Answer(
        String what,
        boolean ofSales,
        int status,
        boolean isProblem,
        boolean saysWhenToRetry,
        long at,
        long millis,
        String text) {

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** As an entity answers whose module is not there. */
    boolean isAbsent() {
        return status == 404 && isProblem;
    }

    /** As an entity answers whose module is being replaced. */
    boolean isAwayForAMoment() {
        return status == 503 && isProblem && saysWhenToRetry;
    }
}
