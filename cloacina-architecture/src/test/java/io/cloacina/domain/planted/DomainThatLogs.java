package io.cloacina.domain.planted;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where values are computed. */
public final class DomainThatLogs {
    final Logger log = LoggerFactory.getLogger(DomainThatLogs.class);
}
