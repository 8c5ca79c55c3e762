package io.cloacina.domain.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    @Test
    void the_nearest_come_first_and_at_most_three() {
        assertThat(NearestNames.to("chargr", List.of("charged", "charge", "recharge", "charger", "chargrs", "ship")))
                .containsExactly("charge", "charger", "chargrs");
    }

    @Test
    void a_short_name_is_near_to_few() {
        assertThat(NearestNames.to("ab", List.of("cd", "ac", "abc"))).isEmpty();
        assertThat(NearestNames.to("abc", List.of("abd", "xyz"))).containsExactly("abd");
        assertThat(NearestNames.to("", List.of("a"))).isEmpty();
    }

    @Test
    void edits_are_counted_as_the_definition_says() {
        SeededCases.check(300, random -> {
            String one = word(random);
            String other = word(random);
            assertThat(NearestNames.edits(one, other)).isEqualTo(naiveEdits(one, other));
        });
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        random.ints(random.nextInt(6), 'a', 'd').forEach(letter -> word.append((char) letter));
        return word.toString();
    }

    private static int naiveEdits(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        String restOfOne = one.substring(1);
        String restOfOther = other.substring(1);
        int replaced = naiveEdits(restOfOne, restOfOther) + (one.charAt(0) == other.charAt(0) ? 0 : 1);
        return Math.min(replaced, 1 + Math.min(naiveEdits(restOfOne, other), naiveEdits(one, restOfOther)));
    }
}
