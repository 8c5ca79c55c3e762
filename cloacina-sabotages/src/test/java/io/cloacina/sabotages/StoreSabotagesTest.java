package io.cloacina.sabotages;

/** What can be broken in the adapters. */
class StoreSabotagesTest extends SabotageSuite {

    StoreSabotagesTest() {
        super("the stores", StoreSabotages.all());
    }
}
