package io.cloacina.testsupport;

import java.lang.reflect.Method;
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
    private volatile CallFault fault = CallFault.INSTEAD;
    private volatile boolean armed;
    private volatile String failed = "";

    /** Nothing fails yet. */
    public FailingCalls(CallTrouble trouble) {
        this.trouble = trouble;
    }

    /** The way through here to the real driver. */
    public DataSource to(DataSource driver) {
        return new FailingCall(this, driver).as(DataSource.class);
    }

    /** Lets the call of that number fail, counted from 1 and from now. */
    public void arm(int call, CallFault kind) {
        fault = kind;
        failed = "";
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

    /** How many connections of the driver are open. */
    public int openConnections() {
        return open.get();
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
        if (!armed || !fault.concerns(method.getName()) || !isHit(left.decrementAndGet())) {
            return null;
        }
        failed = method.getName();
        return fault;
    }

    private boolean isHit(int callsLeft) {
        return fault == CallFault.MEMORY_ENDS ? callsLeft <= 0 : callsLeft == 0;
    }
}
