package io.cloacina.runner.internal.discovery;

import io.cloacina.ports.spi.StoreUrl;
import java.util.List;
import java.util.stream.Collectors;

/** What a user reads when no adapter, or more than one, is there for his URL. URLs are shown without their passwords. */
final class DiscoveryMessages {

    private static final int SHOWN = 300;

    private DiscoveryMessages() {}

    static String none() {
        return "No database can be opened: no adapter is installed. Add one of "
                + KnownAdapter.SQLITE.coordinates() + " and " + KnownAdapter.POSTGRES.coordinates()
                + " to the dependencies.";
    }

    static String wrong(StoreUrl url, List<InstalledStore> installed) {
        return "The database " + shown(url) + " cannot be opened: no installed adapter accepts this URL. Installed: "
                + descriptions(installed) + ". " + remedy(url);
    }

    private static String remedy(StoreUrl url) {
        if (url.listsSettings()) {
            return "It is a list of settings: write postgresql://user:password@host:5432/database, or begin it with ./ if"
                    + " it is a file of that name.";
        }
        return KnownAdapter.of(url)
                .map(adapter -> "Add " + adapter.coordinates() + " to the dependencies, or correct the URL.")
                .orElse("Correct the URL: postgresql:, jdbc:postgresql: and postgres: belong to "
                        + KnownAdapter.POSTGRES.coordinates()
                        + "; a file path, file:, sqlite:, jdbc:sqlite: and :memory: to "
                        + KnownAdapter.SQLITE.coordinates() + ".");
    }

    static String several(StoreUrl url, List<InstalledStore> accepting) {
        return "The database " + shown(url) + " was not opened: " + accepting.size()
                + " installed adapters accept this URL, and none is preferred: " + descriptions(accepting)
                + ". Remove all but one from the dependencies, or open the store yourself and pass it with"
                + " DefaultRunner.builder().store(store).";
    }

    private static String descriptions(List<InstalledStore> stores) {
        return stores.stream().map(InstalledStore::description).collect(Collectors.joining(", "));
    }

    private static String shown(StoreUrl url) {
        String text = url.toString().replaceAll("\\p{Cntrl}", "?");
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
    }
}
