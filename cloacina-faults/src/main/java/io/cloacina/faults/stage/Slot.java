package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.program.Doom;
import io.cloacina.faults.program.Orders;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A place for one process at a time, each the successor of the one before. One thread at a time strikes it; others may kill. */
public final class Slot implements AutoCloseable {

    private final Stage stage;
    private final int number;
    private final AtomicInteger lives = new AtomicInteger();
    private volatile @Nullable Child child;

    Slot(Stage stage, int number) {
        this.stage = stage;
        this.number = number;
    }

    public int number() {
        return number;
    }

    public Stage stage() {
        return stage;
    }

    public Chronicle chronicle() {
        return stage.chronicle();
    }

    /** The process that is here, working or not yet. */
    public Optional<Child> child() {
        return Optional.ofNullable(child).filter(Child::isRunning);
    }

    /** Starts a first process, unless there is one. */
    public void begin() {
        if (child().isEmpty()) {
            start(Doom.NONE);
        }
    }

    /** The process that is here, once it works; a new one where there was none, or where it was ended meanwhile. */
    public Child working() {
        while (true) {
            Child present = child().orElseGet(() -> start(Doom.NONE));
            if (present.works()) {
                return present;
            }
            present.requireAccounted(stage.chronicle());
        }
    }

    /** Puts a new process in the place of the one that is here, which is killed if it still runs. */
    public Child start(Doom doom) {
        Child present = child;
        if (present != null) {
            if (!present.kill("Replaced", chronicle())) {
                present.requireAccounted(chronicle());
            }
            present.close();
        }
        Child started = Child.start(orders(doom), stage.image());
        child = started;
        return started;
    }

    /** The same, and waits until the process says that; another one where its database was in trouble while it opened. */
    public Child startUntilItSays(String line, Doom doom) {
        while (true) {
            Child started = start(doom);
            if (started.says(line)) {
                return started;
            }
            started.requireAccounted(chronicle());
        }
    }

    /** The first process of all: the others start from what it leaves behind when it has ended in order. */
    void makeImage() {
        Child maker = Child.startToMake(orders(Doom.NONE), stage.image());
        child = maker;
        maker.works();
        maker.terminate();
        maker.requireEndsWith(Child.TERMINATED);
    }

    private Orders orders(Doom doom) {
        return new Orders(
                stage.database().url(),
                stage.journal(number),
                number,
                lives.incrementAndGet(),
                stage.seed(),
                stage.lease(),
                doom);
    }

    /** Asks the process that is here to end, and waits until it has. */
    public void end() {
        Child present = child;
        if (present != null && present.isRunning()) {
            present.terminate();
            present.requireEndsWith(Child.TERMINATED);
        } else if (present != null) {
            present.requireAccounted(chronicle());
        }
    }

    @Override
    public void close() {
        Child present = child;
        if (present != null) {
            present.close();
        }
    }
}
