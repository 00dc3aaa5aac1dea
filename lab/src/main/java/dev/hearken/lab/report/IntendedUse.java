package dev.hearken.lab.report;

/**
 * What a recipe's models are meant for.
 *
 * @param meant in one sentence
 * @param notMeant what they must not be relied on for, in one sentence
 */
public record IntendedUse(String meant, String notMeant) {
    /** The use of a recipe's models; of a recipe not known here, what holds for every classifier. */
    public static IntendedUse of(String recipe) {
        return switch (recipe) {
            case "digits" ->
                new IntendedUse(
                        "Single spoken English digits, one in a clip: menus, codes, teaching.",
                        "Running speech, other languages, and speech that is no digit: it always chooses one of ten.");
            case "keywords" ->
                new IntendedUse(
                        "Short command words in everyday noise, on small devices.",
                        "Transcribing speech, telling speakers apart, or switching anything that can harm.");
            case "faults" ->
                new IntendedUse(
                        "A first hint that a machine sounds unlike its usual self, for a person to look into.",
                        "Safety shut-off, or machines whose sounds are unlike those it was measured on.");
            case "talent" ->
                new IntendedUse(
                        "Practice feedback on how fluent a recorded voice sounds to listeners like those who scored the clips.",
                        "Decisions about people, such as hiring, grading or admission, and other kinds of voice than those scored.");
            default ->
                new IntendedUse(
                        "Recordings like those it was measured on: the same microphones, rooms and kinds of speaker.",
                        "Anything where a wrong answer harms, and recordings unlike those it was measured on.");
        };
    }
}
