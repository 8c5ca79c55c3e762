package io.cloacina.domain.workflow;

import java.util.Optional;

/**
 * What may be the name of a workflow or the id of a task: not blank, at most 255 characters, no control characters, and
 * well-formed Unicode (no lone surrogate), so that every backend can store it and every log line show it.
 */
final class NameRule {

    private static final int MOST_CHARACTERS = 255;

    private NameRule() {}

    /** What is wrong with a name, as the rest of a sentence that begins with its subject; empty when nothing is. */
    static Optional<String> objection(String name) {
        if (name.isBlank()) {
            return Optional.of("is blank");
        }
        if (name.length() > MOST_CHARACTERS) {
            return Optional.of("has " + name.length() + " characters, at most " + MOST_CHARACTERS + " are allowed");
        }
        return name.codePoints()
                .mapToObj(NameRule::objection)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> objection(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Optional.of(String.format("contains the control character U+%04X", codePoint));
            case Character.SURROGATE -> Optional.of(String.format("contains the lone surrogate U+%04X", codePoint));
            default -> Optional.empty();
        };
    }
}
