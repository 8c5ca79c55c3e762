package io.cloacina.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of one rule of {@code docs/contract.md}. Several tests may prove one rule. For a store whose traits exclude it, the
 * test does not exist: it is neither passed nor skipped, but named in the line that the contract prints at its end.
 */
@TestTemplate
@ExtendWith(RulesThatApply.class)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Rule {

    /** The rule's id, such as {@code CLAIM-1}. */
    String value();
}
