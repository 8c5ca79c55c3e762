package io.cloacina.simulation.check;

/** One claim, one run: a body runs again only under another claim. */
final class ClaimsRunOnce implements Invariant {

    private final Court court;

    ClaimsRunOnce(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        court.journal().twice().forEach(token -> court.violated("a claim runs its body once", token));
    }
}
