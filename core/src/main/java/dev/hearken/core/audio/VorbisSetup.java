package dev.hearken.core.audio;

/**
 * A look through the setup header of a Vorbis stream (Vorbis I specification, section 4.2.4) before the decoding library sees it: the
 * library takes sizes up to 2^40 at their word and would fill the memory. The bounds leave room for more than
 * ten times what encoders write.
 */
final class VorbisSetup {
    private static final int MARK_BITS = 8 * 7;
    private static final int BOOK_SYNC = 0x564342;
    /** From 32 on, the library's whole-number powers overflow. */
    private static final int MAX_DIMENSIONS = 30;

    private static final int MAX_ENTRIES = 1 << 17;
    private static final int MAX_VALUES = 1 << 20;

    private final VorbisBits bits;
    private final VorbisHeader header;
    private int[] dimensions = new int[0];
    private int[] entries = new int[0];

    private VorbisSetup(byte[] packet, VorbisHeader header) {
        this.bits = new VorbisBits(packet);
        this.header = header;
    }

    /** Returns normally if the library can be given this packet. */
    static void check(byte[] packet, VorbisHeader header) throws RejectedAudio {
        new VorbisSetup(packet, header).check();
    }

    private void check() throws RejectedAudio {
        bits.skip(MARK_BITS);
        checkBooks();
        int times = (int) bits.read(6) + 1;
        for (int i = 0; i < times; i++) {
            require(bits.read(16) == 0, "a time transform");
        }
        int floors = (int) bits.read(6) + 1;
        for (int i = 0; i < floors; i++) {
            checkFloor();
        }
        int residues = (int) bits.read(6) + 1;
        for (int i = 0; i < residues; i++) {
            checkResidue();
        }
    }

    private void checkBooks() throws RejectedAudio {
        int books = (int) bits.read(8) + 1;
        dimensions = new int[books];
        entries = new int[books];
        long allEntries = 0;
        long allValues = 0;
        for (int book = 0; book < books; book++) {
            require(bits.read(24) == BOOK_SYNC, "no code book where one should begin");
            dimensions[book] = (int) bits.read(16);
            entries[book] = (int) bits.read(24);
            allEntries += entries[book];
            allValues += (long) entries[book] * dimensions[book];
            require(dimensions[book] >= 1 && dimensions[book] <= MAX_DIMENSIONS, "a code book's dimensions");
            require(entries[book] >= 1 && allEntries <= MAX_ENTRIES && allValues <= MAX_VALUES, "huge code books");
            skipLengths(entries[book]);
            skipValues(dimensions[book], entries[book]);
        }
    }

    private void skipLengths(int count) throws RejectedAudio {
        boolean ordered = bits.readFlag();
        if (ordered) {
            bits.read(5);
            int done = 0;
            while (done < count) {
                done += (int) bits.read(bitLength(count - done));
                require(done <= count, "a code book longer than itself");
            }
            return;
        }
        boolean sparse = bits.readFlag();
        for (int i = 0; i < count; i++) {
            if (!sparse || bits.readFlag()) {
                bits.read(5);
            }
        }
    }

    private void skipValues(int dimensions, int entries) throws RejectedAudio {
        int lookup = (int) bits.read(4);
        require(lookup <= 2, "a reserved code book lookup");
        if (lookup > 0) {
            bits.read(32);
            bits.read(32);
            int valueBits = (int) bits.read(4) + 1;
            bits.read(1);
            long values = lookup == 1 ? root(entries, dimensions) : (long) entries * dimensions;
            bits.skip(values * valueBits);
        }
    }

    private void checkFloor() throws RejectedAudio {
        long type = bits.read(16);
        require(type <= 1, "a floor of a reserved type");
        if (type == 0) {
            bits.skip(8 + 16 + 16 + 6 + 8);
            int books = (int) bits.read(4) + 1;
            bits.skip(8L * books);
            return;
        }
        int partitions = (int) bits.read(5);
        int[] classOf = new int[partitions];
        int classes = 0;
        for (int i = 0; i < partitions; i++) {
            classOf[i] = (int) bits.read(4);
            classes = Math.max(classes, classOf[i] + 1);
        }
        int[] sizeOf = new int[classes];
        for (int i = 0; i < classes; i++) {
            sizeOf[i] = (int) bits.read(3) + 1;
            int subclasses = (int) bits.read(2);
            bits.skip((subclasses > 0 ? 8 : 0) + 8L * (1 << subclasses));
        }
        bits.skip(2);
        int rangeBits = (int) bits.read(4);
        for (int i = 0; i < partitions; i++) {
            bits.skip((long) rangeBits * sizeOf[classOf[i]]);
        }
    }

    private void checkResidue() throws RejectedAudio {
        require(bits.read(16) <= 2, "a residue of a reserved type");
        long begin = bits.read(24);
        long end = bits.read(24);
        require(begin <= end && end <= (long) header.longBlock() * header.channels(), "a residue beyond its block");
        bits.skip(24);
        int classes = (int) bits.read(6) + 1;
        int book = (int) bits.read(8);
        require(book < entries.length, "a residue without its code book");
        double combinations = Math.pow(classes, dimensions[book]);
        require(combinations <= entries[book], "a residue with too many classes for its code book");
        int stages = 0;
        for (int i = 0; i < classes; i++) {
            stages += Long.bitCount(bits.read(3));
            if (bits.readFlag()) {
                stages += Long.bitCount(bits.read(5));
            }
        }
        bits.skip(8L * stages);
    }

    /** The largest number whose {@code power}-th power is at most {@code of}. */
    private static int root(int of, int power) {
        int root = 1;
        while (Math.pow(root + 1.0, power) <= of) {
            root++;
        }
        return root;
    }

    private static int bitLength(int value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(value);
    }

    private static void require(boolean holds, String otherwise) throws RejectedAudio {
        VorbisHeader.require(holds, otherwise);
    }
}
