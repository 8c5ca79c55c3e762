package planted;

final class Silent {
    private Silent() {}
}
