package io.cloacina.runnertests;

import java.util.List;

/**
 * Texts that have made programs run code, load classes or ask other hosts, where data was taken for more than data. Each knocks at a door
 * of this machine, or names {@link Gadget}, which nobody else does.
 */
final class Gadgets {

    /** Spelled: whoever says {@code Gadget.class} loads it. */
    static final String GADGET = "io.cloacina.runnertests.Gadgets$Gadget";

    private Gadgets() {}

    /** A class that is on the class path of the tests and that nothing but a text from the database names. */
    static final class Gadget {
        private Gadget() {}
    }

    /** The class files that would be loaded if one of them did what it is made for. */
    static List<String> classes() {
        return List.of(
                GADGET,
                "com.sun.rowset.JdbcRowSetImpl",
                "javax.script.ScriptEngineManager",
                "com.sun.jndi.",
                "org.postgresql.ds.PGPoolingDataSource",
                "java.rmi.server.UnicastRemoteObject");
    }

    /** JSON objects, as what has bitten others wrote them. */
    static List<String> documents(int door) {
        String ldap = "ldap://127.0.0.1:" + door + "/x";
        return List.of(
                "{\"@class\":\"" + GADGET + "\",\"name\":\"" + ldap + "\"}",
                "{\"@class\":\"com.zaxxer.hikari.HikariConfig\",\"metricRegistry\":\"" + ldap + "\"}",
                "{\"@class\":\"com.zaxxer.hikari.HikariDataSource\",\"healthCheckRegistry\":\"" + ldap + "\"}",
                "{\"@type\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"" + ldap + "\",\"autoCommit\":true}",
                "{\"javaClass\":\"" + GADGET + "\",\"$type\":\"" + GADGET + "\",\"class\":\"" + GADGET + "\"}",
                "{\"a\":[\"" + GADGET + "\",{\"name\":\"" + ldap + "\"}]}",
                "{\"@class\":\"org.postgresql.ds.PGPoolingDataSource\",\"url\":\"jdbc:postgresql://127.0.0.1:" + door
                        + "/d\",\"initialConnections\":1}");
    }

    /** The same, and what is no JSON. */
    static List<String> texts(int door) {
        return List.of(
                documents(door).get(0),
                documents(door).get(1),
                documents(door).get(3),
                "[\"" + GADGET + "\",{}]",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:"
                        + door + "/\"]]]]",
                "${jndi:ldap://127.0.0.1:" + door + "/x} ${script:javascript:1} #{T(java.lang.Runtime).getRuntime()}",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"http://127.0.0.1:" + door + "/\">]><x>&y;</x>",
                "'; drop table task_executions; --",
                "x\r\n2026-01-01 INFO all is well \u001b[2J \u202e\u2028 forged");
    }
}
