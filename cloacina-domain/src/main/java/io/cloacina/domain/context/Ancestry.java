package io.cloacina.domain.context;

import java.util.List;

/**
 * What the merge of contexts must know of a workflow's graph. A task is named by its ordinal, from 0; every dependency
 * has a smaller ordinal than its dependent.
 */
public interface Ancestry {

    /** How many tasks there are. */
    int size();

    /** The direct dependencies of a task, in the order declared. */
    List<Integer> dependencies(int ordinal);

    /** The id of a task, for messages. */
    String id(int ordinal);
}
