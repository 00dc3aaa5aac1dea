package dev.hearken.lab.phonetics;

import dev.hearken.lab.phonetics.Articulation.Consonant;
import dev.hearken.lab.phonetics.Articulation.Vowel;

/** A phone of American English, by its ARPAbet name without stress: the 39 of the CMU Pronouncing Dictionary. */
public enum Phone {
    AA("o", Vowel.at(0, 0.9, false)),
    AE("a", Vowel.at(0.1, 0.1, false)),
    AH("u", Vowel.at(0.45, 0.5, false)),
    AO("aw", Vowel.at(0.3, 1, true)),
    AW("ow", Vowel.at(0, 0.5, false).gliding(0.85, 0.85, true)),
    AY("y", Vowel.at(0, 0.5, false).gliding(0.85, 0.1, false)),
    EH("e", Vowel.at(0.4, 0.1, false)),
    ER("er", Vowel.at(0.5, 0.5, false).coloured()),
    EY("ay", Vowel.at(0.5, 0.05, false).gliding(0.85, 0.1, false)),
    IH("i", Vowel.at(0.85, 0.15, false)),
    IY("ee", Vowel.at(1, 0, false)),
    OW("o", Vowel.at(0.5, 0.9, true).gliding(0.85, 0.85, true)),
    OY("oy", Vowel.at(0.4, 1, true).gliding(0.85, 0.1, false)),
    UH("oo", Vowel.at(0.85, 0.85, true)),
    UW("oo", Vowel.at(1, 0.9, true)),
    B("b", stop(Place.LIPS, true)),
    CH("ch", affricate(false)),
    D("d", stop(Place.RIDGE, true)),
    DH("th", fricative(Place.TEETH, true)),
    F("f", fricative(Place.LIP_AND_TEETH, false)),
    G("g", stop(Place.VELUM, true)),
    HH("h", fricative(Place.GLOTTIS, false)),
    JH("j", affricate(true)),
    K("k", stop(Place.VELUM, false)),
    L("l", new Consonant(Place.RIDGE, Manner.APPROXIMANT, true, false, true, false)),
    M("m", nasal(Place.LIPS)),
    N("n", nasal(Place.RIDGE)),
    NG("ng", nasal(Place.VELUM)),
    P("p", stop(Place.LIPS, false)),
    R("r", new Consonant(Place.BEHIND_RIDGE, Manner.APPROXIMANT, true, false, false, true)),
    S("s", fricative(Place.RIDGE, false)),
    SH("sh", fricative(Place.BEHIND_TIP, false)),
    T("t", stop(Place.RIDGE, false)),
    TH("th", fricative(Place.TEETH, false)),
    V("v", fricative(Place.LIP_AND_TEETH, true)),
    W("w", new Consonant(Place.LIPS, Manner.APPROXIMANT, true, false, false, false)),
    Y("y", new Consonant(Place.PALATE, Manner.APPROXIMANT, true, false, false, false)),
    Z("z", fricative(Place.RIDGE, true)),
    ZH("zh", fricative(Place.BEHIND_TIP, true));

    private final String spelling;
    /** Records of numbers. */
    @SuppressWarnings("Immutable")
    private final Articulation articulation;

    Phone(String spelling, Articulation articulation) {
        this.spelling = spelling;
        this.articulation = articulation;
    }

    /** Letters that are usually read as this phone, to invent words with. */
    String spelling() {
        return spelling;
    }

    Articulation articulation() {
        return articulation;
    }

    /** Its place in tables, which are never stored. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    /** Whether it makes a syllable. */
    public boolean isVowel() {
        return articulation instanceof Vowel;
    }

    private static Consonant stop(double place, boolean voiced) {
        return new Consonant(place, Manner.STOP, voiced, false, false, false);
    }

    private static Consonant nasal(double place) {
        return new Consonant(place, Manner.STOP, true, true, false, false);
    }

    private static Consonant fricative(double place, boolean voiced) {
        return new Consonant(place, Manner.FRICATIVE, voiced, false, false, false);
    }

    private static Consonant affricate(boolean voiced) {
        return new Consonant(Place.BEHIND_TIP, Manner.AFFRICATE, voiced, false, false, false);
    }

    /** Where the mouth is narrowest, as ALINE counts. */
    private static final class Place {
        private static final double LIPS = 1;
        private static final double LIP_AND_TEETH = 0.95;
        private static final double TEETH = 0.9;
        private static final double RIDGE = 0.85;
        private static final double BEHIND_RIDGE = 0.8;
        private static final double BEHIND_TIP = 0.75;
        private static final double PALATE = 0.7;
        private static final double VELUM = 0.6;
        private static final double GLOTTIS = 0.1;
    }

    /** How narrow it is, as ALINE counts. */
    private static final class Manner {
        private static final double STOP = 1;
        private static final double AFFRICATE = 0.9;
        private static final double FRICATIVE = 0.8;
        private static final double APPROXIMANT = 0.6;
    }
}
