package io.cloacina.contract;

import io.cloacina.ports.StoreTraits.WakeUpKind;

class PushingInMemoryStoreContractTest extends StoreContract {

    @Override
    protected StoreHarness newHarness() {
        return InMemoryHarness.with(WakeUpKind.PUSH);
    }
}
