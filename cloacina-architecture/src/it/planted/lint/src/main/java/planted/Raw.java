package planted;

import java.util.List;

final class Raw {
    private Raw() {}

    static int size(List list) {
        return list.size();
    }
}
