package dev.hearken.lab.training;

/**
 * How a network is trained; every number can be overridden by its dotted name, such as {@code training.epochs=20}.
 *
 * @param epochs how often every clip is seen at most
 * @param batchSize examples a step
 * @param learningRate the highest rate of the schedule
 * @param weightDecay decoupled, on matrices and kernels
 * @param schedule {@code cosine} or {@code plateau}
 * @param warmup cosine: the share of all steps in which the rate rises
 * @param plateauFactor plateau: what the rate is multiplied by
 * @param plateauPatience plateau: epochs without a better validation loss that make one
 * @param patience stop after this many epochs without a better validation loss; 0 never stops early
 * @param labelSmoothing the share of the target spread over all labels (Szegedy et al., 2016)
 * @param mixup the Beta distribution's parameter for mixing pairs of examples (Zhang et al., 2018); 0 mixes none
 * @param classWeights whether rare labels weigh more, so that each label weighs the same in all
 * @param gradientClip the greatest norm of a step's gradient; larger ones are scaled down
 * @param passes how many versions of each clip are used in turn, the first as recorded; 0 augments afresh every epoch
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        double learningRate,
        double weightDecay,
        String schedule,
        double warmup,
        double plateauFactor,
        int plateauPatience,
        int patience,
        double labelSmoothing,
        double mixup,
        boolean classWeights,
        double gradientClip,
        int passes) {
    public TrainingSettings {
        require(epochs >= 1 && epochs <= 10_000, "training.epochs", epochs, "between 1 and 10000");
        require(batchSize >= 1 && batchSize <= 4096, "training.batch_size", batchSize, "between 1 and 4096");
        require(learningRate > 0 && learningRate <= 10, "training.learning_rate", learningRate, "in (0, 10]");
        require(weightDecay >= 0, "training.weight_decay", weightDecay, "not negative");
        require(patience >= 0, "training.patience", patience, "not negative");
        require(labelSmoothing >= 0 && labelSmoothing < 1, "training.label_smoothing", labelSmoothing, "in [0, 1)");
        require(mixup >= 0, "training.mixup", mixup, "not negative");
        require(gradientClip > 0, "training.gradient_clip", gradientClip, "positive");
        require(passes >= 0, "training.passes", passes, "not negative");
        require(
                schedule.equals("cosine") || schedule.equals("plateau"),
                "training.schedule",
                schedule,
                "cosine or plateau");
    }

    Schedule toSchedule() {
        return schedule.equals("cosine")
                ? new Schedule.Cosine(warmup)
                : new Schedule.ReduceOnPlateau(plateauFactor, plateauPatience);
    }

    private static void require(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", got " + value);
        }
    }
}
