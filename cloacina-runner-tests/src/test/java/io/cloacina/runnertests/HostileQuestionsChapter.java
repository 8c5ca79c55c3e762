package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.RunnerException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is asked is bound and never spliced: an answer is right, or the question is refused, and nothing is changed by it. */
abstract class HostileQuestionsChapter extends Chapter {

    private static final int QUESTIONS = 400;

    /** Names that would mean something to a database, and are names here. */
    private static final List<String> NAMES = List.of(
            "plain",
            "o'hara",
            "x' or '1'='1",
            "x'; drop table task_executions; --",
            "\"quoted\"",
            "%",
            "_",
            "\\",
            "?1 :name $1",
            "{schema} ${schema}",
            "select e from Execution e",
            "\ud83d\ude80 Grüße");

    private final SplittableRandom random = new SplittableRandom(18);

    @Test
    void a_page_has_what_the_filter_says_whatever_it_asks_for() {
        DefaultRunner runner = open(runner().workflows(
                        NAMES.stream().map(HostileQuestionsChapter::workflow).toArray(Workflow[]::new)));
        for (int number = 0; number < 4 * NAMES.size(); number++) {
            runner.execute(NAMES.get(number % NAMES.size()), Secrets.context().put("number", number));
        }
        List<ExecutionRecord> all = runner.list(new ExecutionFilter(null, Set.of(), null, 1000));
        assertThat(all).hasSize(4 * NAMES.size());

        for (int question = 0; question < QUESTIONS; question++) {
            ExecutionFilter filter = filter(all);
            assertThat(runner.list(filter)).as(filter.toString()).isEqualTo(answer(all, filter));
        }
        assertThat(runner.list(new ExecutionFilter(null, Set.of(), null, 1000))).isEqualTo(all);
    }

    private static Workflow workflow(String name) {
        return Workflow.named(name)
                .task(
                        name,
                        context -> {
                            if (context.require("number", Integer.class) % 5 == 0) {
                                throw new IllegalStateException(name);
                            }
                        },
                        root().retry(RetryPolicy.none()))
                .build();
    }

    private ExecutionFilter filter(List<ExecutionRecord> all) {
        return new ExecutionFilter(
                name(), statuses(), before(all), 1 + random.nextInt(random.nextBoolean() ? 5 : 1000));
    }

    private @Nullable String name() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> name + "'";
            case 2 -> name.substring(0, 1 + random.nextInt(name.length())).replaceFirst("[\ud800-\udfff]$", "x") + "%";
            default -> name;
        };
    }

    private Set<ExecutionStatus> statuses() {
        Set<ExecutionStatus> statuses = EnumSet.noneOf(ExecutionStatus.class);
        Stream.of(ExecutionStatus.values())
                .filter(status -> random.nextInt(3) == 0)
                .forEach(statuses::add);
        return statuses;
    }

    private @Nullable ExecutionId before(List<ExecutionRecord> all) {
        return switch (random.nextInt(5)) {
            case 0 -> new ExecutionId(new UUID(random.nextLong(), random.nextLong()));
            case 1 -> new ExecutionId(new UUID(-1, -1));
            case 2 -> all.get(random.nextInt(all.size())).id();
            default -> null;
        };
    }

    /** Ids are compared as databases do: byte by byte. */
    private static List<ExecutionRecord> answer(List<ExecutionRecord> all, ExecutionFilter filter) {
        return all.stream()
                .filter(record -> filter.workflow() == null || filter.workflow().equals(record.workflow()))
                .filter(record ->
                        filter.statuses().isEmpty() || filter.statuses().contains(record.status()))
                .filter(record -> filter.before() == null
                        || record.id().toString().compareTo(filter.before().toString()) < 0)
                .limit(filter.limit())
                .toList();
    }

    @Test
    void a_name_that_is_too_long_for_any_workflow_is_in_no_list() {
        DefaultRunner runner = open(runner().workflows(workflow("plain")));
        runner.execute("plain", Secrets.context().put("number", 1));

        assertThat(runner.list(new ExecutionFilter("x".repeat(100_000), Set.of(), null, 10)))
                .isEmpty();
    }

    @Test
    void a_history_is_read_from_anywhere_and_of_anything() {
        DefaultRunner runner = open(runner().workflows(workflow("plain")));
        ExecutionId id =
                runner.execute("plain", Secrets.context().put("number", 1)).id();
        ExecutionId nobody = new ExecutionId(new UUID(random.nextLong(), random.nextLong()));
        List<RecordedEvent> all = runner.history(id, 0, 1000);

        assertThat(all).hasSizeGreaterThan(3);
        for (RecordedEvent event : all) {
            assertThat(runner.history(id, event.sequence(), 2))
                    .isEqualTo(all.stream()
                            .filter(later -> later.sequence() > event.sequence())
                            .limit(2)
                            .toList());
        }
        for (long negative : new long[] {Long.MIN_VALUE, -1}) {
            assertThatThrownBy(() -> runner.history(id, negative, 1000)).isInstanceOf(RefusedArgumentException.class);
        }
        assertThat(runner.history(id, Long.MAX_VALUE, 1000)).isEmpty();
        assertThat(runner.find(nobody)).isEmpty();
        assertThat(runner.handleOf(nobody)).isEmpty();
        assertThat(historyOf(runner, nobody)).isEmpty();
    }

    private static List<RecordedEvent> historyOf(DefaultRunner runner, ExecutionId id) {
        try {
            return runner.history(id, 0, 10);
        } catch (RunnerException unknown) {
            return List.of();
        }
    }
}
