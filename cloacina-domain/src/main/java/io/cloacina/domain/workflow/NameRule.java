package io.cloacina.domain.workflow;

import java.util.Optional;
import java.util.Set;

/**
 * What may be the name of a workflow or the id of a task: not blank, at most 255 characters, no control characters, nothing
 * that ends a line or turns the direction of text, and well-formed Unicode (no lone surrogate), so that every backend can store
 * it, and a log line that shows it is one line that reads as it was written.
 */
final class NameRule {

    private static final int MOST_CHARACTERS = 255;

    /** What turns the direction of the text behind it, be it another name. */
    private static final Set<Byte> TURNING = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

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
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                Optional.of(String.format("contains the line separator U+%04X", codePoint));
            case Character.FORMAT ->
                TURNING.contains(Character.getDirectionality(codePoint))
                        ? Optional.of(String.format("contains U+%04X, which turns the direction of text", codePoint))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
