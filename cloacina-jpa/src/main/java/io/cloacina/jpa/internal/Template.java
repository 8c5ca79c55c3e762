package io.cloacina.jpa.internal;

import io.cloacina.jpa.RowColumn;
import io.cloacina.jpa.SchemaName;
import io.cloacina.jpa.SqlVocabulary;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders the tokens of a statement once, when a store is opened: innermost first, until none is left. */
public record Template(SqlVocabulary vocabulary, SchemaName schema) {

    private static final Pattern TOKEN = Pattern.compile("\\{([a-z ]+)(?::([^{}]*))?}");
    private static final Pattern COLUMN = Pattern.compile("(\\w+)\\s+(\\w+)");

    /** The text without tokens. */
    public String render(String text) {
        String rendered = text;
        for (Matcher token = TOKEN.matcher(rendered); token.find(); token = TOKEN.matcher(rendered)) {
            rendered = token.replaceAll(this::render);
        }
        return rendered.strip();
    }

    private String render(MatchResult token) {
        String argument = token.group(2) == null ? "" : token.group(2).strip();
        String value = switch (token.group(1)) {
            case "schema" -> schema.qualifier();
            case "now" -> vocabulary.now();
            case "after" -> vocabulary.after(argument);
            case "until" -> vocabulary.until(argument);
            case "rows" -> vocabulary.rows(columns(argument));
            case "lock" -> vocabulary.lock();
            case "skip locked" -> vocabulary.skipLocked();
            default -> throw new IllegalArgumentException("no such token: " + token.group());
        };
        return Matcher.quoteReplacement(value);
    }

    private static List<RowColumn> columns(String argument) {
        return COLUMN.matcher(argument)
                .results()
                .map(column -> new RowColumn(
                        column.group(1), RowColumn.Type.valueOf(column.group(2).toUpperCase(Locale.ROOT))))
                .toList();
    }
}
