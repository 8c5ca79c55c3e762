package io.cloacina.jpa;

import io.cloacina.ports.StoreTraits;
import java.util.Objects;

/**
 * Everything the kit must know about one database, as values: an adapter is this record, its connections and its
 * migrations, and no inheritance. Immutable.
 *
 * @param traits what the store can do; {@link StoreTraits#clock()} says whether statements carry the runner's time
 * @param vocabulary the few expressions that every statement spells differently on this database
 * @param statements one text per moment: {@link StoreStatements#portable()}, with the adapter's own where it must differ
 * @param errors what each error of the database means
 * @param platform the class name of the EclipseLink platform ({@code eclipselink.target-database})
 */
public record StoreDialect(
        StoreTraits traits, SqlVocabulary vocabulary, StoreStatements statements, ErrorTable errors, String platform) {

    public StoreDialect {
        Objects.requireNonNull(traits, "traits");
        Objects.requireNonNull(vocabulary, "vocabulary");
        Objects.requireNonNull(statements, "statements");
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(platform, "platform");
    }
}
