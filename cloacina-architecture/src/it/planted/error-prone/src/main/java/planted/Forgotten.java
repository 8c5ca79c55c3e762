package planted;

final class Forgotten {
    private Forgotten() {}

    static void refuse() {
        new IllegalStateException("never thrown");
    }
}
