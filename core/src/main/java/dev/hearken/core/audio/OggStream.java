package dev.hearken.core.audio;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The packets of the first logical stream of an Ogg file (RFC 3533). Pages of other streams are stepped over; every page must match its
 * check sum; what stands behind the stream's last page is not read.
 */
final class OggStream {
    private static final int HEADER_BYTES = 27;
    private static final int CONTINUED = 1;
    private static final int BEGIN = 2;
    private static final int END = 4;
    /** Larger packets (pictures among the comments come near) serve only to fill memory. */
    private static final int MAX_PACKET_BYTES = 1 << 24;

    private static final int[] CRC32 = table();

    private final AudioInput input;
    private final Deque<OggPacket> ready = new ArrayDeque<>();
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private int serial;
    private int nextPage;
    private boolean started;
    private boolean ended;

    OggStream(AudioInput input) {
        this.input = input;
    }

    /**
     * The next packet.
     *
     * @throws EOFException if the file ends before the stream does
     * @throws RejectedAudio if the pages are not well formed, or no packet is left
     */
    OggPacket next() throws IOException, RejectedAudio {
        while (ready.isEmpty()) {
            require(!ended, "the stream ends without an ending packet");
            readPage();
        }
        return ready.removeFirst();
    }

    private void readPage() throws IOException, RejectedAudio {
        byte[] header = readExactly(HEADER_BYTES);
        require(Magic.at(header, 0, "OggS") && header[4] == 0, "no page where one should begin");
        byte[] lacing = readExactly(header[26] & 0xFF);
        int size = 0;
        for (byte length : lacing) {
            size += length & 0xFF;
        }
        byte[] body = readExactly(size);
        checkSum(header, lacing, body);
        int flags = header[5];
        int page = int32(header, 18);
        if (!started) {
            require((flags & BEGIN) != 0, "the first page begins no stream");
            started = true;
            serial = int32(header, 14);
            nextPage = page;
        }
        if (int32(header, 14) == serial) {
            require(page == nextPage++, "a page is missing");
            require((flags & CONTINUED) != 0 || unfinished.size() == 0, "a packet is not continued");
            ended = (flags & END) != 0;
            splitPackets(lacing, body, (flags & CONTINUED) != 0 && unfinished.size() == 0, int64(header, 6));
        }
    }

    /** The lacing values add up to packets: 255 means that more follows. */
    private void splitPackets(byte[] lacing, byte[] body, boolean orphaned, long granule) throws RejectedAudio {
        require(!orphaned, "a packet has no beginning");
        int lastEnd = lacing.length - 1;
        while (lastEnd >= 0 && lacing[lastEnd] == (byte) 255) {
            lastEnd--;
        }
        int at = 0;
        for (int segment = 0; segment < lacing.length; segment++) {
            int length = lacing[segment] & 0xFF;
            unfinished.write(body, at, length);
            at += length;
            if (length < 255) {
                boolean closesPage = segment == lastEnd;
                ready.add(new OggPacket(unfinished.toByteArray(), closesPage ? granule : -1, closesPage && ended));
                unfinished.reset();
            }
        }
        require(unfinished.size() <= MAX_PACKET_BYTES, "a packet larger than " + MAX_PACKET_BYTES + " bytes");
    }

    private byte[] readExactly(int count) throws IOException {
        byte[] bytes = input.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static void checkSum(byte[] header, byte[] lacing, byte[] body) throws RejectedAudio {
        int announced = int32(header, 22);
        for (int i = 22; i < 26; i++) {
            header[i] = 0; // the sum was taken with zeros in its own place
        }
        require(crc(crc(crc(0, header), lacing), body) == announced, "a page does not match its check sum");
    }

    /** Continues the CRC-32 (polynomial 0x04C11DB7, not reflected) of a page. */
    static int crc(int before, byte[] bytes) {
        int crc = before;
        for (byte next : bytes) {
            crc = (crc << 8) ^ CRC32[(crc >>> 24) ^ (next & 0xFF)];
        }
        return crc;
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | ((bytes[at + 3] & 0xFF) << 24);
    }

    private static long int64(byte[] bytes, int at) {
        return (int32(bytes, at) & 0xFFFF_FFFFL) | ((long) int32(bytes, at + 4) << 32);
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = (value << 1) ^ ((value >> 31) & 0x04C11DB7);
            }
            table[i] = value;
        }
        return table;
    }

    private static void require(boolean holds, String otherwise) throws RejectedAudio {
        if (!holds) {
            throw new RejectedAudio(Rejection.MALFORMED, "Ogg: " + otherwise);
        }
    }
}
