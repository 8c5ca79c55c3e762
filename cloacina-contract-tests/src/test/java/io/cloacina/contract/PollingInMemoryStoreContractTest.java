package io.cloacina.contract;

import io.cloacina.ports.StoreTraits.WakeUpKind;

class PollingInMemoryStoreContractTest extends StoreContract {

    @Override
    protected StoreHarness newHarness() {
        return InMemoryHarness.with(WakeUpKind.POLL);
    }
}
