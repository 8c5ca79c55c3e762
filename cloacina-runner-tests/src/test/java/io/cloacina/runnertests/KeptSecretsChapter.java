package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ErrorTextSettings;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.canary.Canary;
import io.cloacina.testsupport.canary.TraceLogging;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.Test;

/**
 * Where secrets are kept, and where not. That none is in a log line or an exception is listened for during every test; here are the
 * other ways out: the other columns, the texts of results and reports, and what the process shows to those who manage it.
 */
abstract class KeptSecretsChapter extends Chapter {

    /** The columns where a user's data belongs. */
    private static final Map<String, String> OTHER_COLUMNS = Map.of(
            "workflow_definitions", "name, version, document",
            "workflow_tasks", "name",
            "workflow_executions", "status, input_digest, queue, reason, parked_reason",
            "task_executions", "status, queue, claimed_by, reason",
            "task_contexts", "keys",
            "execution_events", "kind, worker, detail",
            "cloacina_schema_history", "description, script, installed_by");

    @Test
    void secrets_are_in_contexts_and_keys_and_in_no_other_column_nor_any_text() {
        DefaultRunner runner = open(runner().settings(settings ->
                        settings.withErrorTexts(new ErrorTextSettings(4096, text -> text.replace(Canary.WORD, "***"))))
                .workflows(FailedStory.workflow(), Shapes.diamond(context -> {})));
        StartOptions key = StartOptions.idempotencyKey(Secrets.of("key"));
        ExecutionHandle told = runner.start(FailedStory.NAME, Secrets.context(), key);
        ExecutionResult failed = told.result(PATIENCE);
        ExecutionResult completed = runner.execute(Shapes.DIAMOND, Secrets.context());

        assertThat(completed.context().toJson().canonical()).contains(Secrets.of("value"), Secrets.of("written"));
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.reason().toString() + failed.tasks()).contains("***-this one always fails");
        assertThat(textsOf(runner, told, failed, key)).allSatisfy(KeptSecretsChapter::assertKeepsSecrets);
        OTHER_COLUMNS.forEach((table, columns) -> assertThat(Rows.of(backend(), "select " + columns + " from " + table))
                .as(table)
                .isNotEmpty()
                .allSatisfy(KeptSecretsChapter::assertKeepsSecrets));
        assertThat(Rows.of(backend(), "select idempotency_key from workflow_executions"))
                .contains(Secrets.of("key"));
    }

    private List<String> textsOf(
            DefaultRunner runner, ExecutionHandle handle, ExecutionResult result, StartOptions options) {
        return List.of(
                runner.toString(),
                handle.toString(),
                result.toString(),
                result.tasks().toString(),
                result.finalContext().toString(),
                Secrets.context().toString(),
                Context.empty().put(Secrets.of("key").substring(0, 3), 1).toString(),
                options.toString(),
                runner.explain(handle.id()).toString(),
                runner.find(handle.id()).toString(),
                runner.history(handle.id(), 0, 100).toString(),
                Verify.database(backend().url()).report());
    }

    private static void assertKeepsSecrets(String text) {
        assertThat(text).doesNotContain(Canary.WORD);
    }

    @Test
    void whoever_manages_the_process_sees_none() {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(context -> {})));
        runner.execute(Shapes.DIAMOND, Secrets.context());

        List<String> values = managed();
        assertThat(values).hasSizeGreaterThan(100).allSatisfy(KeptSecretsChapter::assertKeepsSecrets);
    }

    private static List<String> managed() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> values = new ArrayList<>();
        for (ObjectName bean : server.queryNames(null, null)) {
            values.add(bean.toString());
            try {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(bean).getAttributes()) {
                    values.add(value(server, bean, attribute.getName()));
                }
            } catch (JMException gone) {
                values.add(gone.toString());
            }
        }
        return values;
    }

    private static String value(MBeanServer server, ObjectName bean, String attribute) throws JMException {
        try {
            return attribute + "=" + server.getAttribute(bean, attribute);
        } catch (RuntimeMBeanException unsupported) {
            return attribute + "=" + unsupported.getMessage();
        }
    }

    @Test
    void everybody_who_logs_is_listened_to_at_level_trace() {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(context -> {})));
        runner.execute(Shapes.DIAMOND, Secrets.context());

        for (String loud : List.of("io.cloacina.runner", "io.cloacina.eclipselink.sql", "com.zaxxer.hikari")) {
            assertThat(TraceLogging.linesOf(loud)).as(loud).isPositive();
        }
    }
}
