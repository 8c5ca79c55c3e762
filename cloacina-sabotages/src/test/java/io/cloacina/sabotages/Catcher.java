package io.cloacina.sabotages;

import java.util.Optional;

/** Somebody who looks at a build and complains when it breaks one promise. */
interface Catcher {

    /** Notices nothing. */
    Catcher NOBODY = build -> Optional.empty();

    /**
     * What is wrong with the build; empty if this catcher finds nothing wrong.
     *
     * @throws AssertionError if this catcher cannot look: that says nothing about the promise
     */
    Optional<Complaint> complaintAbout(Build build);
}
