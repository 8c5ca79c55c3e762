package io.cloacina.contract.memory;

/** The checks of {@code checks.sql} on the rows in memory. */
record InMemoryInvariants(Tables tables) {

    void check() {}
}
