package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongUrlTest {

    private ServerSocketChannel door;

    @BeforeAll
    void listen() throws IOException {
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
    }

    @AfterAll
    void close() throws IOException {
        door.close();
    }

    @ParameterizedTest
    @MethodSource("io.cloacina.adapter.postgres.WrongUrls#all")
    void is_refused_with_a_reason_before_a_connection_is_made(String template, String reason) throws IOException {
        String url = WrongUrls.url(template, door.socket().getLocalPort());

        var refusal = catchThrowableOfType(
                StoreException.Unusable.class,
                () -> new PostgresStoreProvider().open(new StoreUrl(url), Settings.plain()));

        assertThat(refusal).hasMessageContaining(reason).hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain(WrongUrls.SECRET);
        assertThat(door.accept()).as("a connection").isNull();
    }

    @Test
    void most_of_them_hold_the_secret_that_no_message_may_repeat() {
        List<String> urls = WrongUrls.all()
                .map(template -> WrongUrls.url(String.valueOf(template.get()[0]), 5432))
                .toList();

        assertThat(urls.stream().filter(url -> url.contains(WrongUrls.SECRET))).hasSizeGreaterThan(urls.size() / 2);
    }
}
