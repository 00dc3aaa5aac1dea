package dev.hearken.lab.recipes;

import dev.hearken.core.features.ClipStatistics;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.Levelled;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.LogScale;
import dev.hearken.core.features.MelBank;
import dev.hearken.core.features.Mfcc;
import dev.hearken.core.features.Padding;
import dev.hearken.core.features.PooledStatistics;
import dev.hearken.core.features.SideBySide;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.Stft;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.network.BcResNet;
import dev.hearken.lab.network.CnnLstmAttention;
import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.DenseHead;
import dev.hearken.lab.network.DigitCnn;
import dev.hearken.lab.network.DsCnn;
import dev.hearken.lab.network.EmbeddingHead;
import dev.hearken.lab.network.LinearHead;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.ResidualCnn;
import dev.hearken.lab.network.TcResNet;
import java.util.List;

/** The networks recipes choose from, by name, each with the front end it listens through. */
final class Architectures {
    /** Google's pretrained speech embedding with a small head: for voices and sounds nobody has recorded yet. */
    static final String EMBEDDING = "embedding";

    /** Averages of the same embedding, early and late, and a linear head: for long clips of speech. */
    static final String STATISTICS = "statistics";

    /** Averages of its early layers alone: for sounds that are a texture, and for few clips. */
    static final String SOUND_STATISTICS = "sound-statistics";

    /** Hidden states of a network the user brings, with the same head as the embedding's. */
    static final String WAV2VEC2 = "wav2vec2";

    private static final FrontEnd SOUNDS = SpeechEmbedding.robust(SpeechEmbedding.SOUND_LAYERS);

    /** As released: the robust one has heard half of the scored English that {@code talent} is judged on, though not its scores. */
    private static final FrontEnd RELEASED_SOUNDS = new SpeechEmbedding(SpeechEmbedding.SOUND_LAYERS);

    /** The reference keyword system's: 49 frames a second of 40 coefficients. */
    private static final Mfcc SLOW_MFCC = new Mfcc(
            new LogMel(
                    new Stft(16000, 640, 640, 320, Padding.NONE),
                    MelBank.slaney(64, 20, 7600),
                    LogMel.Spectrum.POWER,
                    LogScale.decibels(1e-10f)),
            40);

    private static final Licence EMBEDDING_LICENCE =
            new Licence("Google speech embedding 1", "Apache-2.0", "Google; converted to ONNX by openWakeWord");

    /** Every clip is scaled to this: a word is the same word whispered into a far microphone. */
    private static final float PEAK = 0.3f;

    private Architectures() {}

    /** What the network listens through; {@code logMel} unless it brings a pretrained front end. */
    static FrontEnd frontEnd(Settings settings, LogMel logMel) {
        String network = settings.network();
        if (network.equals("dense")) {
            return ClipStatistics.reference();
        }
        if (network.equals(WAV2VEC2)) {
            return settings.frontEnd().open();
        }
        return new Levelled(
                switch (network) {
                    case EMBEDDING -> SOUNDS;
                    case SOUND_STATISTICS -> new PooledStatistics(List.of(SOUNDS));
                    case STATISTICS -> new PooledStatistics(List.of(RELEASED_SOUNDS, SpeechEmbedding.whole()));
                    case "cnn-lstm-attention" -> SLOW_MFCC;
                    case "residual-cnn" -> new SideBySide(LogMel.speech16k(), Mfcc.keywords16k());
                    default -> logMel;
                },
                PEAK);
    }

    /** The network of this name, with so many outputs. */
    static Network network(String name, int outputs) {
        return switch (name) {
            case EMBEDDING, WAV2VEC2 -> new EmbeddingHead(outputs, 128, 0.3f);
            case STATISTICS, SOUND_STATISTICS -> new LinearHead(outputs, 0.3f);
            case "tcresnet" -> new TcResNet(outputs, 40, 0.1f);
            case "dscnn-s" -> new DsCnn(outputs, DsCnn.Size.S, 0.1f);
            case "dscnn-m" -> new DsCnn(outputs, DsCnn.Size.M, 0.1f);
            case "dscnn-l" -> new DsCnn(outputs, DsCnn.Size.L, 0.1f);
            case "cnn-lstm-attention" -> new CnnLstmAttention(outputs, 0.3f);
            case "residual-cnn" -> new ResidualCnn(outputs, 3, 0.2f);
            case "dense" -> new DenseHead(outputs, 0.3f);
            case "crnn" -> new Crnn(outputs, 0.1f);
            case "bcresnet1" -> new BcResNet(outputs, 1, 0.1f);
            case "bcresnet2" -> new BcResNet(outputs, 2, 0.1f);
            case "bcresnet3" -> new BcResNet(outputs, 3, 0.1f);
            case "bcresnet6" -> new BcResNet(outputs, 6, 0.1f);
            case "bcresnet8" -> new BcResNet(outputs, 8, 0.1f);
            case "cnn" -> new DigitCnn(outputs, 0.3f);
            default -> throw new IllegalArgumentException("no network " + name);
        };
    }

    /** The works a model with this network rests on. */
    static List<Licence> licences(Settings settings) {
        if (settings.network().equals(WAV2VEC2)) {
            return List.of(settings.frontEnd().licence());
        }
        return isPretrained(settings.network()) ? List.of(EMBEDDING_LICENCE) : List.of();
    }

    static boolean isPretrained(String network) {
        return List.of(EMBEDDING, STATISTICS, SOUND_STATISTICS, WAV2VEC2).contains(network);
    }
}
