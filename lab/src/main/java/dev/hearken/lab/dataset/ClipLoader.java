package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Rejection;
import dev.hearken.core.audio.Resampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Reads labelled clips into memory at one sample rate, two at a time.
 *
 * <p>A clip that cannot be read, or that has no samples, is passed over and listed with its reason; only too much sound altogether is an
 * exception, before it fills the memory.
 */
public final class ClipLoader {
    /** Decoding keeps a core busy; more threads than this take turns on the small machines training runs on. */
    private static final int THREADS = 2;

    private final AudioReader reader;
    private final int sampleRateHz;
    private final long maxSamples;

    /**
     * A loader with limits of one's own.
     *
     * @param reader reads each file, within its limits
     * @param sampleRateHz the rate of the waveforms
     * @param maxSamples how many samples all clips together may have at that rate
     */
    public ClipLoader(AudioReader reader, int sampleRateHz, long maxSamples) {
        this.reader = reader;
        this.sampleRateHz = sampleRateHz;
        this.maxSamples = maxSamples;
    }

    /** A loader with the standard limits for a file, and half of the memory Java may use for all of them together. */
    public static ClipLoader at(int sampleRateHz) {
        return new ClipLoader(
                AudioReader.standard(), sampleRateHz, Runtime.getRuntime().maxMemory() / 2 / Float.BYTES);
    }

    /**
     * Loads the clips.
     *
     * @throws HearkenException with code {@code DATASET_TOO_LARGE} if they have more samples than are allowed
     */
    public LoadedClips load(List<LabelledClip> clips) {
        AtomicLong total = new AtomicLong();
        Map<Path, List<LabelledClip>> byFile = clips.stream()
                .collect(Collectors.groupingBy(LabelledClip::file, LinkedHashMap::new, Collectors.toList()));
        List<Callable<Map<LabelledClip, Decoding>>> readings = new ArrayList<>(byFile.size());
        byFile.forEach((file, parts) -> readings.add(() -> read(file, parts, total)));
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try {
            return sort(clips, readers.invokeAll(readings));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while loading clips");
        } finally {
            readers.shutdownNow();
        }
    }

    /** A file is decoded once, however many clips are stretches of it. */
    private Map<LabelledClip, Decoding> read(Path file, List<LabelledClip> clips, AtomicLong total) {
        Decoding whole = reader.read(file);
        Map<LabelledClip, Decoding> parts = new HashMap<>();
        clips.forEach(clip -> parts.computeIfAbsent(clip, unused -> within(total, part(whole, clip))));
        return parts;
    }

    private Decoding part(Decoding whole, LabelledClip clip) {
        Decoding part = clip.span().map(span -> Cut.of(whole, span)).orElse(whole);
        if (part instanceof Decoded decoded) {
            if (decoded.waveform().length() == 0) {
                return new Rejected(Rejection.EMPTY, "it has no samples");
            }
            return new Decoded(Resampler.resample(decoded.waveform(), sampleRateHz), decoded.format());
        }
        return part;
    }

    private Decoding within(AtomicLong total, Decoding decoding) {
        long samples = decoding instanceof Decoded decoded ? decoded.waveform().length() : 0;
        if (total.addAndGet(samples) > maxSamples) {
            throw new HearkenException(
                    HearkenException.Kind.INSUFFICIENT_RESOURCES,
                    "DATASET_TOO_LARGE",
                    "the clips have more than the %d samples at %d Hz that fit into memory; use fewer clips or give Java more (-Xmx)"
                            .formatted(maxSamples, sampleRateHz));
        }
        return decoding;
    }

    private static LoadedClips sort(List<LabelledClip> clips, List<Future<Map<LabelledClip, Decoding>>> readings)
            throws InterruptedException {
        Map<LabelledClip, Decoding> decodings = new HashMap<>();
        for (Future<Map<LabelledClip, Decoding>> reading : readings) {
            decodings.putAll(result(reading));
        }
        List<LoadedClip> loaded = new ArrayList<>();
        List<RejectedClip> passedOver = new ArrayList<>();
        for (LabelledClip clip : clips) {
            Decoding decoding = decodings.get(clip);
            if (decoding instanceof Decoded decoded) {
                loaded.add(new LoadedClip(clip, decoded.waveform()));
            } else if (decoding instanceof Rejected rejected) {
                passedOver.add(new RejectedClip(clip, rejected.reason(), rejected.detail()));
            }
        }
        return new LoadedClips(loaded, passedOver);
    }

    private static <T> T result(Future<T> reading) throws InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof HearkenException named) {
                throw named;
            }
            throw new IllegalStateException("a clip could not be loaded", failure.getCause());
        }
    }
}
