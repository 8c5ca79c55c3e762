package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requests of one transaction, and what it does beside them.
 *
 * @param claimLimit how many tasks it may claim; their slots are taken
 * @param search among which tasks it claims
 */
record Group(List<Request> requests, int claimLimit, Search search) {

    Group {
        requests = List.copyOf(requests);
    }

    boolean isEmpty() {
        return requests.isEmpty() && claimLimit == 0 && search != Search.DUE;
    }

    /**
     * New executions, those with an idempotency key in key order: two groups that store the same keys must not wait for
     * each other in a circle.
     */
    List<Submission> submissions() {
        List<Submission> sorted = new ArrayList<>(of(Submission.class));
        sorted.sort((a, b) -> keyOf(a).compareTo(keyOf(b)));
        return sorted;
    }

    List<TaskEnd> ends() {
        return of(TaskEnd.class);
    }

    List<Cancellation> cancellations() {
        return of(Cancellation.class);
    }

    /** The stored executions whose life this group changes, in the order in which they are locked. */
    Set<ExecutionId> touched() {
        Set<ExecutionId> touched = new TreeSet<>();
        for (Request request : requests) {
            if (!(request instanceof Submission)) {
                touched.add(request.execution());
            }
        }
        return touched;
    }

    /** The requests that concern this execution. */
    List<Request> of(ExecutionId execution) {
        return requests.stream()
                .filter(request -> request.execution().equals(execution))
                .toList();
    }

    /** What is left when these requests are taken out. */
    Group without(List<Request> others) {
        Set<Request> out = Collections.newSetFromMap(new IdentityHashMap<>());
        out.addAll(others);
        return new Group(
                requests.stream().filter(request -> !out.contains(request)).toList(), claimLimit, search);
    }

    /** The two halves of a group that failed as a whole, to find the element that spoils it. */
    List<Group> halves() {
        int middle = requests.size() / 2;
        return List.of(of(requests.subList(0, middle)), of(requests.subList(middle, requests.size())));
    }

    private static Group of(List<Request> requests) {
        return new Group(requests, 0, Search.OWN);
    }

    private static String keyOf(Submission submission) {
        String key = submission.newcomer().idempotencyKey();
        return key == null ? "" : key;
    }

    private <T extends Request> List<T> of(Class<T> kind) {
        return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
