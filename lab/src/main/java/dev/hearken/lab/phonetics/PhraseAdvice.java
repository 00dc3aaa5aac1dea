package dev.hearken.lab.phonetics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a phrase before a detector is trained for it.
 *
 * @param phrase as it is said
 * @param pronunciations every way to say it, the usual one first
 * @param perHour how often an hour of talk is expected to hold it
 * @param alikePerHour how often it is expected to hold something nearer than {@link PhraseAdvisor#ALIKE}
 * @param confusions what it is likeliest to be taken for, the likeliest first
 * @param outlook the worst of the remarks', or good
 * @param remarks what stands against it
 * @param variants longer phrases with a better outlook, or with fewer words that sound alike
 */
public record PhraseAdvice(
        SpokenPhrase phrase,
        List<Pronunciation> pronunciations,
        double perHour,
        double alikePerHour,
        List<Confusion> confusions,
        Outlook outlook,
        List<Remark> remarks,
        List<String> variants) {
    public PhraseAdvice {
        pronunciations = List.copyOf(pronunciations);
        confusions = List.copyOf(confusions);
        remarks = List.copyOf(remarks);
        variants = List.copyOf(variants);
    }

    /** The usual way to say it. */
    public Pronunciation pronunciation() {
        return pronunciations.get(0);
    }

    /** For programs; docs/phonetics.md shows it. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phrase", phrase.text());
        json.put("outlook", word(outlook));
        json.put(
                "pronunciations",
                pronunciations.stream().map(Pronunciation::toString).toList());
        json.put("phones", pronunciation().length());
        json.put("syllables", pronunciation().syllables());
        json.put("per_hour", rounded(perHour));
        json.put("alike_per_hour", rounded(alikePerHour));
        json.put("remarks", remarks.stream().map(PhraseAdvice::toJson).toList());
        json.put("confusions", confusions.stream().map(PhraseAdvice::toJson).toList());
        json.put("variants", variants);
        return json;
    }

    private static Map<String, Object> toJson(Remark remark) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", remark.code().name());
        json.put("outlook", word(remark.outlook()));
        json.put("message", remark.sentence());
        return json;
    }

    private static Map<String, Object> toJson(Confusion confusion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", confusion.confuser().text());
        json.put("distance", Math.rint(confusion.confuser().distance() * 100) / 100);
        json.put("kind", word(confusion.confuser().kind()));
        json.put("per_hour", rounded(confusion.perHour()));
        return json;
    }

    /** For people. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append("\"%s\" is said %s%n".formatted(phrase.text(), pronunciation()));
        text.append("%d phones, %d syllables, expected %s in an hour of talk, and %s what sounds much like it%n"
                .formatted(pronunciation().length(), pronunciation().syllables(), times(perHour), times(alikePerHour)));
        text.append("outlook: %s%n".formatted(word(outlook)));
        remarks.forEach(remark -> text.append("- %s%n".formatted(remark.sentence())));
        text.append("likely confusions (distance in phones, times an hour):%n".formatted());
        confusions.forEach(confusion -> text.append("  %-28s %.2f   %s%n"
                .formatted(confusion.confuser().text(), confusion.confuser().distance(), times(confusion.perHour()))));
        if (!variants.isEmpty()) {
            text.append("better: %s%n".formatted(String.join(", ", variants)));
        }
        return text.toString().stripTrailing();
    }

    private static String times(double perHour) {
        return perHour < 0.001 ? "less than 0.001 times" : "%.3g times".formatted(perHour);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double rounded(double perHour) {
        return perHour == 0 ? 0 : Double.parseDouble("%.3g".formatted(perHour));
    }
}
