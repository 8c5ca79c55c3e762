package io.cloacina.domain.context;

import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The context of a task while its body runs: the input, and over it what the body has written. Remembers which keys the
 * task wrote, so that no more than those are stored. The keys whose conflict the input resolved count as written by the
 * task.
 *
 * <p>Every write is checked when it is made, so that the error comes from the line that is wrong: the value itself, and
 * the size of the whole visible context. (An input may be beyond the limit from the start, where large branches meet;
 * it can be read, and written to once enough of it is removed.)
 *
 * <p>Thread-safe. {@link #close()} ends it.
 */
public final class ContextDraft implements ContextView {

    private final MergedContext input;
    private final int writer;
    private final Entries entries;
    private final Set<String> touched;
    private boolean closed;

    /**
     * Begins a draft over an input.
     *
     * @param writer the ordinal of the task
     * @param limits what each write, and the whole with it, is held to
     * @throws InvalidPayloadException if a value that a merge function made could not be stored
     */
    public ContextDraft(MergedContext input, int writer, PayloadLimits limits) {
        this.input = input;
        this.writer = writer;
        this.entries = new Entries(input.values().members(), limits);
        this.touched = new HashSet<>(input.resolved());
        JsonValidator validator = new JsonValidator(limits);
        input.resolved().forEach(key -> get(key).ifPresent(value -> validator.checkMember(key, value)));
    }

    @Override
    public synchronized Set<String> keys() {
        return entries.keys();
    }

    @Override
    public synchronized Optional<JsonValue> get(String key) {
        return entries.get(key);
    }

    @Override
    public synchronized JsonObject toJson() {
        return entries.toJson();
    }

    /** Sets a key that has no value; see {@link Context#insert} for what is thrown. */
    public synchronized void insert(String key, Object value) {
        requireOpen(key);
        entries.insert(key, value);
        touched.add(key);
    }

    /** Changes a key that has a value; see {@link Context#update} for what is thrown. */
    public synchronized void update(String key, Object value) {
        requireOpen(key);
        entries.update(key, value);
        touched.add(key);
    }

    /** Sets a key, whether it has a value or not; see {@link Context#put} for what is thrown. */
    public synchronized void put(String key, Object value) {
        requireOpen(key);
        entries.put(key, value);
        touched.add(key);
    }

    /** Takes a key away. Does nothing when it has no value; one that only this task set is forgotten. */
    public synchronized void remove(String key) {
        requireOpen(key);
        if (!contains(key)) {
            return;
        }
        entries.remove(key);
        boolean othersKnowIt =
                input.values().get(key).isPresent() || input.resolved().contains(key);
        if (othersKnowIt) {
            touched.add(key);
        } else {
            touched.remove(key);
        }
    }

    private void requireOpen(String key) {
        Entries.requireKey(key);
        if (closed) {
            throw new ContextClosedException(key);
        }
    }

    /** Ends the draft: what the task leaves behind. Every later write throws {@link ContextClosedException}. */
    public synchronized WrittenContext close() {
        closed = true;
        Map<String, Integer> writers = new HashMap<>(input.inherited().writers());
        Map<String, JsonValue> written = new LinkedHashMap<>();
        for (String key : touched) {
            writers.put(key, writer);
            get(key).ifPresent(value -> written.put(key, value));
        }
        return new WrittenContext(new KeyMap(writers), new JsonObject(written));
    }
}
