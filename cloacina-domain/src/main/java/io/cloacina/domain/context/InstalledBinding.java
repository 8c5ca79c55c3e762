package io.cloacina.domain.context;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The one data binding of this class or module path, looked for once. */
final class InstalledBinding {

    private static final class Found {
        // the library's own loader: it sees the runner's jar also on threads whose context loader does not
        private static final List<DataBinding> BINDINGS =
                ServiceLoader.load(DataBinding.class, DataBinding.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }

    private InstalledBinding() {}

    static Optional<DataBinding> find() {
        return only(Found.BINDINGS);
    }

    static Optional<DataBinding> only(List<DataBinding> bindings) {
        if (bindings.size() > 1) {
            List<String> names =
                    bindings.stream().map(each -> each.getClass().getName()).toList();
            throw new DataBindingException(
                    "Several data bindings are installed, " + names + ": keep one of them on the class path.");
        }
        return bindings.stream().findFirst();
    }

    static DataBinding require(Class<?> type) {
        return find().orElseThrow(() -> missing(type));
    }

    private static DataBindingException missing(Class<?> type) {
        return new DataBindingException("No data binding is installed, so " + type.getName()
                + " cannot be converted between Java and JSON. Add io.cloacina:cloacina-runner, which every adapter"
                + " brings along, or use strings, numbers, booleans, lists and maps.");
    }
}
