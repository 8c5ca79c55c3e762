package io.cloacina.jpa.internal;

import io.cloacina.jpa.StoreStatement;
import java.util.EnumMap;
import java.util.Map;

/** Collects the statements that the databases share; the texts are in the classes beside this one, chapter by chapter. */
public final class PortableStatements {

    private PortableStatements() {}

    /** A text for every statement. */
    public static Map<StoreStatement, String> all() {
        Map<StoreStatement, String> texts = new EnumMap<>(StoreStatement.class);
        definitions(texts);
        admission(texts);
        life(texts);
        claims(texts);
        reads(texts);
        return texts;
    }

    private static void definitions(Map<StoreStatement, String> texts) {
        texts.put(StoreStatement.DEFINE, DefinitionSql.DEFINE);
        texts.put(StoreStatement.DEFINE_TASKS, DefinitionSql.DEFINE_TASKS);
        texts.put(StoreStatement.DEFINE_DEPENDENCIES, DefinitionSql.DEFINE_DEPENDENCIES);
        texts.put(StoreStatement.DEFINITION_IDS_BY_NAME, DefinitionSql.IDS_BY_NAME);
        texts.put(StoreStatement.DEFINITIONS_BY_ID, DefinitionSql.BY_ID);
        texts.put(StoreStatement.DEFINITION_TASKS, DefinitionSql.TASKS);
        texts.put(StoreStatement.DEFINITION_DEPENDENCIES, DefinitionSql.DEPENDENCIES);
    }

    private static void admission(Map<StoreStatement, String> texts) {
        texts.put(StoreStatement.ADMIT, AdmissionSql.ADMIT);
        texts.put(StoreStatement.ADMITTED_BEFORE, AdmissionSql.ADMITTED_BEFORE);
        texts.put(StoreStatement.ADMIT_TASKS, AdmissionSql.ADMIT_TASKS);
        texts.put(StoreStatement.KEEP, ContextSql.KEEP);
    }

    private static void life(Map<StoreStatement, String> texts) {
        texts.put(StoreStatement.LOCK, ExecutionSql.LOCK);
        texts.put(StoreStatement.END, TaskSql.END);
        texts.put(StoreStatement.COUNT_DOWN, TaskSql.COUNT_DOWN);
        texts.put(StoreStatement.STATES, TaskSql.STATES);
        texts.put(StoreStatement.SETTLE_TASKS, TaskSql.SETTLE);
        texts.put(StoreStatement.SETTLE_EXECUTIONS, ExecutionSql.SETTLE);
        texts.put(StoreStatement.CANCEL_UNSTARTED, TaskSql.CANCEL_UNSTARTED);
        texts.put(StoreStatement.PARK, ExecutionSql.PARK);
        texts.put(StoreStatement.RECORD, ExecutionSql.RECORD);
    }

    private static void claims(Map<StoreStatement, String> texts) {
        texts.put(StoreStatement.CLAIM, ClaimSql.CLAIM);
        texts.put(StoreStatement.START, ClaimSql.START);
        texts.put(StoreStatement.CLAIMS_OF, ClaimSql.CLAIMS_OF);
        texts.put(StoreStatement.EXTEND, ClaimSql.EXTEND);
        texts.put(StoreStatement.PROMOTE_DUE, ClaimSql.PROMOTE_DUE);
    }

    private static void reads(Map<StoreStatement, String> texts) {
        texts.put(StoreStatement.EXECUTIONS_BY_ID, ExecutionSql.BY_ID);
        texts.put(StoreStatement.TASKS_OF, TaskSql.OF);
        texts.put(StoreStatement.EXECUTION_WITH_TASKS, ExecutionSql.WITH_TASKS);
        texts.put(StoreStatement.HISTORY_OF, HistorySql.OF);
        texts.put(StoreStatement.CONTEXT_KEYS, ContextSql.KEYS);
        texts.put(StoreStatement.CONTEXT_VALUES, ContextSql.VALUES);
        texts.put(StoreStatement.EXPIRED_CLAIMS, ClaimSql.EXPIRED);
        texts.put(StoreStatement.OVERDUE_EXECUTIONS, ExecutionSql.OVERDUE);
        texts.put(StoreStatement.AGENDA, ClaimSql.AGENDA);
        texts.put(StoreStatement.OPEN_PARKED, ExecutionSql.OPEN_PARKED);
        texts.put(StoreStatement.OPEN_UNPARKED, ExecutionSql.OPEN_UNPARKED);
    }
}
