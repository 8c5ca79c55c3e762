package io.cloacina.adapter.postgres;

import io.cloacina.jpa.RowColumn;
import io.cloacina.jpa.StoreStatement;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Our statements as the server gets to see them, with {@code $1} for {@code ?1}. */
final class RenderedSql {

    private static final Pattern TOKEN = Pattern.compile("\\{([a-z ]+)(?::([^{}]*))?}");

    private RenderedSql() {}

    static String of(StoreStatement statement) {
        String sql = PostgresStatements.all().text(statement);
        for (Matcher token = TOKEN.matcher(sql); token.find(); token = TOKEN.matcher(sql)) {
            sql = token.replaceAll(RenderedSql::render);
        }
        return sql.replaceAll("\\?([1-9])", "\\$$1");
    }

    private static String render(MatchResult token) {
        var words = new PostgresVocabulary();
        String argument = token.group(2);
        return Matcher.quoteReplacement(
                switch (token.group(1)) {
                    case "schema" -> "\"cloacina\".";
                    case "now" -> words.now();
                    case "after" -> words.after(argument.strip());
                    case "until" -> words.until(argument.strip());
                    case "rows" -> words.rows(columns(argument));
                    case "lock" -> words.lock();
                    case "skip locked" -> words.skipLocked();
                    default -> throw new IllegalArgumentException(token.group());
                });
    }

    private static List<RowColumn> columns(String argument) {
        return Stream.of(argument.split(","))
                .map(column -> column.strip().split("\\s+"))
                .map(c -> new RowColumn(c[0], RowColumn.Type.valueOf(c[1].toUpperCase(Locale.ROOT))))
                .toList();
    }
}
