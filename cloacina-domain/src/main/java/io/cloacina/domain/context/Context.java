package io.cloacina.domain.context;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValidator;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A context as a value: what an execution starts from, and what it ends with. Immutable and thread-safe; each change
 * gives a new context. Values are Java objects of the types that {@link ContextView} reads, or whatever the installed
 * {@link DataBinding} knows.
 *
 * <p>A context never holds anything beyond {@link PayloadLimits#MAXIMUM}; a runner with narrower limits refuses what is
 * beyond those when an execution is started. Every method that takes a value throws {@link InvalidPayloadException} for
 * one that could not be stored or a blank key, {@link DataBindingException} for one that cannot be turned into JSON, and
 * {@link RefusedArgumentException} for null.
 */
public final class Context implements ContextView {

    private static final Context EMPTY = new Context(new Entries(Map.of(), PayloadLimits.MAXIMUM));

    private final Entries entries;

    private Context(Entries entries) {
        this.entries = entries;
    }

    /** The context without keys. */
    public static Context empty() {
        return EMPTY;
    }

    /** The context with one key. */
    public static Context of(String key, Object value) {
        return EMPTY.insert(key, value);
    }

    /** The context with two keys; two equal ones are refused, see {@link #insert}. */
    public static Context of(String key1, Object value1, String key2, Object value2) {
        return of(key1, value1).insert(key2, value2);
    }

    /** The context with three keys; two equal ones are refused, see {@link #insert}. */
    public static Context of(String key1, Object value1, String key2, Object value2, String key3, Object value3) {
        return of(key1, value1, key2, value2).insert(key3, value3);
    }

    /** The context with four keys; two equal ones are refused, see {@link #insert}. */
    public static Context of(
            String key1,
            Object value1,
            String key2,
            Object value2,
            String key3,
            Object value3,
            String key4,
            Object value4) {
        return of(key1, value1, key2, value2, key3, value3).insert(key4, value4);
    }

    /** The context with five keys; two equal ones are refused, see {@link #insert}. */
    public static Context of(
            String key1,
            Object value1,
            String key2,
            Object value2,
            String key3,
            Object value3,
            String key4,
            Object value4,
            String key5,
            Object value5) {
        return of(key1, value1, key2, value2, key3, value3, key4, value4).insert(key5, value5);
    }

    /**
     * The context that a JSON object is.
     *
     * @throws RefusedArgumentException if the object is null
     * @throws InvalidPayloadException if the object could not be stored
     */
    public static Context fromJson(JsonObject json) {
        given(json, "the JSON of a context", "say Context.empty() for none");
        json.members().keySet().forEach(Entries::requireKey);
        new JsonValidator(PayloadLimits.MAXIMUM).check(json);
        return ofStored(json);
    }

    /** A context that was stored before: nothing is checked again. */
    static Context ofStored(JsonObject json) {
        return new Context(new Entries(json.members(), PayloadLimits.MAXIMUM));
    }

    /**
     * This context and one key more.
     *
     * @throws ContextKeyException.KeyExists if the key has a value
     */
    public Context insert(String key, Object value) {
        return changed(entries -> entries.insert(key, value));
    }

    /**
     * This context with another value of a key that has one.
     *
     * @throws ContextKeyException.KeyAbsent if the key has no value
     */
    public Context update(String key, Object value) {
        return changed(entries -> entries.update(key, value));
    }

    /** This context with that value of the key, whether it had one or not. */
    public Context put(String key, Object value) {
        return changed(entries -> entries.put(key, value));
    }

    /** This context without the key; this very context if the key has no value. */
    public Context remove(String key) {
        return contains(key) ? changed(entries -> entries.remove(key)) : this;
    }

    private Context changed(Consumer<Entries> change) {
        Entries copy = entries.copy();
        change.accept(copy);
        return new Context(copy);
    }

    @Override
    public Set<String> keys() {
        return entries.keys();
    }

    @Override
    public Optional<JsonValue> get(String key) {
        return entries.get(key);
    }

    @Override
    public JsonObject toJson() {
        return entries.toJson();
    }

    /** Whether the other object is a context with the same keys and equal values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Context context && context.toJson().equals(toJson());
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }

    /** Names the keys only: values stay out of logs. */
    @Override
    public String toString() {
        return "Context" + new TreeSet<>(keys());
    }
}
