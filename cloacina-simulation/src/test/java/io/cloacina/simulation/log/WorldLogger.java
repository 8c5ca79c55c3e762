package io.cloacina.simulation.log;

import io.cloacina.simulation.world.World;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Drops what is expected. An error is something the engine finds wrong with itself, and so a violation. */
final class WorldLogger extends LegacyAbstractLogger {

    @Serial
    private static final long serialVersionUID = 1L;

    /** For whoever looks into one seed. It changes the trace, and so its hash. */
    private static final boolean LOUD = Boolean.getBoolean("simulation.loud");

    @Override
    protected String getFullyQualifiedCallerName() {
        return WorldLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level, Marker marker, String pattern, Object @Nullable [] arguments, @Nullable Throwable thrown) {
        World.present().ifPresent(world -> {
            if (level != Level.ERROR) {
                world.note(world.here().name(), "    says " + MessageFormatter.basicArrayFormat(pattern, arguments));
                return;
            }
            boolean meant = world.here().isDead()
                    || thrown != null && String.valueOf(thrown.getMessage()).startsWith("simulated");
            if (!meant) {
                String message = MessageFormatter.basicArrayFormat(pattern, arguments);
                world.trace().violated(world.now(), "the engine finds no fault of its own", message + " " + thrown);
            }
        });
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return LOUD;
    }

    @Override
    public boolean isInfoEnabled() {
        return LOUD;
    }

    @Override
    public boolean isWarnEnabled() {
        return LOUD;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
