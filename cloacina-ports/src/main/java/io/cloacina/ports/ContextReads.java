package io.cloacina.ports;

import java.util.Collection;
import java.util.Map;

/** Reads of stored contexts. Rows that do not exist are left out. */
public interface ContextReads {

    /** The key map of each writer: JSON text, see {@link StoredContext#keys()}. */
    Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts);

    /** What each writer wrote: JSON text, see {@link StoredContext#written()}. */
    Map<ContextRef, String> contextValues(Collection<ContextRef> contexts);
}
