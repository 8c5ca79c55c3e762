package io.cloacina.sabotages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who catches what. A complaint counts only if the same catcher, in this very harness, says nothing about the build that is not
 * broken; otherwise it may be the harness that is. Each catcher is asked about that build once.
 */
final class Catches implements AutoCloseable {

    private final Build unbroken = Build.unbroken();
    private final Map<Catcher, Optional<Complaint>> unprovoked = new HashMap<>();

    /**
     * The complaint that catches this sabotage.
     *
     * @throws AssertionError if nobody catches it
     */
    Complaint of(Sabotage sabotage) {
        Complaint complaint = complaintAbout(sabotage);
        Optional<Complaint> same = unprovoked.computeIfAbsent(complaint.by(), by -> by.complaintAbout(unbroken));
        if (same.isPresent()) {
            throw new AssertionError(sabotage + " is not caught: who noticed it complains of what is not broken too: "
                    + same.orElseThrow().text());
        }
        return complaint;
    }

    private static Complaint complaintAbout(Sabotage sabotage) {
        try (Build build = sabotage.build()) {
            return sabotage.catcher()
                    .complaintAbout(build)
                    .orElseThrow(() ->
                            new AssertionError("Nobody noticed: " + sabotage + ". That is a test which is missing"));
        }
    }

    @Override
    public void close() {
        unbroken.close();
    }
}
