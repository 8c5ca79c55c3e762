package io.cloacina.domain.retry;

/** How the delay between two tries grows with the number of tries that failed. Its name is what is stored. */
public enum Backoff {
    /** Always the initial delay. */
    FIXED {
        @Override
        double factor(int failed, double base) {
            return 1;
        }
    },
    /** The initial delay times the number of failed tries. */
    LINEAR {
        @Override
        double factor(int failed, double base) {
            return failed;
        }
    },
    /** The initial delay times base<sup>failed tries − 1</sup>. */
    EXPONENTIAL {
        @Override
        double factor(int failed, double base) {
            return Math.pow(base, failed - 1.0);
        }
    };

    /** By how much the initial delay is multiplied after that many failed tries; infinite rather than overflowing. */
    abstract double factor(int failed, double base);
}
