package io.cloacina.runner.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.ports.StoreException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final AtomicBoolean cutOff = new AtomicBoolean();
    private final LoopBench bench = new LoopBench(point -> {
        if (point.equals(InMemoryStore.BEFORE_COMMIT) && cutOff.getAndSet(false)) {
            throw new StoreException.OutcomeUnknown("cut off before the commit", null);
        }
    });

    private GroupCommit claim(String writer) {
        return new GroupCommit(bench.engine, writer, new Group(List.of(), 1, Search.READY));
    }

    @Test
    void a_claim_that_was_rolled_back_is_not_found_in_the_same_claim_of_another_loop() {
        bench.submit();
        bench.loop.step();
        GroupCommit lost = claim("bench.1");
        cutOff.set(true);
        assertThatThrownBy(lost::run).isInstanceOf(StoreException.OutcomeUnknown.class);
        GroupCommit made = claim("bench.2");
        made.run();

        assertThat(made.result().claims()).isEqualTo(lost.result().claims());
        assertThat(made.isDurable()).isTrue();
        assertThat(lost.isDurable()).isFalse();
    }
}
