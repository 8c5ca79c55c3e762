/** The engine, and the runner that users open. Finds its store and its JSON binding as services. */
module io.cloacina.runner {
    requires transitive io.cloacina.ports;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports io.cloacina.runner;

    uses io.cloacina.ports.spi.StoreProvider;

    provides io.cloacina.domain.context.DataBinding with
            io.cloacina.runner.internal.json.JacksonBinding;
}
