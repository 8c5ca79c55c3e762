package io.cloacina.contract.forwarding;

import io.cloacina.ports.WakeUps;

/** The calls of a store as they come and go; a test changes one thing by overriding it, as with a {@link ForwardingStore}. */
public class ForwardingWakeUps implements WakeUps {

    /** The one behind. */
    protected final WakeUps good;

    protected ForwardingWakeUps(WakeUps good) {
        this.good = good;
    }

    @Override
    public boolean changedElsewhere() {
        return good.changedElsewhere();
    }

    @Override
    public void announce() {
        good.announce();
    }

    @Override
    public void onAnnouncement(Runnable callback) {
        good.onAnnouncement(callback);
    }
}
