package io.cloacina.faults.stage;

import io.cloacina.testsupport.ChildJvm;
import java.util.List;

/** What makes processes that live for a second start fast. */
final class Image {

    private static final Image SHARED = new Image();

    private Image() {}

    static Image shared() {
        return SHARED;
    }

    List<String> options() {
        return List.of(
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx96m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true");
    }

    String classPath() {
        return ChildJvm.classPath();
    }
}
