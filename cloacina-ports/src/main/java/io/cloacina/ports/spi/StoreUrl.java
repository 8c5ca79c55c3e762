package io.cloacina.ports.spi;

import static io.cloacina.domain.Arguments.given;

import java.util.regex.Pattern;

/**
 * The text a user gave to say which database. Its {@link #toString()} hides passwords; only an adapter reads {@link
 * #text()}.
 */
public record StoreUrl(String text) {

    private static final Pattern USER_INFO = Pattern.compile("((?://|^\\w+:)[^/?#@:]*):(?!//)[^?]*@");
    private static final Pattern SECRET_OPTION =
            Pattern.compile("(?i)([?&;](?:[a-z_]*password|[a-z_]*passwd|[a-z_]*secret|[a-z_]*token|pwd)=)[^&;#]*");

    /** For passwords that hold an unescaped question mark; hides more than it must when an option holds an {@code @}. */
    private static final Pattern WILD_USER_INFO = Pattern.compile("((?://|^\\w+:)[^/?#@:]*):(?!//).*@", Pattern.DOTALL);

    /** For {@code user:password@host} without a scheme, whose place the user then takes; hides more than it must in {@code file:a@b.db}. */
    private static final Pattern BARE_USER_INFO =
            Pattern.compile("^(?!jdbc:|[A-Za-z]:[/\\\\])([^:/?#@]+):(?!//).*@", Pattern.DOTALL);

    public StoreUrl {
        given(text, "the database URL", "give a file or the address of a server");
    }

    /** The URL with every password replaced by asterisks. */
    @Override
    public String toString() {
        String hidden = USER_INFO.matcher(text).replaceAll("$1:***@");
        hidden = SECRET_OPTION.matcher(hidden).replaceAll("$1***");
        hidden = WILD_USER_INFO.matcher(hidden).replaceAll("$1:***@");
        return BARE_USER_INFO.matcher(hidden).replaceAll("$1:***@");
    }
}
