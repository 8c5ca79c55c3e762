package io.cloacina.simulation.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What happened, as text, one line each; hashed always, kept on demand. And what must not have happened. */
public final class Trace {

    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private long hash = 0xcbf29ce484222325L;
    private long count;

    public Trace(boolean kept) {
        this.kept = kept;
    }

    void add(long now, String who, String what) {
        String micros = Long.toString(1_000_000 + now / 1_000 % 1_000_000).substring(1);
        String line = now / 1_000_000_000 + "." + micros + " " + who + " " + what;
        count++;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
        }
        if (kept) {
            lines.add(line);
        }
    }

    /** Something that must hold did not. */
    public void violated(long now, String invariant, String how) {
        add(now, "!", invariant + ": " + how);
        violations.add(invariant + ": " + how);
    }

    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    public List<String> violations() {
        return Collections.unmodifiableList(violations);
    }

    public long count() {
        return count;
    }

    public String hash() {
        return Long.toHexString(hash);
    }
}
