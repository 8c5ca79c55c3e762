package io.cloacina.simulation.world;

/** An activity that waits in the middle of what it does. */
final class Suspension {

    final Host host;
    final Carrier carrier;
    final long number;
    boolean resumed;
    boolean over;

    Suspension(Host host, Carrier carrier, long number) {
        this.host = host;
        this.carrier = carrier;
        this.number = number;
    }
}
