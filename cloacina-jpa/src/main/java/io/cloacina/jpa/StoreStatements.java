package io.cloacina.jpa;

import io.cloacina.jpa.internal.PortableStatements;
import io.cloacina.jpa.internal.Template;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The text of every {@link StoreStatement}, with the tokens of {@link SqlVocabulary}. Immutable. Columns after {@code
 * returning} have no alias before them, for SQLite knows none there. An adapter starts from
 * {@link #portable()} and replaces only what its database must be told differently.
 */
public final class StoreStatements {

    private static final StoreStatements PORTABLE = new StoreStatements(PortableStatements.all());

    private final Map<StoreStatement, String> texts;

    private StoreStatements(Map<StoreStatement, String> texts) {
        this.texts = texts;
    }

    /** The statements that read the same on every database with {@code update .. from} and {@code returning}. */
    public static StoreStatements portable() {
        return PORTABLE;
    }

    /** These statements with one text replaced. */
    public StoreStatements with(StoreStatement statement, String text) {
        Map<StoreStatement, String> copy = new EnumMap<>(texts);
        copy.put(statement, Objects.requireNonNull(text, "text"));
        return new StoreStatements(copy);
    }

    /** Whether there is a text: there is one for every statement that is not optional. */
    public boolean has(StoreStatement statement) {
        return texts.containsKey(statement);
    }

    /** The text of a statement that {@link #has} one, tokens not yet rendered. */
    public String text(StoreStatement statement) {
        return Objects.requireNonNull(texts.get(statement), statement::name);
    }

    /** The text of a statement as this database gets to see it, tokens rendered. */
    public String rendered(StoreStatement statement, SqlVocabulary vocabulary, SchemaName schema) {
        return new Template(vocabulary, schema).render(text(statement));
    }
}
