package io.cloacina.jpa;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What each error of one database means: SQLState (longest known prefix) or vendor code to {@link Meaning}. The only place
 * where errors are told apart; texts of errors are never looked at. Immutable.
 */
public final class ErrorTable {

    private final Map<String, Meaning> byState;
    private final Map<Integer, Meaning> byVendorCode;
    private final Meaning otherwise;

    private ErrorTable(Builder builder) {
        this.byState = Map.copyOf(builder.byState);
        this.byVendorCode = Map.copyOf(builder.byVendorCode);
        this.otherwise = builder.otherwise;
    }

    /** A table in which every error means {@code otherwise} until more is said. */
    public static Builder otherwise(Kind kind, String remedy) {
        return new Builder(new Meaning(kind, false, remedy));
    }

    /** What this error means; a vendor code that is known goes before the state. */
    public Meaning meaningOf(SQLException error) {
        Meaning byCode = byVendorCode.get(error.getErrorCode());
        return byCode != null ? byCode : byState(Objects.requireNonNullElse(error.getSQLState(), ""));
    }

    private Meaning byState(String state) {
        for (int length = state.length(); length > 0; length--) {
            Meaning meaning = byState.get(state.substring(0, length));
            if (meaning != null) {
                return meaning;
            }
        }
        return otherwise;
    }

    /** Which {@link io.cloacina.ports.StoreException} an error becomes. */
    public enum Kind {
        CONTENDED,
        CONNECTION_LOST,
        OUT_OF_ROOM,
        REFUSED,
        UNUSABLE
    }

    /**
     * What an error means.
     *
     * @param kind the exception it becomes, before commit
     * @param rolledBackAtCommit whether it says for certain, when it comes from a commit, that nothing was stored; an
     *     error of which this is false becomes {@code OutcomeUnknown} there
     * @param remedy what a person can do: one sentence for the message
     */
    public record Meaning(Kind kind, boolean rolledBackAtCommit, String remedy) {

        public Meaning {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /** Collects the entries of a table. */
    public static final class Builder {

        private final Map<String, Meaning> byState = new HashMap<>();
        private final Map<Integer, Meaning> byVendorCode = new HashMap<>();
        private final Meaning otherwise;

        private Builder(Meaning otherwise) {
            this.otherwise = otherwise;
        }

        /** Errors whose SQLState begins so; from a commit their outcome is unknown. */
        public Builder state(String prefix, Kind kind, String remedy) {
            byState.put(prefix, new Meaning(kind, false, remedy));
            return this;
        }

        /** Errors whose SQLState begins so, and which say even at commit that nothing was stored. */
        public Builder stateRolledBack(String prefix, Kind kind, String remedy) {
            byState.put(prefix, new Meaning(kind, true, remedy));
            return this;
        }

        /** Errors of that vendor code; from a commit their outcome is unknown. */
        public Builder code(int vendorCode, Kind kind, String remedy) {
            byVendorCode.put(vendorCode, new Meaning(kind, false, remedy));
            return this;
        }

        /** Errors of that vendor code, which say even at commit that nothing was stored. */
        public Builder codeRolledBack(int vendorCode, Kind kind, String remedy) {
            byVendorCode.put(vendorCode, new Meaning(kind, true, remedy));
            return this;
        }

        public ErrorTable build() {
            return new ErrorTable(this);
        }
    }
}
