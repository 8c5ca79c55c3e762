package io.cloacina.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.cloacina.ports.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * One bounded connection pool, before it is opened.
 *
 * @param name for messages, log lines and the pool's threads
 * @param size how many connections it has at most: one from the start, each other one once somebody would wait
 *     without it, or none was to spare at a look every half minute: it costs its server a process and memory
 * @param borrowTimeout how long a borrow waits for a free connection; at least 250 ms
 * @param ageing whether connections are replaced after half an hour; false for a database that lives in its connection
 */
public record PoolPlan(String name, int size, Duration borrowTimeout, boolean ageing) {

    public PoolPlan {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(borrowTimeout, "borrowTimeout");
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1: " + size);
        }
    }

    /**
     * Opens the pool on connections of {@code source} and tries one.
     *
     * @throws StoreException as {@code errors} says, when the first connection fails
     */
    public HikariDataSource open(DataSource source, ErrorTable errors) {
        HikariDataSource pool = HostPoolFile.outOfSight(HikariDataSource::new);
        config(source).copyStateTo(pool);
        try {
            pool.getConnection().close();
            return pool;
        } catch (SQLException | HikariPool.PoolInitializationException failure) {
            pool.close();
            throw new ErrorTranslation(name, errors).failed("open its first connection", failure);
        }
    }

    HikariConfig config(DataSource source) {
        HikariConfig config = HostPoolFile.outOfSight(HikariConfig::new);
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(borrowTimeout.toMillis());
        if (!ageing) {
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
            config.setKeepaliveTime(0);
        }
        return config;
    }
}
