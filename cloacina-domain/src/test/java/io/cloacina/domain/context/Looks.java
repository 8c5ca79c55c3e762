package io.cloacina.domain.context;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A graph that counts how often somebody looks at what a task depends on. */
final class Looks implements Ancestry {

    private final Ancestry graph;
    private final AtomicInteger count = new AtomicInteger();

    Looks(Ancestry graph) {
        this.graph = graph;
    }

    int count() {
        return count.get();
    }

    @Override
    public int size() {
        return graph.size();
    }

    @Override
    public List<Integer> dependencies(int ordinal) {
        count.incrementAndGet();
        return graph.dependencies(ordinal);
    }

    @Override
    public String id(int ordinal) {
        return graph.id(ordinal);
    }
}
