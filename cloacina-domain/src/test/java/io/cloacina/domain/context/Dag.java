package io.cloacina.domain.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A graph for tests: the declared dependencies of each task, by ordinal. Task 3 has the id "t3". */
record Dag(List<List<Integer>> edges) implements Ancestry {

    /** A graph from the dependencies of its tasks, in ordinal order. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static Dag of(List<Integer>... dependencies) {
        return new Dag(List.of(dependencies));
    }

    /** Each task depends on the one before. */
    static Dag chain(int size) {
        return new Dag(IntStream.range(0, size)
                .mapToObj(task -> task == 0 ? List.<Integer>of() : List.of(task - 1))
                .toList());
    }

    /** Task 0, then {@code width} tasks that depend on it, then one that depends on all of those. */
    static Dag fan(int width) {
        List<List<Integer>> edges = new ArrayList<>();
        edges.add(List.of());
        IntStream.range(0, width).forEach(any -> edges.add(List.of(0)));
        edges.add(IntStream.rangeClosed(1, width).boxed().toList());
        return new Dag(edges);
    }

    static Dag random(SplittableRandom random) {
        int size = random.nextInt(1, 10);
        double density = random.nextDouble();
        List<List<Integer>> edges = new ArrayList<>();
        for (int task = 0; task < size; task++) {
            List<Integer> dependencies = new ArrayList<>();
            for (int earlier = 0; earlier < task; earlier++) {
                if (random.nextDouble() < density) {
                    dependencies.add(earlier);
                }
            }
            Collections.shuffle(dependencies, new Random(random.nextLong()));
            edges.add(dependencies);
        }
        return new Dag(edges);
    }

    @Override
    public int size() {
        return edges.size();
    }

    @Override
    public List<Integer> dependencies(int ordinal) {
        return edges.get(ordinal);
    }

    @Override
    public String id(int ordinal) {
        return "t" + ordinal;
    }
}
