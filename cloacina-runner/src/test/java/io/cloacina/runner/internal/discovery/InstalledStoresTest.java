package io.cloacina.runner.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.RunnerException;
import io.cloacina.runner.internal.discovery.FakeProvider.Apple;
import io.cloacina.runner.internal.discovery.FakeProvider.Crab;
import io.cloacina.runner.internal.discovery.FakeProvider.Pear;
import io.cloacina.runner.internal.discovery.FakeProvider.Rotten;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledStoresTest {

    @TempDir
    Path folder;

    @Test
    void no_adapter_is_an_error_that_names_both_artifacts() throws IOException {
        assertThatThrownBy(() -> installed().providerFor(new StoreUrl("orders.db")))
                .isInstanceOf(RunnerException.NoAdapter.class)
                .hasMessageContaining("io.cloacina:cloacina-adapter-sqlite")
                .hasMessageContaining("io.cloacina:cloacina-adapter-postgres")
                .hasMessageContaining("docs/troubleshooting.md#no-adapter");
    }

    @Test
    void the_one_adapter_that_accepts_the_url_is_taken() throws IOException {
        assertThat(installed(Apple.class).providerFor(new StoreUrl("apple:x"))).isInstanceOf(Apple.class);
    }

    @Test
    void among_several_adapters_the_only_one_that_accepts_the_url_is_taken() throws IOException {
        InstalledStores stores = installed(Apple.class, Pear.class);

        assertThat(stores.providerFor(new StoreUrl("pear:x"))).isInstanceOf(Pear.class);
        assertThat(stores.providerFor(new StoreUrl("apple:x"))).isInstanceOf(Apple.class);
    }

    @Test
    void several_adapters_that_accept_the_url_are_an_error_that_names_each_with_its_jar() throws IOException {
        InstalledStores stores = installed(Apple.class, Crab.class, Pear.class);
        String origin =
                Apple.class.getProtectionDomain().getCodeSource().getLocation().toString();

        assertThatThrownBy(() -> stores.providerFor(new StoreUrl("apple://u:secret@h")))
                .isInstanceOf(RunnerException.SeveralAdapters.class)
                .hasMessageContaining("AppleDB (" + Apple.class.getName() + " from " + origin + ")")
                .hasMessageContaining("CrabDB (" + Crab.class.getName() + " from " + origin + ")")
                .hasMessageContaining("DefaultRunner.builder().store(store)")
                .hasMessageContaining("docs/troubleshooting.md#several-adapters")
                .hasMessageContaining("u:***@h")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("PearDB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hush@h/db",
                "postgresql://u:hu/sh@h/db",
                "postgresql://u:a@hush@h/db",
                "postgresql://u:hush?@h/db",
                "postgres:u:hush@h",
                "jdbc:postgresql://h/db?user=u&password=hush",
                "jdbc:postgresql://h:1/db?user=u&password=a@hush&ssl=true",
                "jdbc:postgresql://h/db?sslpassword=hush"
            })
    void a_wrong_url_is_an_error_that_names_what_is_installed_and_what_is_needed(String url) throws IOException {
        assertThatThrownBy(() -> installed(Apple.class).providerFor(new StoreUrl(url)))
                .isInstanceOf(RunnerException.WrongAdapter.class)
                .hasMessageContaining("AppleDB")
                .hasMessageContaining("***")
                .hasMessageContaining("Add io.cloacina:cloacina-adapter-postgres")
                .hasMessageContaining("docs/troubleshooting.md#wrong-adapter")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("/sh@");
    }

    @Test
    void a_path_without_the_sqlite_adapter_asks_for_that_adapter() throws IOException {
        assertThatThrownBy(() -> installed(Apple.class).providerFor(new StoreUrl("orders.db")))
                .isInstanceOf(RunnerException.WrongAdapter.class)
                .hasMessageContaining("'orders.db'")
                .hasMessageContaining("Add io.cloacina:cloacina-adapter-sqlite");
    }

    @Test
    void an_unknown_scheme_is_answered_with_the_known_ones() throws IOException {
        assertThatThrownBy(() -> installed(Apple.class, Pear.class).providerFor(new StoreUrl("mysql://h/db")))
                .isInstanceOf(RunnerException.WrongAdapter.class)
                .hasMessageContaining("AppleDB")
                .hasMessageContaining("PearDB")
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageContaining(":memory:");
    }

    @Test
    void a_url_is_shown_in_one_bounded_line() throws IOException {
        assertThatThrownBy(() ->
                        installed(Apple.class).providerFor(new StoreUrl("mysql://h\r\nFORGED" + "x".repeat(100_000))))
                .isInstanceOf(RunnerException.WrongAdapter.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(1_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void a_blank_url_is_refused(String url) throws IOException {
        assertThatThrownBy(() -> installed(Apple.class).providerFor(new StoreUrl(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
    }

    @Test
    void an_adapter_that_cannot_be_loaded_is_an_error_that_keeps_the_cause() {
        assertThatThrownBy(() -> installed(Rotten.class))
                .isInstanceOf(RunnerException.NoAdapter.class)
                .hasMessageContaining("could not be loaded")
                .hasMessageContaining("cloacina-bom")
                .hasRootCauseMessage("rotten to the core");
    }

    @Test
    void a_service_that_is_no_provider_of_these_ports_is_an_error() {
        assertThatThrownBy(() -> installed(InstalledStoresTest.class)).isInstanceOf(RunnerException.NoAdapter.class);
    }

    @Test
    void the_context_loader_is_asked_when_the_runners_own_sees_no_adapter() throws IOException {
        try (AdapterPath own = AdapterPath.with(folder.resolve("own"));
                AdapterPath context = AdapterPath.with(folder.resolve("context"), Pear.class)) {
            InstalledStores stores = InstalledStores.find(own, Optional.of(context));

            assertThat(stores.providerFor(new StoreUrl("pear:x"))).isInstanceOf(Pear.class);
        }
    }

    @Test
    void the_context_loader_is_not_asked_when_the_runners_own_sees_an_adapter() throws IOException {
        try (AdapterPath own = AdapterPath.with(folder.resolve("own"), Apple.class);
                AdapterPath context = AdapterPath.with(folder.resolve("context"), Crab.class)) {
            InstalledStores stores = InstalledStores.find(own, Optional.of(context));

            assertThat(stores.providerFor(new StoreUrl("apple:x"))).isInstanceOf(Apple.class);
        }
    }

    private InstalledStores installed(Class<?>... providers) throws IOException {
        try (AdapterPath path = AdapterPath.with(folder, providers)) {
            return InstalledStores.find(path, Optional.empty());
        }
    }
}
