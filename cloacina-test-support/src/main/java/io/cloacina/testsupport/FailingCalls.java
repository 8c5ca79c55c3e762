package io.cloacina.testsupport;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stands between pools and their driver, counts the JDBC calls that can reach the database, and lets one of them fail, or all from one on.
 * Counted are those of data sources, connections, statements and results that do something; what only reads or sets a value of
 * the object itself is not. Thread-safe.
 */
public final class FailingCalls {

    private final CallTrouble trouble;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Set<String> kindsFailed = ConcurrentHashMap.newKeySet();
    private volatile CallFault fault = CallFault.INSTEAD;
    private volatile boolean armed;
    private volatile String failed = "";
    private volatile UndoneCommit undone = connection -> {};
    private volatile int stride = 1;
    private volatile int offset;

    /** Nothing fails yet. */
    public FailingCalls(CallTrouble trouble) {
        this.trouble = trouble;
    }

    /** The way through here to the real driver. */
    public DataSource to(DataSource driver) {
        return new FailingCall(this, driver).as(DataSource.class);
    }

    /**
     * Counts not every call from now on, but of each kind every so many-th one, so that no kind is left out.
     *
     * @param calls how many; 1 for all
     * @param after how many of each kind come before the first that is counted; less than {@code calls}
     */
    public void countEvery(int calls, int after) {
        if (after < 0 || after >= calls) {
            throw new IllegalArgumentException("every " + calls + "th call cannot be counted after " + after);
        }
        stride = calls;
        offset = after;
    }

    /** Has somebody look at what a commit should have stored, before {@link CallFault#UNDONE} undoes it. */
    public void beforeUndoing(UndoneCommit look) {
        undone = look;
    }

    /** Lets the call of that number fail, counted from 1 and from now. */
    public void arm(int call, CallFault kind) {
        fault = kind;
        failed = "";
        calls.clear();
        left.set(call);
        armed = true;
    }

    /** Lets nothing fail any more; whether a call has. */
    public boolean disarm() {
        armed = false;
        return hasFailed();
    }

    /** Whether a call has failed since it was armed. */
    public boolean hasFailed() {
        return left.get() <= 0;
    }

    /** The name of the method that failed since it was armed, or was the last to; empty when none has. */
    public String failedMethod() {
        return failed;
    }

    /** Of which kinds the calls were that have failed so far, such as {@code ResultSet.close}. */
    public Set<String> kindsFailed() {
        return Set.copyOf(kindsFailed);
    }

    /** How many connections of the driver are open. */
    public int openConnections() {
        return open.get();
    }

    UndoneCommit undone() {
        return undone;
    }

    CallTrouble trouble() {
        return trouble;
    }

    void opened() {
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    /** What is to become of this call. */
    @Nullable
    CallFault next(Method method) {
        if (!armed || !fault.concerns(method.getName())) {
            return null;
        }
        String kind = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        if (!isCounted(kind) || !isHit(left.decrementAndGet())) {
            return null;
        }
        kindsFailed.add(kind);
        failed = method.getName();
        return fault;
    }

    private boolean isCounted(String kind) {
        return (calls.merge(kind, 1, Integer::sum) - 1) % stride == offset;
    }

    private boolean isHit(int callsLeft) {
        return fault == CallFault.MEMORY_ENDS ? callsLeft <= 0 : callsLeft == 0;
    }
}
