package dev.hearken.core.features;

/** How pitch grows with frequency: the two formulas in use. */
public enum MelScale {
    /**
     * Linear below 1 kHz, logarithmic above: librosa's default ({@code htk=False}), torchaudio's {@code mel_scale="slaney"}.
     *
     * <p>Slaney, M.: Auditory Toolbox, version 2, Interval Research technical report 1998-010.
     */
    SLANEY {
        @Override
        double mel(double hz) {
            return hz < BREAK_HZ ? hz / HZ_A_MEL : BREAK_HZ / HZ_A_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
        }

        @Override
        double hz(double mel) {
            double breakMel = BREAK_HZ / HZ_A_MEL;
            return mel < breakMel ? mel * HZ_A_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - breakMel));
        }
    },
    /**
     * {@code 2595 log10(1 + f / 700)}: librosa's {@code htk=True}, torchaudio's default.
     *
     * <p>Young, S. et al.: The HTK Book, section 5.4.
     */
    HTK {
        @Override
        double mel(double hz) {
            return 2595 * Math.log10(1 + hz / 700);
        }

        @Override
        double hz(double mel) {
            return 700 * (Math.pow(10, mel / 2595) - 1);
        }
    };

    private static final double HZ_A_MEL = 200.0 / 3;
    private static final double BREAK_HZ = 1000;

    /** 27 steps from 1 to 6.4 kHz. */
    private static final double LOG_STEP = Math.log(6.4) / 27;

    abstract double mel(double hz);

    abstract double hz(double mel);
}
