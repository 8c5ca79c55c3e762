/** What the engine asks of the outside: the store of executions, time, ids; and the service that opens a store. */
module io.cloacina.ports {
    requires transitive io.cloacina.domain;
    requires static transitive org.jspecify;

    exports io.cloacina.ports;
    exports io.cloacina.ports.spi;
    exports io.cloacina.ports.verify;
}
