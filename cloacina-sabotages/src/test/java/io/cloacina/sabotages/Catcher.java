package io.cloacina.sabotages;

import java.util.Optional;

/** Somebody who looks at a build and complains when it breaks one promise. */
interface Catcher {

    /** Notices nothing. */
    Catcher NOBODY = build -> Optional.empty();

    /** What is wrong with the build, in one line; empty if this catcher finds nothing wrong. */
    Optional<String> complaintAbout(Build build);
}
