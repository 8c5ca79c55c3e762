package planted;

/** See {@link Nowhere}. */
public final class Broken {
    private Broken() {}
}
