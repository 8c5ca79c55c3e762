package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.execution.UnknownStateException;
import io.cloacina.ports.StoreException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column whose text is one word of an enumeration. A word that this version does not know is never read as another one:
 * the execution is unreadable to it, since only the version that wrote the word knows what follows from it.
 *
 * @param name table and column
 * @param parser reads the word, or throws {@link UnknownStateException}
 */
record WordColumn<E extends Enum<E>>(String name, Function<String, E> parser) {

    static final WordColumn<ExecutionStatus> EXECUTION_STATUS =
            new WordColumn<>("workflow_executions.status", ExecutionStatus::parse);
    static final WordColumn<Ending> ENDING = new WordColumn<>("workflow_executions.ending", Ending::parse);
    static final WordColumn<TaskStatus> TASK_STATUS = new WordColumn<>("task_executions.status", TaskStatus::parse);
    static final WordColumn<EventKind> EVENT_KIND = new WordColumn<>("execution_events.kind", EventKind::parse);

    E read(ExecutionId execution, String word) {
        try {
            return parser.apply(word);
        } catch (UnknownStateException unknown) {
            throw new StoreException.Unreadable(
                    execution,
                    "The column " + name + " of execution " + execution + " could not be read: " + unknown.getMessage()
                            + ".",
                    unknown);
        }
    }

    @Nullable
    E readOrNull(ExecutionId execution, @Nullable String word) {
        return word == null ? null : read(execution, word);
    }
}
