package io.cloacina.simulation.check;

/** A runner never runs more bodies at once than it may. */
final class SlotsBound implements Invariant {

    private final Court court;

    SlotsBound(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        int most = court.journal().mostAtOnce();
        Invariant.require(
                court,
                "a runner keeps to its slots",
                most <= court.plan().settings().concurrentTasks(),
                () -> most + " bodies ran at once");
    }
}
