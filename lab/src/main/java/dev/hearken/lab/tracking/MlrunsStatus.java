package dev.hearken.lab.tracking;

import dev.hearken.store.runs.Run.State;
import java.util.Arrays;

/** MLflow's states of a run, by their numbers in {@code meta.yaml} (RunStatus in mlflow/protos/service.proto). */
enum MlrunsStatus {
    RUNNING(1, State.RUNNING),
    SCHEDULED(2, State.RUNNING),
    FINISHED(3, State.FINISHED),
    FAILED(4, State.FAILED),
    KILLED(5, State.STOPPED);

    private final int number;
    private final State state;

    MlrunsStatus(int number, State state) {
        this.number = number;
        this.state = state;
    }

    int number() {
        return number;
    }

    State state() {
        return state;
    }

    static MlrunsStatus of(State state) {
        return Arrays.stream(values())
                .filter(status -> status.state == state)
                .findFirst()
                .orElseThrow();
    }

    /** The state of that number; a run with one nobody knows has failed. */
    static MlrunsStatus of(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElse(FAILED);
    }
}
