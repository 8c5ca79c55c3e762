package io.cloacina.jpa.internal;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contexts, kept and read. */
record Contexts(Statements statements) implements ContextReads {

    void keep(List<StoredContext> contexts) {
        statements.update(StoreStatement.KEEP, contexts, (row, context) -> {
            write(row, context.ref());
            writeWritten(row, context);
        });
    }

    /** The two members with what was written. */
    static void writeWritten(JsonRows row, StoredContext context) {
        row.text("keys", context.keys()).text("written", context.written());
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        return read(StoreStatement.CONTEXT_KEYS, contexts);
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        return read(StoreStatement.CONTEXT_VALUES, contexts);
    }

    private Map<ContextRef, String> read(StoreStatement statement, Collection<ContextRef> contexts) {
        Map<ContextRef, String> found = new HashMap<>();
        statements
                .select(statement, contexts, Contexts::write)
                .forEach(row -> found.put(new ContextRef(row.execution(0), row.integer(1)), row.text(2)));
        return found;
    }

    private static void write(JsonRows row, ContextRef context) {
        row.id("execution", context.execution()).number("writer", context.writer());
    }
}
