package io.cloacina.domain.trigger;

import java.util.EnumSet;
import java.util.Optional;

/** How many rules of a combination must hold. */
public enum Quantifier {
    /** Every one; true of nothing. */
    ALL("all"),
    /** At least one; false of nothing. */
    ANY("any"),
    /** Not one; true of nothing. */
    NONE("none");

    private final String text;

    Quantifier(String text) {
        this.text = text;
    }

    /** The quantifier whose stored name this is, if there is one. */
    static Optional<Quantifier> ofText(String text) {
        return EnumSet.allOf(Quantifier.class).stream()
                .filter(quantifier -> quantifier.text.equals(text))
                .findFirst();
    }

    /** The stored name: {@code any}. */
    @Override
    public String toString() {
        return text;
    }
}
