package io.cloacina.soak;

import java.util.List;

/** The figures that a soak takes. */
final class Figures {

    /** In the order in which they are taken. */
    static final List<Figure> ALL = List.of(
            new SteadyLoad(),
            new Kills(),
            new Pauses(),
            new ServerFaults(),
            new FailingCalls(),
            new ContractAgain(),
            new MemoryContract(),
            new Crowds(),
            new SameKeys(),
            new Migrations(),
            new Payloads(),
            new HostileUrls(),
            new MutatedJson(),
            new Worlds());

    private Figures() {}
}
