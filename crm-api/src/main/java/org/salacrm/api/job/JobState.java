package org.salacrm.api.job;

import java.time.Instant;
import java.util.Map;

/**
 * How far a job is. Label key {@code job.<kind>.label}.
 *
 * @param state waiting, running, done, failed or cancelled
 * @param done steps done
 * @param total steps in all, 0 while unknown
 * @param result what it answers when done
 * @param messageKey sentence why it failed, empty otherwise
 */
public record JobState(
        long id,
        String kind,
        long user,
        String state,
        long done,
        long total,
        Map<String, Object> result,
        String messageKey,
        Instant startedAt) {}
