package io.cloacina.domain.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Dependencies by task id, to make graphs of. */
public final class Graphs {

    private Graphs() {}

    /** A random acyclic graph of 1 to {@code most} tasks, declared in random order, with ids that say nothing of theirs. */
    public static Map<String, List<String>> random(SplittableRandom random, int most) {
        List<String> ids = shuffled(ids("t", random.nextInt(1, most + 1)), random);
        double density = random.nextDouble();
        Map<String, List<String>> dependencies = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            List<String> before = ids.subList(0, i).stream()
                    .filter(id -> random.nextDouble() < density)
                    .toList();
            dependencies.put(ids.get(i), shuffled(before, random));
        }
        return inRandomOrder(dependencies, random);
    }

    /** The same tasks, declared in another order. */
    public static Map<String, List<String>> inRandomOrder(Map<String, List<String>> graph, SplittableRandom random) {
        Map<String, List<String>> reordered = new LinkedHashMap<>();
        shuffled(List.copyOf(graph.keySet()), random).forEach(id -> reordered.put(id, graph.get(id)));
        return reordered;
    }

    /** Each task depends on the one before. */
    public static Map<String, List<String>> chain(int size) {
        List<String> ids = ids("link-", size);
        Map<String, List<String>> chain = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> chain.put(ids.get(i), i == 0 ? List.of() : List.of(ids.get(i - 1))));
        return chain;
    }

    /** One task, then {@code width} that depend on it, then one that depends on all of them. */
    public static Map<String, List<String>> fan(int width) {
        List<String> ids = ids("blade-", width);
        Map<String, List<String>> fan = new LinkedHashMap<>();
        fan.put("hub", List.of());
        ids.forEach(id -> fan.put(id, List.of("hub")));
        fan.put("join", ids);
        return fan;
    }

    /** Layers of tasks, of which each depends on all tasks of the layer before. */
    public static Map<String, List<String>> layers(int depth, int width) {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        List<String> before = List.of();
        for (int layer = 0; layer < depth; layer++) {
            List<String> ids = ids("layer-" + layer + "-", width);
            List<String> dependencies = before;
            ids.forEach(id -> layers.put(id, dependencies));
            before = ids;
        }
        return layers;
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static <T> List<T> shuffled(List<T> elements, SplittableRandom random) {
        List<T> shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }
}
