package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever can write rows decides what comes of the workflows in them, and nothing about the processes that read them. */
abstract class HostileRowsChapter extends Chapter {

    /** Every column that holds text of any kind; those of keys, digests and words that are compared are left to the schema. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "workflow_definitions", List.of("name", "version"),
            "workflow_tasks", List.of("name"),
            "workflow_executions", List.of("idempotency_key", "input_digest", "queue", "reason", "parked_reason"),
            "task_executions", List.of("queue", "claimed_by", "reason"),
            "execution_events", List.of("worker", "detail"));

    private static final Map<String, List<String>> DOCUMENTS =
            Map.of("workflow_definitions", List.of("document"), "task_contexts", List.of("keys", "written"));

    @Test
    void whatever_stands_in_a_row_is_data_and_loads_no_class_and_asks_no_host() throws Exception {
        spoil();
        Path gate = folder.resolve("gate");
        Path loaded = folder.resolve("classes.log");
        try (ServerSocketChannel door = listen();
                ChildJvm reader = GadgetReader.start(
                        backend().url(), gate, loaded, door.socket().getLocalPort())) {
            reader.awaitLine(line -> line.startsWith("ran "), PATIENCE);
            assertThat(classesIn(loaded))
                    .as("after gadgets went through a body")
                    .isEmpty();

            plantEverywhere(door.socket().getLocalPort());
            Files.createFile(gate);
            reader.awaitLine("read"::equals, PATIENCE);
            assertThat(classesIn(loaded)).as("after all rows were read").isEmpty();
            assertThat(door.accept()).as("whoever knocked").isNull();

            Files.delete(gate);
            reader.awaitLine("loaded"::equals, PATIENCE);
            assertThat(classesIn(loaded)).as("the log tells").isNotEmpty();
        }
    }

    private static ServerSocketChannel listen() throws IOException {
        ServerSocketChannel door =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        door.configureBlocking(false);
        return door;
    }

    private static List<String> classesIn(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> Gadgets.classes().stream().anyMatch(line::contains))
                .toList();
    }

    private void plantEverywhere(int door) throws SQLException {
        try (Connection connection = backend().connect()) {
            plant(connection, TEXTS, Gadgets.texts(door), "?");
            plant(connection, DOCUMENTS, Gadgets.documents(door), backend().json());
        }
    }

    private static void plant(
            Connection connection, Map<String, List<String>> columns, List<String> gadgets, String marker)
            throws SQLException {
        int number = 0;
        for (Map.Entry<String, List<String>> table : new TreeMap<>(columns).entrySet()) {
            for (String column : table.getValue()) {
                String sql = "update " + table.getKey() + " set " + column + " = " + marker;
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, gadgets.get(number++ % gadgets.size()));
                    assertThat(statement.executeUpdate()).as(sql).isPositive();
                }
            }
        }
    }
}
