package org.salacrm.rest.problem;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal in the caller's words, as RFC 7807 has it.
 *
 * @param code what a program goes by
 * @param title short sentence for a person
 * @param detail longer one, may be empty
 * @param more further members, such as {@code errors} or {@code current}
 * @param retryAfter when trying again makes sense
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        Map<String, Object> more,
        Optional<Duration> retryAfter) {}
