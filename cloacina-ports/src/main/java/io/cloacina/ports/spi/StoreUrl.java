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

    /** For passwords among settings, see {@link #listsSettings()}; a password may hold anything, so what follows is hidden too. */
    private static final Pattern SECRET_SETTING = Pattern.compile(
            "(?i)^((?:.*?[\\s;'\"])?(?:[a-z_]*password|[a-z_]*passwd|[a-z_]*secret|[a-z_]*token|pwd)\\s*=).*",
            Pattern.DOTALL);

    private static final Pattern SETTINGS = Pattern.compile(
            "(?i)\\s*(?=[a-z_][\\w ]*=)(?:.*?[\\s;'\"])?(?:host|hostaddr|server|port|dbname|database|service|sslmode|user|username|user id|uid"
                    + "|password|pwd)\\s*=.*",
            Pattern.DOTALL);

    public StoreUrl {
        given(text, "the database URL", "give a file or the address of a server");
    }

    /**
     * Whether it is no URL but a list of settings, {@code host=h dbname=d password=s}, as libpq takes it, or with semicolons. What has no scheme
     * may be a file's name; one that begins like this hides a password in it.
     */
    public boolean listsSettings() {
        return SETTINGS.matcher(text).matches();
    }

    /** The URL with every password replaced by asterisks. */
    @Override
    public String toString() {
        String hidden = USER_INFO.matcher(text).replaceAll("$1:***@");
        hidden = SECRET_OPTION.matcher(hidden).replaceAll("$1***");
        hidden = WILD_USER_INFO.matcher(hidden).replaceAll("$1:***@");
        hidden = BARE_USER_INFO.matcher(hidden).replaceAll("$1:***@");
        return SECRET_SETTING.matcher(hidden).replaceFirst("$1***");
    }
}
