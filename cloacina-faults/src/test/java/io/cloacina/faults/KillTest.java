package io.cloacina.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.check.Verdict;
import io.cloacina.faults.fault.Kill;
import io.cloacina.faults.fault.ProcessFault;
import io.cloacina.faults.stage.OnSqlite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    @TempDir
    Path folder;

    @Test
    void kills() {
        List<ProcessFault> faults = Collections.nCopies(20, new Kill());
        try (OnSqlite database = new OnSqlite()) {
            long t = System.nanoTime();
            Verdict verdict = new Campaign(1, 4, Duration.ofSeconds(2), faults.iterator(), Collections.emptyIterator())
                    .on(database, folder);
            System.out.println((System.nanoTime() - t) / 1_000_000 + " ms " + verdict);
            assertThat(verdict.violations()).isEmpty();
        }
    }
}
