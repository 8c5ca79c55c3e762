package io.cloacina.contract;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The run of one test class that extends {@link StoreContract}: which needs the store meets, asked once of a store of its
 * own, and which rules are left out for that. Thread-safe.
 */
final class ContractRun {

    private static final Namespace NAMESPACE = Namespace.create(ContractRun.class);

    private final String subject;
    private final Set<Need> unmet;
    private final Set<String> tested = new HashSet<>();
    private final Map<Need, Set<String>> leftOut = new EnumMap<>(Need.class);

    private ContractRun(String subject, Set<Need> unmet) {
        this.subject = subject;
        this.unmet = unmet;
    }

    /** The run that a chapter or rule belongs to. */
    static ContractRun of(ExtensionContext context) {
        ExtensionContext whole = context;
        while (!(whole.getTestInstance().orElse(null) instanceof StoreContract)) {
            whole = whole.getParent()
                    .orElseThrow(() -> new IllegalStateException("a rule is run as part of a StoreContract only"));
        }
        StoreContract contract = (StoreContract) whole.getRequiredTestInstance();
        return whole.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        contract,
                        key -> new ContractRun(key.getClass().getSimpleName(), unmet(key)),
                        ContractRun.class);
    }

    private static Set<Need> unmet(StoreContract contract) {
        try (StoreHarness harness = contract.newHarness()) {
            harness.open();
            Set<Need> unmet = new TreeSet<>(Arrays.asList(Need.values()));
            unmet.removeIf(need -> need.isMetBy(harness));
            return unmet;
        }
    }

    /** Whether the store meets all needs of this test; remembers its rule otherwise. */
    synchronized boolean applies(Method test) {
        OnlyWith condition = test.getAnnotation(OnlyWith.class);
        Optional<Need> lack = condition == null
                ? Optional.empty()
                : Stream.of(condition.value()).filter(unmet::contains).findFirst();
        String rule = test.getAnnotation(Rule.class).value();
        lack.ifPresentOrElse(
                need -> leftOut.computeIfAbsent(need, first -> new TreeSet<>()).add(rule), () -> tested.add(rule));
        return lack.isEmpty();
    }

    /** {@code AcmeStoreContractTest leaves out CLAIM-13, LOCK-6 (trait maxWriters is 1); WAKE-2 (…)}. */
    @Override
    public synchronized String toString() {
        return leftOut.isEmpty()
                ? subject + " leaves out no rule"
                : leftOut.entrySet().stream()
                        .map(entry -> entry.getValue().stream().map(this::named).collect(joining(", ")) + " ("
                                + entry.getKey() + ")")
                        .collect(joining("; ", subject + " leaves out ", ""));
    }

    private String named(String rule) {
        return tested.contains(rule) ? rule + " in part" : rule;
    }

    /** Says at the end of the class what was left out, where whoever runs the build reads it. */
    static final class Summary implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            if (context.getTestInstance().orElse(null) instanceof StoreContract) {
                System.out.println(of(context));
            }
        }
    }
}
