package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * An ArchUnit rule that proves itself first: it must fail on classes planted to break it and name each of them, then hold in the house. A rule
 * about a package that does not exist, or a predicate that never matches, cannot pass this way.
 */
final class Rule {
    private final ArchRule rule;

    private Rule(ArchRule rule) {
        this.rule = rule;
    }

    static Rule that(ArchRule rule) {
        return new Rule(rule);
    }

    /** Each plant alone breaks the rule, and the report says its name. */
    Rule finds(Class<?>... plants) {
        for (Class<?> plant : plants) {
            EvaluationResult result = rule.evaluate(House.planted(plant));
            assertThat(result.hasViolation())
                    .as("%s breaks: %s", plant.getName(), rule.getDescription())
                    .isTrue();
            assertThat(result.getFailureReport().toString()).contains(plant.getName());
        }
        return this;
    }

    /** For rules about several classes together, such as cycles. */
    Rule findsTogether(Class<?>... plants) {
        JavaClasses together = House.planted(plants);
        assertThat(rule.evaluate(together).getFailureReport().toString())
                .as("report of: %s", rule.getDescription())
                .contains(plants[0].getName());
        return this;
    }

    /** The same rule does not fire at what is allowed. */
    Rule tolerates(Class<?>... innocents) {
        EvaluationResult result = rule.evaluate(House.planted(innocents));
        assertThat(result.getFailureReport().toString()).doesNotContain("planted");
        return this;
    }

    void holds() {
        rule.check(House.CLASSES);
    }
}
