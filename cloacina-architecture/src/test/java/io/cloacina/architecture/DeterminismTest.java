package io.cloacina.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import io.cloacina.domain.planted.DomainThatAsksTheTime;
import io.cloacina.domain.planted.DomainThatRefersToTheClock;
import io.cloacina.runner.planted.RunnerThatMakesIds;
import io.cloacina.runner.planted.RunnerThatSleeps;
import io.cloacina.runner.planted.RunnerThatStartsPools;
import io.cloacina.runner.planted.RunnerThatStartsThreads;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** Time, ids, chance and threads come in through one door each, so that a simulation can hold all of them. */
class DeterminismTest {
    private static final String EXAMPLES = "io.cloacina.examples.checkup.";
    private static final String SQLITE = "io.cloacina.adapter.sqlite.";
    private static final String SYSTEM = "io.cloacina.runner.internal.system.";

    @Test
    void only_named_classes_read_a_clock() {
        Rule.that(forbidden("asks the JDK for the time", DeterminismTest::readsAClock)
                        .but(SYSTEM + "SystemTimeSource", "the one clock of the runner")
                        .but(SQLITE + "MigrationLock", "bounds the wait for another process, which is as long as it is")
                        .but(
                                "io.cloacina.adapter.postgres.Announcer",
                                "takes the time of an announcement, to spend a part of it only")
                        .but(SQLITE + "Turns", "bounds the wait for another thread, which is as long as it is")
                        .but(EXAMPLES + "repository.ShardVerification", "tells how long a shard took")
                        .rule())
                .finds(DomainThatAsksTheTime.class, DomainThatRefersToTheClock.class)
                .holds();
    }

    private static boolean readsAClock(AccessTarget target) {
        return isOneOf(target, System.class, "currentTimeMillis", "nanoTime")
                || isOneOf(target, InstantSource.class, "system")
                || target.getOwner().isEquivalentTo(Clock.class)
                        && target.getName().startsWith("system")
                || target.getOwner().getPackageName().equals("java.time")
                        && target.getName().equals("now");
    }

    @Test
    void only_one_class_makes_ids_and_chance() {
        Rule.that(forbidden("draws what cannot be drawn again", DeterminismTest::draws)
                        .but(SYSTEM + "UuidV7Source", "the one source of ids")
                        .rule())
                .finds(RunnerThatMakesIds.class)
                .holds();
    }

    private static boolean draws(AccessTarget target) {
        return isOneOf(target, UUID.class, "randomUUID")
                || isOneOf(target, Math.class, "random")
                || isOneOf(target, ThreadLocalRandom.class, "current")
                || isConstructed(target, SecureRandom.class)
                || isConstructed(target, Random.class) && isWithoutSeed(target);
    }

    private static boolean isWithoutSeed(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget constructor
                && constructor.getRawParameterTypes().isEmpty();
    }

    @Test
    void threads_begin_in_one_place_of_each_module_that_has_any() {
        Rule.that(forbidden("starts threads", DeterminismTest::startsThreads)
                        .but(SYSTEM + "RunnerThreads", "names and makes all threads of the runner")
                        .but(SYSTEM + "TaskThreads", "runs bodies on threads that RunnerThreads makes")
                        .but("io.cloacina.adapter.postgres.BackgroundLoop", "listens while the runner works")
                        .but("io.cloacina.contract.Race", "calls a store from many threads at once on purpose")
                        .but(
                                "io.cloacina.contract.Closing",
                                "closes a store while another thread is inside, on purpose")
                        .rule())
                .finds(RunnerThatStartsThreads.class, RunnerThatStartsPools.class)
                .holds();
    }

    private static boolean startsThreads(AccessTarget target) {
        return target.getOwner().isEquivalentTo(Executors.class)
                || isConstructed(target, Thread.class)
                || isConstructed(target, Executor.class)
                || isConstructed(target, Timer.class)
                || isOneOf(target, ForkJoinPool.class, "commonPool")
                || isOneOf(target, BaseStream.class, "parallel")
                || isOneOf(target, Collection.class, "parallelStream")
                || runsOnTheCommonPool(target);
    }

    private static boolean runsOnTheCommonPool(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget method
                && method.getOwner().isEquivalentTo(CompletableFuture.class)
                && method.getName().endsWith("Async")
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }

    @Test
    void nobody_sleeps() {
        Rule.that(forbidden("sleeps, deaf to closing and to a simulated clock", DeterminismTest::sleeps)
                        .rule())
                .finds(RunnerThatSleeps.class)
                .holds();
    }

    private static boolean sleeps(AccessTarget target) {
        return isOneOf(target, Thread.class, "sleep") || isOneOf(target, TimeUnit.class, "sleep");
    }

    private static Forbidden forbidden(String what, Predicate<AccessTarget> target) {
        return Forbidden.in(Module.published(), what, target);
    }

    private static boolean isOneOf(AccessTarget target, Class<?> owner, String... names) {
        return target.getOwner().isAssignableTo(owner) && List.of(names).contains(target.getName());
    }

    private static boolean isConstructed(AccessTarget target, Class<?> type) {
        JavaClass owner = target.getOwner();
        return target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && owner.isAssignableTo(type)
                && owner.getPackageName().startsWith("java.");
    }
}
