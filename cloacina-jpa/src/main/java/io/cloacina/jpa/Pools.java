package io.cloacina.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Opens pools. */
final class Pools {
    private Pools() {}

    static HikariDataSource open(HikariConfig config, ErrorTable errors) {
        return new HikariDataSource(config);
    }
}
