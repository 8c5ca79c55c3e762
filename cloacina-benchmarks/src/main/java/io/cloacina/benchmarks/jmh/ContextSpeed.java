package io.cloacina.benchmarks.jmh;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextDraft;
import io.cloacina.domain.context.KeyMap;
import io.cloacina.domain.context.MergedContext;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonObjectBuilder;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.StoredContext;
import io.cloacina.runner.internal.json.ContextCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A context whose values take 100 bytes each, 10 KB at the first size; an element is a key. */
@State(Scope.Thread)
public class ContextSpeed {

    private static final ContextRef REF = new ContextRef(new ExecutionId(new UUID(0, 0)), ContextRef.INITIAL);
    private static final MergedContext NOTHING = new MergedContext(JsonObject.EMPTY, new KeyMap(Map.of()), Set.of());

    @Param({"100", "1000"})
    public int elements;

    private WrittenContext context = WrittenContext.initial(Context.empty());
    private StoredContext stored = ContextCodec.encode(REF, context);
    private List<String> keys = List.of();
    private JsonValue nested = JsonObject.EMPTY;

    @Setup
    public void prepare() {
        keys = new ArrayList<>();
        JsonObjectBuilder values = JsonObject.builder();
        List<JsonValue> rows = new ArrayList<>();
        for (int key = 0; key < elements; key++) {
            keys.add("key.%06d".formatted(key));
            values.add(keys.get(key), "v".repeat(100));
            rows.add(row(key));
        }
        nested = new JsonArray(rows);
        context = WrittenContext.initial(Context.fromJson(values.build()));
        stored = ContextCodec.encode(REF, context);
    }

    private static JsonValue row(int number) {
        return JsonObject.builder()
                .add("number", number)
                .add("text", new JsonString("line\n\"" + "t".repeat(50)))
                .add("parts", new JsonArray(List.of(JsonNumber.of(number), JsonNumber.of(-number))))
                .build();
    }

    /** What is stored of a writer: its key map and its values. */
    @Benchmark
    public StoredContext encode() {
        return ContextCodec.encode(REF, context);
    }

    /** And back. */
    @Benchmark
    public WrittenContext parse() {
        return new WrittenContext(ContextCodec.keys(REF, stored.keys()), ContextCodec.written(REF, stored.written()));
    }

    /** The canonical text of an array of objects with arrays. */
    @Benchmark
    public String canonical() {
        return nested.canonical();
    }

    /** A body that puts key after key, each held to the limits. */
    @Benchmark
    public WrittenContext put() {
        ContextDraft draft = new ContextDraft(NOTHING, 0, PayloadLimits.DEFAULT);
        keys.forEach(key -> draft.put(key, key));
        return draft.close();
    }
}
