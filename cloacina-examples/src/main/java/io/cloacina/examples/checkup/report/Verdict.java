package io.cloacina.examples.checkup.report;

/** What a checkup comes to, and what to do about it. */
public enum Verdict {
    /** Every file that has a checksum matches it. */
    SOUND("Nothing to do."),
    /** Some files are not what their checksum promises. */
    DAMAGED("Delete the directories of these files: the next build downloads them again."),
    /** Files, but no usable checksum: nothing is known. */
    NO_CHECKSUMS(
            "Maven keeps a checksum of what it downloads itself; what was built here, copied here or fetched by another"
                    + " tool has none. Download into an empty repository to get them."),
    /** No files. */
    EMPTY("If you meant another directory, give it as the argument; if not, run any Maven build to fill this one.");

    private final String advice;

    Verdict(String advice) {
        this.advice = advice;
    }

    /** What to do now; one or two sentences. */
    public String advice() {
        return advice;
    }
}
