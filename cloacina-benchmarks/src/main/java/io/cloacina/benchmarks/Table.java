package io.cloacina.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rows in Markdown: a column per contestant, then how the library stands to each of the others. */
record Table(List<String> contestants, String library) {

    String head() {
        String names = String.join(" | ", contestants);
        String ratios = others().stream().map(name -> library + " ÷ " + name).collect(Collectors.joining(" | "));
        int columns = 2 + contestants.size() + others().size();
        return "| | | " + names + " | " + ratios + " |\n|" + "---|".repeat(2) + "--:|".repeat(columns - 2);
    }

    String line(Row row) {
        StringBuilder line = new StringBuilder("| " + row.id() + " | " + row.title() + " |");
        contestants.forEach(name ->
                line.append(' ').append(row.has(name) ? row.spread(name) : "–").append(" |"));
        others().forEach(name -> line.append(' ').append(ratio(row, name)).append(" |"));
        return line.toString();
    }

    private String ratio(Row row, String other) {
        return row.has(other) && row.has(library)
                ? String.format(Locale.ROOT, "**%.2f**", row.ratio(library, other))
                : "–";
    }

    private List<String> others() {
        return contestants.stream().filter(name -> !name.equals(library)).toList();
    }
}
