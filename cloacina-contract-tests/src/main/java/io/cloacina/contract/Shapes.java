package io.cloacina.contract;

import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.StoredDefinition.Task;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Definitions by the shape of their graph. The name of a workflow is the shape's unless it is given. */
final class Shapes {

    private Shapes() {}

    static StoredDefinition single(String name) {
        return of(name, "0000000000000001", List.of(new Task("only", List.of())));
    }

    /** {@code t0 → t1 → …} */
    static StoredDefinition chain(int length) {
        return of("chain-" + length, length, ordinal -> ordinal == 0 ? List.of() : List.of(ordinal - 1));
    }

    /** {@code t0 → t1, t2 → t3} */
    static StoredDefinition diamond() {
        return of(
                "diamond",
                4,
                ordinal -> List.of(List.<Integer>of(), List.of(0), List.of(0), List.of(2, 1))
                        .get(ordinal));
    }

    /** Tasks that know nothing of each other. */
    static StoredDefinition independent(int width) {
        return of("independent-" + width, width, ordinal -> List.of());
    }

    /** {@code width} roots, and one task that waits for all of them: the last ordinal. */
    static StoredDefinition join(int width) {
        return of("join-" + width, width + 1, ordinal -> ordinal < width ? List.of() : all(width));
    }

    /** One root, and {@code width} tasks that wait for it. */
    static StoredDefinition fan(int width) {
        return of("fan-" + width, width + 1, ordinal -> ordinal == 0 ? List.of() : List.of(0));
    }

    static StoredDefinition of(String name, String version, List<Task> tasks) {
        UUID id = UUID.nameUUIDFromBytes((name + "/" + version).getBytes(StandardCharsets.UTF_8));
        return new StoredDefinition(id, name, version, "{\"name\":\"" + name + "\"}", tasks);
    }

    private static StoredDefinition of(String name, int tasks, Dependencies dependencies) {
        Stream<Task> all =
                IntStream.range(0, tasks).mapToObj(ordinal -> new Task("t" + ordinal, dependencies.of(ordinal)));
        return of(name, "0000000000000001", all.toList());
    }

    private static List<Integer> all(int width) {
        return IntStream.range(0, width).boxed().toList();
    }

    /** The dependencies of the task at an ordinal, in declared order. */
    @FunctionalInterface
    private interface Dependencies {
        List<Integer> of(int ordinal);
    }
}
