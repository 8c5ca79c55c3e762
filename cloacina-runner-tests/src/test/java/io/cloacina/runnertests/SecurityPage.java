package io.cloacina.runnertests;

import io.cloacina.testsupport.canary.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The statements that {@code docs/security.md} tells administrators to run, and the roles that they make: as they stand there. */
final class SecurityPage {

    private static final Path PAGE = Path.of("..", "docs", "security.md");
    /** What each password on the page begins with; what a reader changes, we change into what no log may tell. */
    private static final String PLACEHOLDER = "change-me";

    private static final Pattern BLOCK = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROLE = Pattern.compile("create role (\\w+) login password '([^']+)'");

    private final List<String> blocks;

    private SecurityPage(List<String> blocks) {
        this.blocks = blocks;
    }

    static SecurityPage read() {
        try {
            return new SecurityPage(BLOCK.matcher(Files.readString(PAGE).replace(PLACEHOLDER, Canary.WORD))
                    .results()
                    .map(block -> block.group(1))
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the roles and the schema, as an administrator. */
    List<String> preparation() {
        return statements(0);
    }

    /** Says what the runner's role may do, as the role that made the tables. */
    List<String> grants() {
        return statements(1);
    }

    /** Makes the role that looks, as an administrator. */
    List<String> reader() {
        return statements(2);
    }

    private List<String> statements(int block) {
        return Arrays.stream(blocks.get(block).split(";\\s*\\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** What stands before the host in a URL: {@code name:password} of a role of the page. */
    String login(String role) {
        return blocks.stream()
                .flatMap(block -> ROLE.matcher(block).results())
                .filter(found -> found.group(1).equals(role))
                .map(SecurityPage::login)
                .findFirst()
                .orElseThrow();
    }

    private static String login(MatchResult role) {
        return role.group(1) + ":" + role.group(2);
    }
}
