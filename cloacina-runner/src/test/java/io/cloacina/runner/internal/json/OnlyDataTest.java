package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.DataBindingException;
import io.cloacina.testsupport.canary.Canary;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is put into a context becomes an empty object, or anything else than itself, without a word. */
class OnlyDataTest {

    private static final String CANARY = Canary.WORD;

    record Ping() {}

    record Job(String name, @Nullable Runnable body) {}

    interface Named {
        String getName();
    }

    static final class Nothing {}

    static class Chore implements Runnable {
        @Override
        public void run() {}
    }

    static final class NamedChore extends Chore {
        public final String name = "dishes";
    }

    static Stream<Arguments> noData() {
        return Stream.of(
                Arguments.of((Runnable) () -> {}, "a lambda or another function is code"),
                Arguments.of((Runnable & Serializable) () -> {}, "a lambda or another function is code"),
                Arguments.of((Supplier<String>) () -> CANARY, "a lambda or another function is code"),
                Arguments.of((Callable<String>) () -> CANARY, "a lambda or another function is code"),
                Arguments.of((Function<String, String>) String::trim, "a lambda or another function is code"),
                Arguments.of((Named) () -> CANARY, "a lambda or another function is code"),
                Arguments.of(Comparator.comparing(Object::toString), "a lambda or another function is code"),
                Arguments.of(List.of((Runnable) () -> {}), "a lambda or another function is code"),
                Arguments.of(Map.of("b", (Runnable) () -> {}), "a lambda or another function is code"),
                Arguments.of(Optional.of((Runnable) () -> {}), "a lambda or another function is code"),
                Arguments.of(new Job(CANARY, () -> {}), "at /body: a lambda or another function is code"),
                Arguments.of(new IllegalStateException(CANARY), "an exception is no data"),
                Arguments.of(new Chore(), "a lambda or another function is code"),
                Arguments.of(proxy(Runnable.class), "a lambda or another function is code"),
                Arguments.of(Thread.currentThread(), "no notation for java.lang.Thread"),
                Arguments.of(OnlyDataTest.class.getClassLoader(), "no notation for"),
                Arguments.of(CompletableFuture.completedFuture(CANARY), "no notation for"),
                Arguments.of(new ReentrantLock(), "no notation for"),
                Arguments.of(new Random(), "no notation for"),
                Arguments.of(BitSet.valueOf(new long[] {7}), "no notation for java.util.BitSet"),
                Arguments.of(new Object(), "no notation for java.lang.Object"),
                Arguments.of(new Nothing(), "Jackson knows no way for"));
    }

    @ParameterizedTest
    @MethodSource("noData")
    void what_is_no_data_is_refused_with_its_key_and_the_remedy(Object value, String reason) {
        assertThatThrownBy(() -> Context.of("job", value))
                .isInstanceOf(DataBindingException.class)
                .hasMessageContaining("refused at /job")
                .hasMessageContaining(reason)
                .hasMessageContaining("; ")
                .hasMessageNotContaining(CANARY);
    }

    static Stream<Arguments> data() {
        return Stream.of(
                Arguments.of(new Ping(), "{}"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(new NamedChore(), "{\"name\":\"dishes\"}"),
                Arguments.of(new Job("pack", null), "{\"body\":null,\"name\":\"pack\"}"),
                Arguments.of(proxy(Named.class), "{\"name\":\"proxy\"}"));
    }

    @ParameterizedTest
    @MethodSource("data")
    void what_is_data_stays_so_even_without_content(Object value, String json) {
        assertThat(Context.of("job", value).toJson().canonical()).isEqualTo("{\"job\":" + json + "}");
    }

    @Test
    void a_record_without_components_comes_back() {
        assertThat(Context.of("ping", new Ping()).require("ping", Ping.class)).isEqualTo(new Ping());
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(
                OnlyDataTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> "proxy");
    }
}
