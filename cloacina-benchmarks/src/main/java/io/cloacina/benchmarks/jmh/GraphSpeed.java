package io.cloacina.benchmarks.jmh;

import io.cloacina.benchmarks.Shape;
import io.cloacina.domain.workflow.Ordinals;
import io.cloacina.domain.workflow.TaskGraph;
import io.cloacina.domain.workflow.Workflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A graph in layers of ten; an element is a task. */
@State(Scope.Thread)
public class GraphSpeed {

    @Param({"1000", "10000"})
    public int elements;

    private Shape shape = Shape.single();
    private Map<String, List<String>> dependencies = Map.of();
    private TaskGraph graph = shape.workflow(context -> {}).definition().graph();

    @Setup
    public void prepare() {
        shape = Shape.layers(elements / 10, 10);
        graph = declare().definition().graph();
        dependencies = new LinkedHashMap<>();
        for (String id : graph.ids()) {
            dependencies.put(
                    id,
                    graph.dependencies(graph.ordinal(id)).stream()
                            .map(graph::id)
                            .toList());
        }
    }

    /** Declaring, checking and hashing a workflow, as a program does once for each that it has. */
    @Benchmark
    public Workflow declare() {
        return shape.workflow(context -> {});
    }

    @Benchmark
    public TaskGraph order() {
        return TaskGraph.of(dependencies);
    }

    @Benchmark
    public Ordinals descendants() {
        return graph.descendants(0);
    }
}
