package dev.hearken.lab.phonetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phones wholly another count 1, alike ones less; worked by hand from {@link Articulation}. */
class PhoneDistanceTest {
    @Test
    void everyPhoneIsItselfAndNoOtherAndDistancesAreSymmetric() {
        for (Phone one : Phone.values()) {
            for (Phone other : Phone.values()) {
                double distance = PhoneDistance.exchange(one, other);
                assertThat(distance)
                        .isEqualTo(PhoneDistance.exchange(other, one))
                        .isLessThanOrEqualTo(1);
                assertThat(distance == 0).isEqualTo(one == other);
                assertThat(one == other || distance >= 0.2).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "P IH N, B IH N, 0.4", // voiced or not: 10 of 40, on top of 0.2
        "P IH N, T IH N, 0.32", // another place: 40 x 0.15 of 40
        "P IH N, P IH N Z, 1", // one phone more
        "AH P IH N, P IH N, 0.6", // a vowel that connected speech drops
        "S IH, S AY, 0.58", // from a close vowel to a diphthong that ends as one
        "B IY, B AA, 1",
        "S IY, SH IY, 0.28"
    })
    void alikePhonesAreNear(String one, String other, double distance) {
        assertThat(PhoneDistance.between(Pronunciation.parse(one), Pronunciation.parse(other)))
                .isCloseTo(distance, within(0.005));
    }

    @Test
    void aPhraseThatIsContainedIsAtNoDistanceWhateverStandsAroundIt() {
        Pronunciation phrase = Pronunciation.parse("JH AA R V IH S");
        Pronunciation heard = Pronunciation.parse("DH AH JH AA R V IH S IY Z");
        assertThat(PhoneDistance.within(heard, phrase)).isZero();
        assertThat(PhoneDistance.between(heard, phrase)).isGreaterThan(2);
    }

    @Test
    void aPartOfAPhraseLacksTheRestOfIt() {
        assertThat(PhoneDistance.within(Pronunciation.parse("JH AA R"), Pronunciation.parse("JH AA R V IH S")))
                .isEqualTo(3);
    }
}
