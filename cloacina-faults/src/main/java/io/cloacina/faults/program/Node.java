package io.cloacina.faults.program;

import java.util.List;

/**
 * One task of a shape.
 *
 * @param name unique within the shape
 * @param dependencies the names of nodes before it
 * @param rule when it runs
 * @param tries how many tries it has in all
 */
public record Node(String name, List<String> dependencies, Rule rule, int tries) {

    public Node {
        dependencies = List.copyOf(dependencies);
    }
}
