package io.cloacina.contract;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Two transactions that touch one execution, held so that they overlap: the first keeps its locks, with everything done but
 * the commit, until the second is on its way into {@code lock}; and then a little longer, in which the second must not come
 * out of it. Where a store has one writer only, the second cannot begin before the first has ended; there it is enough that
 * it has come.
 */
final class Overlap {

    /** How long a lock that holds nobody has time to show it. A slow machine makes the test less sharp, never wrong. */
    private static final long WINDOW_MILLIS = 100;

    private final boolean begunTogether;
    private final CountDownLatch firstIsDone = new CountDownLatch(1);
    private final CountDownLatch secondLocks = new CountDownLatch(1);
    private final CountDownLatch secondHasLocked = new CountDownLatch(1);

    /** @param begunTogether whether the second can begin while the first is under way */
    Overlap(boolean begunTogether) {
        this.begunTogether = begunTogether;
    }

    Steps first() {
        return new Steps() {
            @Override
            public void commits() {
                firstIsDone.countDown();
                await(secondLocks);
                if (begunTogether && isReached(secondHasLocked, WINDOW_MILLIS)) {
                    throw new AssertionError("a transaction was let through lock() while another held the execution");
                }
            }
        };
    }

    /** Called by the second one's thread, before its transaction. */
    void secondComes() {
        await(firstIsDone);
        if (!begunTogether) {
            secondLocks.countDown();
        }
    }

    Steps second() {
        return new Steps() {
            @Override
            public void locks() {
                secondLocks.countDown();
            }

            @Override
            public void hasLocked() {
                secondHasLocked.countDown();
            }
        };
    }

    static void await(CountDownLatch latch) {
        if (!isReached(latch, TimeUnit.MINUTES.toMillis(1))) {
            throw new AssertionError("the other transaction did not get so far");
        }
    }

    private static boolean isReached(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the other transaction was under way", interrupted);
        }
    }
}
