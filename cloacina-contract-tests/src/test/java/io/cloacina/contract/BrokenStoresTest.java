package io.cloacina.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores that are broken between transactions; those inside them have {@link BrokenMomentsTest}, which runs beside this. */
class BrokenStoresTest extends BrokenStores {

    @Override
    Stream<Fault> faults() {
        Set<String> moments = MomentFaults.all().map(Fault::name).collect(toSet());
        return BrokenStoreContract.faults().stream().filter(fault -> !moments.contains(fault.name()));
    }

    @Test
    void there_are_faults_of_every_kind() {
        assertThat(BrokenStoreContract.faults()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(BrokenStoreContract.faults()).extracting(Fault::name).doesNotHaveDuplicates();
    }
}
