package org.salacrm.api.health;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Something without which the product cannot serve, such as the database; asked by {@code /health/ready}. */
@ConsumerType
public interface HealthCheck {

    /** Short and unique: {@code database}. */
    String name();

    /** What is wrong, in English for the operator; empty when all is well. Answers within a second. */
    Optional<String> trouble();

    /** What makes it serve worse than it could, in English for the operator; it stays ready all the same. */
    default Optional<String> warning() {
        return Optional.empty();
    }
}
