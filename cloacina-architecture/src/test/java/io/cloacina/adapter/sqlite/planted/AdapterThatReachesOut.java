package io.cloacina.adapter.sqlite.planted;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Fetches what a path that is none names. */
public final class AdapterThatReachesOut {
    InputStream fetch(String path) throws IOException {
        return URI.create(path).toURL().openStream();
    }
}
