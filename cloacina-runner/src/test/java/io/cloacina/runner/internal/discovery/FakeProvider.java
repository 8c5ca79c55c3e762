package io.cloacina.runner.internal.discovery;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;

/** A provider that accepts one scheme and opens nothing. */
public abstract class FakeProvider implements StoreProvider {

    private final String name;
    private final String scheme;

    protected FakeProvider(String name, String scheme) {
        this.name = name;
        this.scheme = scheme;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean accepts(StoreUrl url) {
        return url.text().startsWith(scheme);
    }

    @Override
    public ExecutionStore open(StoreUrl url, StoreSettings settings) {
        throw new StoreException.Unusable("a fake opens nothing: " + url, null);
    }

    /** Accepts {@code apple:} URLs. */
    public static final class Apple extends FakeProvider {
        public Apple() {
            super("AppleDB", "apple:");
        }
    }

    /** Accepts {@code apple:} URLs too. */
    public static final class Crab extends FakeProvider {
        public Crab() {
            super("CrabDB", "apple:");
        }
    }

    /** Accepts {@code pear:} URLs. */
    public static final class Pear extends FakeProvider {
        public Pear() {
            super("PearDB", "pear:");
        }
    }

    /** Cannot be constructed. */
    public static final class Rotten extends FakeProvider {
        public Rotten() {
            super("RottenDB", "rotten:");
            throw new IllegalStateException("rotten to the core");
        }
    }
}
