package io.cloacina.benchmarks;

/** A kind of database with one durability setting, on this machine. */
public interface Backend extends AutoCloseable {

    /** The heading of its table. */
    String name();

    /** An empty database. */
    Database newDatabase();

    /** What its commits wait for, read back from a database: never what was asked for. */
    String durability();

    @Override
    void close();
}
