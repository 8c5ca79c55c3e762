package io.cloacina.contract;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Names a test by its rule and its sentence: {@code CLAIM-1 a ready task is claimed once}. */
final class RuleNames extends DisplayNameGenerator.ReplaceUnderscores {

    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        String sentence = testMethod.getName().replace('_', ' ');
        Rule rule = testMethod.getAnnotation(Rule.class);
        return rule == null ? sentence : rule.value() + " " + sentence;
    }
}
