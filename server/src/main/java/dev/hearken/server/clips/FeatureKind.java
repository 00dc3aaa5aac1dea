package dev.hearken.server.clips;

import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.Mfcc;
import dev.hearken.server.problems.ProblemException;
import org.springframework.http.HttpStatus;

/** What can be looked at in a recording. */
enum FeatureKind {
    /** How loud each of 40 pitch bands is, in nepers of power. */
    LOG_MEL("log-mel"),
    /** 40 cepstral coefficients of 64 bands. */
    MFCC("mfcc");

    private final String word;

    FeatureKind(String word) {
        this.word = word;
    }

    static FeatureKind parse(String word) {
        for (FeatureKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", "kind is log-mel or mfcc, got \"" + word + "\"");
    }

    String word() {
        return word;
    }

    FrontEnd frontEnd() {
        return switch (this) {
            case LOG_MEL -> LogMel.speech16k();
            case MFCC -> Mfcc.keywords16k();
        };
    }
}
