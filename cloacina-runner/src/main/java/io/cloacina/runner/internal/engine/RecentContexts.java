package io.cloacina.runner.internal.engine;

import io.cloacina.ports.ContextReads;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The contexts that this runner stored last: what reads them need not ask the store. A context is written once and never
 * changed, so what is here cannot be out of date. Bounded by its characters; the oldest go first. Thread-safe.
 */
final class RecentContexts implements ContextReads {

    private final ContextReads stored;
    private final long mostCharacters;
    private final Map<ContextRef, StoredContext> recent = new LinkedHashMap<>();
    private long characters;

    RecentContexts(ContextReads stored, long mostCharacters) {
        this.stored = stored;
        this.mostCharacters = mostCharacters;
    }

    /** This context is durable. */
    synchronized void add(StoredContext context) {
        if (recent.putIfAbsent(context.ref(), context) == null) {
            characters += size(context);
            var oldest = recent.values().iterator();
            while (characters > mostCharacters) {
                characters -= size(oldest.next());
                oldest.remove();
            }
        }
    }

    /** Whether all of these are here, and together no longer than that. */
    synchronized boolean has(Collection<ContextRef> contexts, long mostCharacters) {
        long found = 0;
        for (ContextRef ref : contexts) {
            StoredContext context = recent.get(ref);
            if (context == null) {
                return false;
            }
            found += size(context);
        }
        return found <= mostCharacters;
    }

    private static long size(StoredContext context) {
        return context.keys().length() + context.written().length() + 100L;
    }

    @Override
    public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
        Set<ContextRef> missing = new HashSet<>(contexts);
        Map<ContextRef, String> found = take(missing, StoredContext::keys);
        found.putAll(stored.contextKeys(missing));
        return found;
    }

    @Override
    public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
        Set<ContextRef> missing = new HashSet<>(contexts);
        Map<ContextRef, String> found = take(missing, StoredContext::written);
        found.putAll(stored.contextValues(missing));
        return found;
    }

    private synchronized Map<ContextRef, String> take(Set<ContextRef> wanted, Function<StoredContext, String> part) {
        Map<ContextRef, String> found = new HashMap<>();
        for (ContextRef ref : wanted) {
            StoredContext context = recent.get(ref);
            if (context != null) {
                found.put(ref, part.apply(context));
            }
        }
        wanted.removeAll(found.keySet());
        return found;
    }
}
