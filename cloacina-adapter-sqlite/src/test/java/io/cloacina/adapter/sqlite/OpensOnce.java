package io.cloacina.adapter.sqlite;

/** A process that opens a database file, says so and ends. */
final class OpensOnce {

    private OpensOnce() {}

    public static void main(String[] arguments) {
        Databases.open(arguments[0]).close();
        System.out.println("opened");
    }
}
