package io.cloacina.faults.program;

import io.cloacina.faults.journal.Journal;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.RunnerException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Submits, one after the other on a few threads, with so many executions open at most; and writes down every answer. */
final class Submitter {

    private static final int THREADS = 2;
    private static final int MOST_OPEN = 6;
    private static final long PAUSE_MILLIS = 10;

    private final DefaultRunner runner;
    private final Journal journal;
    private final Submissions submissions;
    private final Orders orders;
    private final Semaphore open = new Semaphore(MOST_OPEN);
    private final CountDownLatch firstAccepted = new CountDownLatch(1);

    Submitter(DefaultRunner runner, Journal journal, Submissions submissions, Orders orders) {
        this.runner = runner;
        this.journal = journal;
        this.submissions = submissions;
        this.orders = orders;
    }

    void start() throws InterruptedException {
        for (int number = 0; number < THREADS; number++) {
            Thread thread = new Thread(this::submitUntilEnough, "submitter-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        firstAccepted.await();
        System.out.println("working");
    }

    private void submitUntilEnough() {
        try {
            while (!Files.exists(orders.enough())) {
                submit(submissions.next());
                pause();
            }
        } catch (RunnerException.RunnerClosed | InterruptedException over) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            journal.broken(unexpected.toString());
            throw unexpected;
        }
    }

    private static void pause() throws InterruptedException {
        if (new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    private void submit(Submission submission) throws InterruptedException {
        open.acquire();
        Optional<ExecutionHandle> accepted = ask(submission);
        while (submission.isKeyed() && accepted.isEmpty()) {
            pause();
            accepted = ask(submission);
        }
        if (submission.isRepeated()) {
            ask(submission);
        }
        accepted.ifPresentOrElse(this::awaitEnd, open::release);
    }

    /** Whoever asks for the end looks once whether it has come: that look may fail as any read may. */
    private void awaitEnd(ExecutionHandle handle) {
        try {
            var unused = handle.completion().whenComplete(this::ended);
        } catch (StoreException notLookedFor) {
            journal.unknown(handle.id().toString(), notLookedFor);
            open.release();
        }
    }

    private Optional<ExecutionHandle> ask(Submission submission) {
        journal.asks(submission.name(), submission.shape(), submission.keyOrDash());
        try {
            ExecutionHandle handle = runner.start(submission.shape(), submission.input(), submission.options());
            journal.accepted(submission.name(), handle.id().toString());
            firstAccepted.countDown();
            return Optional.of(handle);
        } catch (StoreException.OutcomeUnknown unknown) {
            journal.unknown(submission.name(), unknown);
        } catch (StoreException.Unusable broken) {
            journal.broken(broken.toString());
            throw broken;
        } catch (StoreException refused) {
            journal.refused(submission.name(), refused);
        } catch (RunnerException.RunnerClosed closing) {
            journal.unknown(submission.name(), closing);
            throw closing;
        }
        return Optional.empty();
    }

    private void ended(@Nullable ExecutionResult result, @Nullable Throwable failure) {
        open.release();
        if (result != null) {
            journal.told(result.id().toString(), result.status().name());
        }
    }
}
