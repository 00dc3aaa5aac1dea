package dev.hearken.lab.phonetics;

/**
 * How a phone is made, in numbers that can be subtracted: the places and manners are those of ALINE (Kondrak: A new algorithm for the
 * alignment of phonetic sequences, NAACL 2000, table 2), the vowels stand where the IPA's chart has them.
 */
sealed interface Articulation {
    /** How unlike the other is: 0 if equal, 1 at most. */
    double unlike(Articulation other);

    /**
     * A consonant.
     *
     * @param place from the lips, 1, to the glottis, 0.1
     * @param manner from closure, 1, by friction, 0.8, to an approximant, 0.6
     */
    record Consonant(double place, double manner, boolean voiced, boolean nasal, boolean lateral, boolean retroflex)
            implements Articulation {
        // ALINE's saliences; a sum of 40 is as unlike as consonants get.
        private static final double PLACE = 40;
        private static final double MANNER = 50;
        private static final double FLAG = 10;
        private static final double MOST = 40;

        @Override
        public double unlike(Articulation other) {
            if (!(other instanceof Consonant that)) {
                return 1;
            }
            double sum = PLACE * Math.abs(place - that.place)
                    + MANNER * Math.abs(manner - that.manner)
                    + flag(voiced, that.voiced)
                    + flag(nasal, that.nasal)
                    + flag(lateral, that.lateral)
                    + flag(retroflex, that.retroflex);
            return Math.min(1, sum / MOST);
        }

        private static double flag(boolean one, boolean other) {
            return one == other ? 0 : FLAG;
        }
    }

    /**
     * Where the tongue stands.
     *
     * @param height 1 close, 0 open
     * @param backness 0 front, 1 back
     */
    record Target(double height, double backness, boolean rounded) {
        private double unlike(Target that) {
            return 0.5 * Math.abs(height - that.height)
                    + 0.35 * Math.abs(backness - that.backness)
                    + (rounded == that.rounded ? 0 : 0.15);
        }
    }

    /** A vowel; a diphthong moves from one target to another, and its beginning is heard more. */
    record Vowel(Target start, Target end, boolean rhotic) implements Articulation {
        private static final double START = 0.6;
        private static final double RHOTIC = 0.25;

        /** As unlike as vowels get, {@code IY} and {@code AA} but for a little. */
        private static final double MOST = 0.7;

        static Vowel at(double height, double backness, boolean rounded) {
            Target target = new Target(height, backness, rounded);
            return new Vowel(target, target, false);
        }

        Vowel gliding(double height, double backness, boolean rounded) {
            return new Vowel(start, new Target(height, backness, rounded), rhotic);
        }

        Vowel coloured() {
            return new Vowel(start, end, true);
        }

        @Override
        public double unlike(Articulation other) {
            if (!(other instanceof Vowel that)) {
                return 1;
            }
            double moved = START * start.unlike(that.start) + (1 - START) * end.unlike(that.end);
            return Math.min(1, (moved + (rhotic == that.rhotic ? 0 : RHOTIC)) / MOST);
        }
    }
}
