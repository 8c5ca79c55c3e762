package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.ports.ExecutionStore;
import javax.sql.DataSource;

/** The three ways to the database, as connection pools of one persistence unit. */
enum Route {
    WORK,
    HEARTBEAT,
    READ;

    static Route of(ExecutionStore.Lane lane) {
        return switch (lane) {
            case WORK -> WORK;
            case HEARTBEAT -> HEARTBEAT;
        };
    }

    DataSource in(ConnectionLanes lanes) {
        return switch (this) {
            case WORK -> lanes.work();
            case HEARTBEAT -> lanes.heartbeat();
            case READ -> lanes.read();
        };
    }
}
