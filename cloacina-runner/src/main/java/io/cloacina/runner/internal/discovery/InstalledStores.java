package io.cloacina.runner.internal.discovery;

import static io.cloacina.domain.Arguments.notBlank;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.RunnerException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The adapters on the class path or module path, found by one look-up, and the choice among them for a URL. After that a
 * call to the store is an ordinary interface call: nothing is detected, switched or reflected on again. Immutable.
 */
public final class InstalledStores {

    private static final String EXAMPLES =
            "give one such as orders.db, :memory: or postgresql://user:password@host:5432/database";

    private final List<InstalledStore> stores;

    private InstalledStores(List<InstalledStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /**
     * Looks in the class loader that loaded the runner; only if that sees no adapter, in the context class loader of the
     * calling thread. The first is where a build tool puts both; the second serves application servers and plug-in
     * frameworks that load the library above the application. Never in both: the same adapter would be found twice.
     *
     * @throws RunnerException.NoAdapter if an adapter is there but cannot be loaded
     */
    public static InstalledStores find() {
        return find(
                InstalledStores.class.getClassLoader(),
                Optional.ofNullable(Thread.currentThread().getContextClassLoader()));
    }

    static InstalledStores find(ClassLoader own, Optional<ClassLoader> context) {
        List<InstalledStore> found = load(own);
        return new InstalledStores(
                found.isEmpty() ? context.map(InstalledStores::load).orElse(found) : found);
    }

    private static List<InstalledStore> load(ClassLoader loader) {
        try {
            return ServiceLoader.load(StoreProvider.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(InstalledStore::new)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new RunnerException.NoAdapter(
                    "No database can be opened: an adapter is installed but could not be loaded. Give the adapter and"
                            + " the runner the same version, by importing io.cloacina:cloacina-bom.",
                    e);
        }
    }

    /**
     * The one provider for a URL. Opens nothing.
     *
     * @throws RefusedArgumentException if the URL is blank
     * @throws RunnerException.NoAdapter if no adapter is installed
     * @throws RunnerException.WrongAdapter if none of those installed accepts the URL
     * @throws RunnerException.SeveralAdapters if more than one accepts it
     */
    public StoreProvider providerFor(StoreUrl url) {
        notBlank(url.text(), "the database URL", EXAMPLES);
        if (stores.isEmpty()) {
            throw new RunnerException.NoAdapter(DiscoveryMessages.none(), null);
        }
        List<InstalledStore> accepting =
                stores.stream().filter(store -> store.provider().accepts(url)).toList();
        return switch (accepting.size()) {
            case 0 -> throw new RunnerException.WrongAdapter(DiscoveryMessages.wrong(url, stores));
            case 1 -> accepting.get(0).provider();
            default -> throw new RunnerException.SeveralAdapters(DiscoveryMessages.several(url, accepting));
        };
    }
}
