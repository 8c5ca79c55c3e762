package io.cloacina.examples.checkup;

import io.cloacina.domain.context.ContextView;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.examples.checkup.report.CheckupReport;
import io.cloacina.examples.checkup.report.TextReport;
import io.cloacina.examples.checkup.repository.AtomicFile;
import io.cloacina.examples.checkup.repository.FindingsFile;
import io.cloacina.examples.checkup.repository.RepositoryScan;
import io.cloacina.examples.checkup.repository.ScanTotals;
import io.cloacina.examples.checkup.repository.ShardLists;
import io.cloacina.examples.checkup.repository.ShardOutcome;
import io.cloacina.examples.checkup.repository.ShardVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The bodies of the tasks. Each one takes what it needs from its context, does its work in files or in memory, and puts a
 * small result into the context. Each may run again after a crash: what it writes replaces what it wrote before. A body
 * keeps nothing from one run for the next, so that any process may go on where another one died.
 */
class CheckupTasks {

    /** Context: the directory to check. */
    static final String REPOSITORY = "repository";

    /** Context: where the report goes. */
    static final String WORK = "work";

    /** Context: where the tasks of this run keep what is too large for the context. */
    static final String RUN = "run";

    private final Set<ExecutionId> begun = ConcurrentHashMap.newKeySet();

    /** Deals out the files to verify; leaves the lists in files and the totals in the context. */
    void scan(TaskContext context) throws IOException {
        begin(context);
        try (ShardLists.Writing lists = listsOf(context).begin()) {
            RepositoryScan.Result result = RepositoryScan.walk(path(context, REPOSITORY), path(context, WORK), lists);
            lists.publish();
            FindingsFile.write(path(context, RUN), context.task(), result.findings());
            context.insert(CheckupWorkflow.SCAN, result.totals());
        }
    }

    /** Verifies one shard; leaves its findings in a file and its numbers in the context. */
    void verify(TaskContext context, int shard) throws IOException, InterruptedException {
        begin(context);
        ShardVerification.Result result =
                verify(path(context, REPOSITORY), shard, listsOf(context).read(shard));
        FindingsFile.write(path(context, RUN), context.task(), result.findings());
        context.insert(context.task(), result.outcome());
    }

    /** The work of {@link #verify(TaskContext, int)}; a test overrides it to be in the middle of it for as long as it likes. */
    ShardVerification.Result verify(Path repository, int shard, List<String> paths)
            throws IOException, InterruptedException {
        return ShardVerification.verify(repository, shard, paths);
    }

    /** Joins the shards' results and writes the report as text. */
    void report(TaskContext context) throws IOException {
        begin(context);
        AtomicFile.write(path(context, WORK).resolve("report.txt"), TextReport.of(join(context)));
    }

    /** What scan and shards have left, as one report; of the final context too, while the run's files are there. */
    static CheckupReport join(ContextView context) throws IOException {
        List<ShardOutcome> shards = IntStream.range(0, CheckupWorkflow.SHARDS)
                .mapToObj(shard -> context.require(CheckupWorkflow.shardTask(shard), ShardOutcome.class))
                .toList();
        return new CheckupReport(
                context.require(REPOSITORY, String.class),
                context.require(CheckupWorkflow.SCAN, ScanTotals.class),
                shards,
                FindingsFile.readAll(path(context, RUN)));
    }

    /** Whether a task of that execution has begun in this process. */
    boolean haveWorkedOn(ExecutionId execution) {
        return begun.contains(execution);
    }

    private void begin(TaskContext context) throws IOException {
        begun.add(context.executionId());
        new StartLog(path(context, RUN)).add(context.task());
    }

    private static ShardLists listsOf(ContextView context) {
        return new ShardLists(path(context, RUN), CheckupWorkflow.SHARDS);
    }

    private static Path path(ContextView context, String key) {
        return Path.of(context.require(key, String.class));
    }
}
