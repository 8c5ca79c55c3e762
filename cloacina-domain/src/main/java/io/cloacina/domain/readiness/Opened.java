package io.cloacina.domain.readiness;

/**
 * A task that waited and whose dependencies are all terminal now.
 *
 * @param ordinal the task
 * @param unsuccessful how many of its direct dependencies ended other than completed
 */
public record Opened(int ordinal, int unsuccessful) {

    public Opened {
        if (ordinal < 0 || unsuccessful < 0) {
            throw new IllegalArgumentException(
                    "ordinal and unsuccessful dependencies of an opened task must not be negative: " + ordinal + ", "
                            + unsuccessful);
        }
    }
}
