package planted;

final class Empty {
    private Empty() {}

    static String name() {
        return null;
    }
}
