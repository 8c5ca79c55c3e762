/** The model and its rules: values, graph, trigger rules, retry, context. Pure Java. */
module io.cloacina.domain {
    requires static transitive org.jspecify;

    exports io.cloacina.domain;
    exports io.cloacina.domain.context;
    exports io.cloacina.domain.document;
    exports io.cloacina.domain.execution;
    exports io.cloacina.domain.json;
    exports io.cloacina.domain.readiness;
    exports io.cloacina.domain.retry;
    exports io.cloacina.domain.task;
    exports io.cloacina.domain.trigger;
    exports io.cloacina.domain.workflow;

    uses io.cloacina.domain.context.DataBinding;
}
