package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;

/** A recording as another implementation decoded it: one line of {@code make_golden.py}. */
record Golden(String name, int sampleRateHz, int channels, int samples, double rms, List<String> values) {
    static List<Golden> read(String resource) {
        return lines(resource).stream().map(Golden::parse).toList();
    }

    static List<String> lines(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] bytes(String resource) {
        try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of real recordings, which may be absent. */
    static Path sharedData() {
        String named = System.getenv("HEARKEN_DATA");
        return named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
    }

    /** The decoded waveform has this length and these samples, within {@code tolerance}. */
    void requireSame(Decoding decoding, double tolerance) {
        Decoded decoded = assertThat(decoding)
                .as(name)
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.class))
                .actual();
        Waveform waveform = decoded.waveform();
        assertThat(decoded.format().channels()).as(name).isEqualTo(channels);
        assertThat(waveform.sampleRateHz()).as(name).isEqualTo(sampleRateHz);
        assertThat(waveform.length()).as(name).isEqualTo(samples);
        for (String value : values) {
            int colon = value.indexOf(':');
            int index = Integer.parseInt(value.substring(0, colon));
            assertThat((double) waveform.sample(index))
                    .as("%s, sample %d", name, index)
                    .isCloseTo(Double.parseDouble(value.substring(colon + 1)), within(tolerance));
        }
        assertThat(rms(waveform)).as(name).isCloseTo(rms, within(tolerance));
    }

    private static Golden parse(String line) {
        List<String> cells = List.of(line.split("\t"));
        return new Golden(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                Integer.parseInt(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                cells.subList(5, cells.size()));
    }

    private static double rms(Waveform waveform) {
        double sum = 0;
        for (int i = 0; i < waveform.length(); i++) {
            sum += (double) waveform.sample(i) * waveform.sample(i);
        }
        return Math.sqrt(sum / waveform.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
