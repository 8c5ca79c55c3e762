package io.cloacina.simulation;

import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.PlanReader;
import io.cloacina.simulation.plan.PlanWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The plans that failed once, made small: each below a title, of the invariant that it violated and what went wrong. */
final class KeptPlans {

    static final String FILE = "kept-plans.txt";

    private static final String TITLE = "# ";

    private KeptPlans() {}

    /** The text to be kept of a plan that fails. */
    static String entry(String title, Plan plan) {
        return TITLE + title + "\n" + PlanWriter.write(plan) + "\n";
    }

    /** All of them, by their titles. */
    static Map<String, Plan> all() {
        try (InputStream file = Objects.requireNonNull(KeptPlans.class.getResourceAsStream("/" + FILE))) {
            return in(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Plan> in(String text) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (String entry : text.split("(?m)^(?=" + TITLE + ")", -1)) {
            int end = entry.indexOf('\n');
            if (end > 0) {
                plans.put(entry.substring(TITLE.length(), end), PlanReader.read(entry.substring(end)));
            }
        }
        return plans;
    }
}
