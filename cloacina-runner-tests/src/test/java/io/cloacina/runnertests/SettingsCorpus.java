package io.cloacina.runnertests;

import java.util.List;

/** Lists of settings, as other libraries take them, which have no scheme, as a file's name has none. The words in capitals are those of {@link UrlCase}. */
final class SettingsCorpus {

    private SettingsCorpus() {}

    /** All of them. */
    static List<String> all() {
        return List.of(
                "host=127.0.0.1 port=DOOR dbname=d user=u password=SECRET",
                "password=SECRET host=127.0.0.1 port=DOOR",
                "  HOST = 127.0.0.1 PASSWORD = SECRET",
                "application_name=x sslmode=disable host='127.0.0.1'password='SECRET'",
                "application_name='a=b' password = 'a\\' SECRET' dbname=d.db",
                "host=127.0.0.1 dbname=d.db sslpassword=SECRET user=u.db",
                "host=/DIR user=u password=a/SECRET",
                "host=127.0.0.1 password=a?SECRET=b",
                "host=127.0.0.1 password=a:SECRET@b",
                "host=127.0.0.1NEWLINEport=DOORNEWLINEpassword=SECRET",
                "Host=127.0.0.1;Port=DOOR;Database=d;Username=u;Password=SECRET",
                "Server=tcp:127.0.0.1,DOOR;User Id=u;Pwd=a SECRET;",
                "Data Source=127.0.0.1; User ID=u; Password=SECRET.db");
    }
}
