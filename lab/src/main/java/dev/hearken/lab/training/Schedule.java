package dev.hearken.lab.training;

/** How the learning rate moves from step to step, as a factor on the rate that was asked for. */
public sealed interface Schedule {
    /** Up along a cosine for a quarter of the steps, then down to zero (Smith and Topin, 2018, arXiv:1708.07120). */
    Schedule ONE_CYCLE = new OneCycle(0.25, 0.04);

    /** The factor for one step; {@code progress} runs from 0 to 1 over all epochs, {@code plateaus} counts losses that stopped falling. */
    double factor(double progress, int plateaus);

    /**
     * A linear rise, then half a cosine down to zero (Loshchilov and Hutter, 2017, arXiv:1608.03983, without restarts).
     *
     * @param warmup the share of all steps that rises, in [0, 1)
     */
    record Cosine(double warmup) implements Schedule {
        public Cosine {
            if (!(warmup >= 0 && warmup < 1)) {
                throw new IllegalArgumentException("warmup must be in [0, 1), got " + warmup);
            }
        }

        @Override
        public double factor(double progress, int plateaus) {
            if (progress < warmup) {
                return progress / warmup;
            }
            return 0.5 * (1 + Math.cos(Math.PI * (progress - warmup) / (1 - warmup)));
        }
    }

    /**
     * The full rate until the validation loss stops falling for {@code patience} epochs, then a smaller one, again and again.
     *
     * @param factor what each plateau multiplies the rate by, in (0, 1)
     * @param patience epochs without a better loss that make a plateau
     */
    record ReduceOnPlateau(double factor, int patience) implements Schedule {
        public ReduceOnPlateau {
            if (!(factor > 0 && factor < 1) || patience < 1) {
                throw new IllegalArgumentException(
                        "factor %s must be in (0, 1) and patience %d at least 1".formatted(factor, patience));
            }
        }

        @Override
        public double factor(double progress, int plateaus) {
            return Math.pow(factor, plateaus);
        }
    }

    /**
     * Half a cosine up, half a cosine down to zero.
     *
     * @param rising the share of all steps that rises, in (0, 1)
     * @param start the factor of the first step, in [0, 1]
     */
    record OneCycle(double rising, double start) implements Schedule {
        public OneCycle {
            if (!(rising > 0 && rising < 1) || !(start >= 0 && start <= 1)) {
                throw new IllegalArgumentException("rising for %s from %s".formatted(rising, start));
            }
        }

        @Override
        public double factor(double progress, int plateaus) {
            return progress < rising
                    ? start + (1 - start) * 0.5 * (1 - Math.cos(Math.PI * progress / rising))
                    : 0.5 * (1 + Math.cos(Math.PI * (progress - rising) / (1 - rising)));
        }
    }
}
