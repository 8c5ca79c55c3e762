package io.cloacina.sabotages;

/** What can be broken in the domain and the runner. */
class EngineSabotagesTest extends SabotageSuite {

    EngineSabotagesTest() {
        super("the engine", EngineSabotages.all());
    }
}
