package io.cloacina.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.WakeUps;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a port can be asked, a moment asks it: otherwise its calls to the driver would fail in no test. */
class MomentTest {

    /** What has no moment, and why. */
    private static final Map<String, String> WITHOUT_MOMENT = Map.of(
            "ExecutionStore.traits()", "constant: it reaches no database",
            "ExecutionStore.close()",
                    "no store is left to say what became of it; that no connection stays open is looked at",
            "WakeUps.announce()",
                    "it returns at once; a thread of the store sends the hint later, and tells nobody if it fails",
            "WakeUps.onAnnouncement(Runnable)", "who listens does so on a connection that stands in no pool");

    private final Set<String> asked = new TreeSet<>();

    @Test
    void every_method_of_the_ports_has_a_moment_or_a_reason_to_have_none() {
        Set<String> methods = new TreeSet<>();
        // what contexts are read by belongs to transactions and to queries
        Stream.of(ExecutionStore.class, StoreTransaction.class, ExecutionQueries.class, WakeUps.class)
                .forEach(port -> Stream.of(port.getMethods()).forEach(method -> methods.add(name(port, method))));

        Moment.all().forEach(this::ask);

        methods.removeAll(asked);
        assertThat(methods).isEqualTo(WITHOUT_MOMENT.keySet());
    }

    /** Only what the moment itself asks counts, and not what comes before it. */
    private void ask(Moment moment) {
        try (ExecutionStore store = InMemoryStore.open(new InMemoryDatabase(), new SystemTimeSource())) {
            WatchedPort watched = new WatchedPort((port, method) -> asked.add(name(port, method)));
            Supplier<Object> asks = moment.prepare(watched.as(ExecutionStore.class, store), moment.name());
            watched.begin();
            asks.get();
        }
    }

    private static String name(Class<?> port, Method method) {
        return port.getSimpleName() + "." + method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(joining(", ", "(", ")"));
    }
}
