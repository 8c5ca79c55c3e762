package io.cloacina.benchmarks.floor;

import java.sql.SQLException;
import java.util.List;

/** Works off what waits: one transaction ends a set and claims the next one. */
record SetLoop(FloorWrites writes, Graphs graphs, int set) {

    /**
     * Runs tasks until so many have ended or none waits any more.
     *
     * @return how many have ended
     */
    int run(int most) throws SQLException {
        int done = 0;
        List<Step> claimed = claim(most);
        while (!claimed.isEmpty()) {
            claimed.forEach(step -> graphs.meet(step.execution()));
            writes.end(graphs.end(claimed));
            done += claimed.size();
            claimed = claim(most - done);
        }
        return done;
    }

    private List<Step> claim(int most) throws SQLException {
        List<Step> claimed = writes.claim(Math.min(set, most));
        writes.commit();
        return claimed;
    }
}
