package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Words that do not exist and differ from one that does by a phone: {@code gomputer}, {@code computel}. */
final class InventedWords {
    /** For each phone so many of the most alike, */
    private static final int NEAREST = 4;

    /** and so many others of its kind. */
    private static final int OTHERS = 2;

    /** A voice may read invented letters a little differently. */
    private static final double TOLERANCE = 0.45;

    private final Pronouncer pronouncer;
    private final LetterToSound reader;

    InventedWords(Pronouncer pronouncer, LetterToSound reader) {
        this.pronouncer = pronouncer;
        this.reader = reader;
    }

    /** The invented neighbours of a word that are read as they are meant. */
    List<String> near(String word) {
        Pronunciation usual = pronouncer.ofWord(word).get(0);
        List<Graphone> graphones = reader.align(word, usual).orElse(List.of());
        List<String> invented = new ArrayList<>();
        int phone = 0;
        for (int i = 0; i < graphones.size(); i++) {
            if (graphones.get(i).phones().size() == 1) {
                for (Phone other : replacements(usual.phones().get(phone))) {
                    changed(graphones, i, other, usual, phone).ifPresent(invented::add);
                }
            }
            phone += graphones.get(i).phones().size();
        }
        return invented.stream().distinct().toList();
    }

    private static List<Phone> replacements(Phone phone) {
        List<Phone> alike = Arrays.stream(Phone.values())
                .filter(other -> other != phone && other.isVowel() == phone.isVowel())
                .sorted(Comparator.comparingDouble(other -> PhoneDistance.exchange(phone, other)))
                .toList();
        int step = (alike.size() - NEAREST) / OTHERS;
        return Stream.concat(
                        alike.stream().limit(NEAREST),
                        Stream.iterate(NEAREST + step - 1, index -> index + step)
                                .limit(OTHERS)
                                .map(alike::get))
                .toList();
    }

    /** The word with another phone at one place, if no such word exists and the reader reads it so. */
    private Optional<String> changed(List<Graphone> graphones, int index, Phone other, Pronunciation usual, int phone) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < graphones.size(); i++) {
            if (i == index) {
                letters.append(other.spelling());
            } else if (!belongsTo(graphones, i, index)) {
                letters.append(graphones.get(i).letter());
            }
        }
        List<Phone> wanted = new ArrayList<>(usual.phones());
        wanted.set(phone, other);
        Pronunciation meant = new Pronunciation(wanted);
        Predicate<String> exists =
                word -> !PronunciationDictionary.english().pronunciations(word).isEmpty();
        return Optional.of(letters.toString())
                .filter(exists.negate())
                .filter(word -> reader.pronounce(word).stream()
                        .anyMatch(read -> PhoneDistance.between(read, meant) <= TOLERANCE));
    }

    /** Whether a silent letter is the second of a pair that is said as one, as in {@code sh}, {@code ck} and {@code ll}. */
    private static boolean belongsTo(List<Graphone> graphones, int silent, int index) {
        return silent == index + 1
                && graphones.get(silent).isSilent()
                && (graphones.get(silent).letter() == graphones.get(index).letter()
                        || "hk".indexOf(graphones.get(silent).letter()) >= 0);
    }
}
